"""The index of a table is that of the same statements as rows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyarrow as pa  # type: ignore[import-untyped]
import pytest

from kg.index import Index, Row, to_bytes
from kg.index.tabled import part_of_table
from kg.model.entities import Actor, Policy
from kg.model.events import Event
from kg.model.records import Record
from kg.model.table import Table
from kg.model.vocabulary import ActorKind, EventKind, PolicyKind, Status
from tests.index.cases import ENTITIES, HOLDERS, Case

KINDS = ["criticises", "courts", "tradesWith"]
NAMES = [path.partition("/")[2] for path in reversed(ENTITIES)]


def records() -> dict[str, Record]:
    made: list[Record] = [Event(id="e", label="e", kind=EventKind.OTHER), Policy(id="a-b", label="a-b", kind=PolicyKind.CONCEPT)]
    return {record.id: record for record in [*made, *(Actor(id=name, label=name, kind=ActorKind.STATE) for name in (*HOLDERS, "f"))]}


def table_of(rows: list[Row]) -> Table:
    def days(name: str) -> pa.Array:
        return pa.array([getattr(row.bounds, name) for row in rows], pa.date32())

    def codes(name: str) -> pa.Array:
        return pa.array([NAMES.index(getattr(row, name).partition("/")[2]) for row in rows], pa.int32())

    actual, planned = (list(Status).index(status) for status in (Status.ACTUAL, Status.PLANNED))
    denied = [not row.direct and n % 2 == 1 for n, row in enumerate(rows)]
    status = [actual if row.direct or n % 2 else planned for n, row in enumerate(rows)]
    columns = {
        "id": pa.array([row.id for row in rows], pa.string()),
        "subject": codes("subject"),
        "object": codes("object"),
        "relation": pa.array([KINDS.index(row.relation) for row in rows], pa.int32()),
        "status": pa.array(status, pa.int8()),
        "negated": pa.array(denied, pa.bool_()),
        "sign": pa.array([row.sign if row.direct or n % 2 else 1 for n, row in enumerate(rows)], pa.int8()),
        "holders": pa.array([sorted(NAMES.index(name) for name in row.holders) for row in rows], pa.list_(pa.int32())),
        "said_earliest": pa.array([row.said for row in rows], pa.date32()),
        **{name: days(name) for name in ("earliest_begin", "latest_begin", "earliest_end", "latest_end")},
    }  # fmt: skip
    whole = pa.table(columns)
    half = len(rows) // 2
    return Table(Path("t.parquet"), NAMES, KINDS, pa.concat_tables([whole.slice(0, half), whole.slice(half)]))


@pytest.mark.parametrize("seed", range(40))
def test_a_table_and_rows_give_the_same_index(seed: int) -> None:
    case = Case(seed, seed * 3)
    rows = [_sorted(row) for row in case.rows]
    tabled = Index.of([part_of_table(table_of(rows), records())], case.speakers, {})
    assert tabled.rows == Index.of_rows(rows, case.speakers, {}).rows
    assert to_bytes(tabled) == to_bytes(Index.of_rows(rows, case.speakers, {}))


def _sorted(row: Row) -> Row:
    """A table has the holders in the order of its names."""
    return replace(row, holders=tuple(sorted(row.holders, key=NAMES.index)))
