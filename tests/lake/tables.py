"""Random statements as Parquet, with who speaks for whom in it, and its oracle."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]
from pyarrow import parquet

from kg.index import Link, Row
from kg.lake import Lake
from tests.index.cases import Case
from tests.index.naive import Naive

__all__ = ["Told", "check_all_questions", "written"]


class Told:
    """A case of which the links are statements too, as in any corpus; and what a look at every row finds in it."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.bodies = {f"link{n}": link.body for n, link in enumerate(case.speakers.links)}
        self.rows = [*case.rows, *(_membership(f"link{n}", link) for n, link in enumerate(case.speakers.links))]
        self.naive = Naive(self.rows, case.speakers)

    def written(self, path: Path) -> Path:
        """The statements in Parquet."""
        return written(path, self.rows, self.bodies)


def _membership(name: str, link: Link) -> Row:
    return Row(name, f"actor/{link.member}", "memberOf", f"actor/{link.body}", 0, True, (), None, link.bounds)


def written(path: Path, rows: Iterable[Row], bodies: dict[str, str]) -> Path:
    """Rows in the columns of `kg export parquet` that are asked; ``bodies`` are those that subjects speak for, by id of the statement."""
    schema = pa.schema(
        [
            *((name, pa.string()) for name in ("id", "subject", "object", "status", "speaks_for")),
            ("sign", pa.int64()),
            ("negated", pa.bool_()),
            ("according_to", pa.list_(pa.string())),
            *((name, pa.date32()) for name in ("said_earliest", "earliest_begin", "latest_begin", "earliest_end", "latest_end")),
        ]
    )
    parquet.write_table(pa.Table.from_pylist([_cells(row, bodies) for row in rows], schema=schema), path)
    return path


def _cells(row: Row, bodies: dict[str, str]) -> dict[str, Any]:
    planned = not row.direct and len(row.holders) < 2  # else negated: a plan has a sign, which must not be counted
    return {
        "id": row.id,
        "subject": row.subject.partition("/")[2],
        "object": row.object.partition("/")[2],
        "sign": 1 if planned else row.sign,
        "status": "planned" if planned else "actual",
        "negated": not row.direct and not planned,
        "according_to": row.holders or ("undisputed",),
        "said_earliest": row.said,
        "speaks_for": bodies.get(row.id),
        **{name: getattr(row.bounds, name) for name in ("earliest_begin", "latest_begin", "earliest_end", "latest_end")},
    }


def check_all_questions(lake: Lake, told: Told) -> None:
    """Every question, of a random period, view and entity, is answered as a look at every row answers it."""
    case, naive = told.case, told.naive
    asked, entity, other, before, after = case.question(), case.entity(), case.entity(), case.period(), case.period()
    certain, viewer = asked.certain, asked.as_seen_by
    assert lake.holding(asked.period, certain=certain, as_seen_by=viewer).ids() == tuple(row.id for row in naive.holding(*asked))
    assert lake.pairs(asked.period, certain=certain, as_seen_by=viewer) == naive.pairs(*asked)
    assert lake.neighbours(entity, asked.period, certain=certain, as_seen_by=viewer) == naive.neighbours(entity, *asked)
    assert lake.triangles(asked.period, certain=certain, as_seen_by=viewer) == naive.triangles(*asked)
    assert lake.counts(1999, 2002, certain=certain, as_seen_by=viewer) == naive.counts(1999, 2002, certain, viewer)
    assert lake.change(before, after, certain=certain, as_seen_by=viewer) == naive.change(before, after, certain, viewer)
    assert lake.history(entity, other).in_time() == tuple(naive.history(entity, other))
    assert lake.extent(entity, other) == naive.extent(entity, other)
    assert lake.extent(entity) == naive.extent(entity)
