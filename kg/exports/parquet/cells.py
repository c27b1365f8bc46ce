"""Statements of tables as the columns of the Parquet file: whole columns at once, no object for each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.exports.parquet.lists import Lists, blank
from kg.model.bounds import Bounds
from kg.model.records import Records
from kg.model.vocabulary import Status, WhenFrom, Wording

if TYPE_CHECKING:
    import pyarrow  # type: ignore[import-untyped]

__all__ = ["Cells"]

_SAME = ("id", "when", "said", "negated", *Bounds.__dataclass_fields__, "said_earliest", "said_latest")
_WORDS = {"status": Status, "wording": Wording, "when_from": WhenFrom}
# What only a statement in YAML may say, and what only a record in YAML may say of it.
_ELSEWHERE = ("after", "because", "before", "conflicts", "datings", "derived_from", "disputed", "event", "former_ids")


class Cells:
    """Makes columns of rows as `kg.model.table.Table` has them; ``names`` and ``kinds`` are what the codes of rows stand for."""

    def __init__(self, names: Sequence[str], kinds: Sequence[str], records: Records) -> None:
        import pyarrow as pa

        self._names, self._kinds = pa.array(names, pa.string()), pa.array(kinds, pa.string())
        self._labels = pa.array([records.label(name) for name in names], pa.string())
        self._lists = Lists(names, records)

    def of(self, rows: pyarrow.StructArray, schema: pyarrow.Schema) -> pyarrow.Table:
        """The rows with the columns that the schema has, which is plain: no column is dictionary-coded."""
        import pyarrow as pa

        columns = {name: rows.field(name) for name in _SAME}
        columns |= {name: rows.field(name).cast(pa.int64()) for name in ("sign", "polarity")}
        columns |= {name: pa.array(map(str, words), pa.string()).take(rows.field(name)) for name, words in _WORDS.items()}
        for end in ("subject", "object"):
            columns |= {end: self._names.take(rows.field(end)), f"{end}_label": self._labels.take(rows.field(end))}
        columns["relation"] = self._kinds.take(rows.field("relation"))
        columns["speaks_for"] = _speaks_for(columns)
        columns |= {name: blank(schema.field(name).type, len(rows)) for name in _ELSEWHERE}
        holders, evidence, quantities = (rows.field(name) for name in ("holders", "evidence", "quantities"))
        columns["according_to"] = self._lists.holders(holders)
        columns["evidence"] = self._lists.evidence(evidence, schema.field("evidence").type)
        columns["reports"] = self._lists.reports(evidence, holders, schema.field("reports").type)
        columns["quantities"] = self._lists.quantities(quantities, schema.field("quantities").type)
        return pa.Table.from_arrays([columns[name] for name in schema.names], schema=schema)


def _speaks_for(columns: dict[str, pyarrow.Array]) -> pyarrow.Array:
    """What `kg.model.belonging.body_of` says; who holds an office is never told by a table."""
    import pyarrow as pa
    import pyarrow.compute as pc  # type: ignore[import-untyped]

    direct = pc.and_not(pc.equal(columns["status"], str(Status.ACTUAL)), columns["negated"])
    member = pc.and_(direct, pc.equal(columns["relation"], "memberOf"))
    return pc.if_else(member, columns["object"], pa.scalar(None, pa.string()))
