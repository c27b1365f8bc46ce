"""The statements of tables as N-Quads: the encoder of records says once how, then whole columns are put in its words' places."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from kg.model.records import Records, folder
from kg.model.relations import Relation
from kg.model.table import Table
from kg.model.vocabulary import Status, WhenFrom, Wording
from kg.rdf.filling import ROWS, Pattern, filled
from kg.rdf.lists import Lists
from kg.rdf.patterns import Patterns

if TYPE_CHECKING:
    import numpy as np
    import pyarrow  # type: ignore[import-untyped]

    Mask = np.ndarray[Any, np.dtype[np.bool_]]

__all__ = ["Block", "blocks"]

_CODES = ("relation", "status", "negated", "wording", "when_from", "polarity")
_DAYS = ("earliest_begin", "latest_begin", "earliest_end", "latest_end", "said_earliest", "said_latest")


class Block(NamedTuple):
    """So many statements, and what makes the lines of N-Quads that say all of them: the same bytes whenever it is called."""

    statements: int
    nquads: Callable[[], bytes]


def blocks(tables: Sequence[Table], records: Records, relations: Mapping[str, Relation], size: int = ROWS) -> Iterator[Block]:
    """All that is said of the tables' statements, ``size`` of them to a block, each line once, in an order that the tables decide.

    Those are the lines that `kg.rdf.encode.encode` adds where the same statements stand among ``records``. All tables have the
    codes of one reading.
    """
    import pyarrow as pa

    if not tables:
        return
    names, base = tables[0].names, records.corpus.base
    iris = pa.array([f"{base}{folder(records.by_id[name])}/{name}" for name in names], pa.string())
    patterns = Patterns(records.corpus, relations)
    lists = Lists(names, records, patterns)
    first, start = lists.first(tables), 0
    for part in (part for table in tables for part in table.parts(size)):
        cited = sum(len(chunk.flatten()) for chunk in part.rows["evidence"].chunks)
        yield Block(len(part), partial(_block, part, iris, patterns, lists, first[start : start + cited]))
        start += cited


def _block(part: Table, iris: pyarrow.Array, patterns: Patterns, lists: Lists, first: Mask) -> bytes:
    made = (lists.holders(part), lists.evidence(part), lists.quantities(part), lists.passages(part, first))
    return b"".join(chain(_statements(part, iris, patterns), *made))


def _statements(part: Table, iris: pyarrow.Array, patterns: Patterns) -> Iterator[bytes]:
    """What stands in fields of their own; statements of one shape, which share a pattern, together."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc  # type: ignore[import-untyped]

    rows = {name: part.rows[name].combine_chunks() for name in part.rows.column_names}
    columns = {name: rows[name] for name in ("id", "when", "said")}
    columns |= {name: iris.take(rows[name]) for name in ("subject", "object")}
    columns |= {name: rows[name].cast(pa.string()) for name in _DAYS}
    shape = [rows[name].cast(pa.int32()).fill_null(0) for name in _CODES]
    shape += [pc.ends_with(rows["when"], "/").cast(pa.int32())]
    shape += [rows[name].is_valid().cast(pa.int32()) for name in ("said", "said_earliest")]
    kinds, which = np.unique(np.stack([each.to_numpy() for each in shape]), axis=1, return_inverse=True)
    for number, kind in enumerate(kinds.T.tolist()):
        chosen = pa.array(np.flatnonzero(which.ravel() == number))
        yield from filled(_pattern(patterns, part, kind), {name: column.take(chosen) for name, column in columns.items()})


def _pattern(patterns: Patterns, part: Table, shape: Sequence[int]) -> Pattern:
    relation, status, negated, wording, origin, polarity, endless, said, voiced = shape
    return patterns.statement(
        relation=part.kinds[relation],
        status=list(Status)[status],
        negated=bool(negated),
        wording=list(Wording)[wording],
        origin=list(WhenFrom)[origin],
        polarity=polarity or None,
        endless=bool(endless),
        said="{said}" if said else None,
        voiced=bool(voiced),
    )
