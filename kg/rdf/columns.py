"""The statements of tables as N-Quads: the encoder of records says once how, then whole columns are put in its words' places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from kg.model.records import Records, folder
from kg.model.relations import Relation
from kg.model.table import Table
from kg.model.vocabulary import Status, WhenFrom, Wording
from kg.rdf.filling import ROWS, Pattern, filled
from kg.rdf.lists import Lists
from kg.rdf.patterns import Patterns

if TYPE_CHECKING:
    import pyarrow  # type: ignore[import-untyped]

__all__ = ["TableEncoder", "quads_of"]

_CODES = ("relation", "status", "negated", "wording", "when_from", "polarity")
_DAYS = ("earliest_begin", "latest_begin", "earliest_end", "latest_end", "said_earliest", "said_latest")


class TableEncoder:
    """Makes the lines that `kg.rdf.encode.encode` adds where the statements of tables stand among ``records``.

    All tables have the codes of one reading. Lines come in blocks, each line once, in an order that the tables decide.
    """

    def __init__(self, tables: Sequence[Table], records: Records, relations: Mapping[str, Relation]) -> None:
        import pyarrow as pa

        self._tables, names, base = tables, tables[0].names if tables else (), records.corpus.base
        self._iris = pa.array([f"{base}{folder(records.by_id[name])}/{name}" for name in names], pa.string())
        self._patterns = Patterns(records.corpus, relations)
        self._lists = Lists(names, records, self._patterns)

    def statements(self, table: Table) -> Iterator[bytes]:
        """All that is said of the statements of a table, or of a part of one."""
        for part in table.parts(ROWS):
            yield from _statements(part, self._iris, self._patterns)
            yield from self._lists.holders(part)
            yield from self._lists.evidence(part)
            yield from self._lists.quantities(part)

    def passages(self) -> Iterator[bytes]:
        """All that is said of the rows that the tables cite."""
        yield from self._lists.passages(self._tables)


def quads_of(tables: Sequence[Table], records: Records, relations: Mapping[str, Relation]) -> Iterator[bytes]:
    """All that a `TableEncoder` makes of the tables."""
    encoder = TableEncoder(tables, records, relations)
    for table in tables:
        yield from encoder.statements(table)
    if tables:
        yield from encoder.passages()


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
