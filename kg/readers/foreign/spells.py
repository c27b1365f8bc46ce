"""Runs of events of a pair and kind to relations that last: columns in, columns out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.model.relations import Relation
from kg.readers.foreign.runs import Rule, Runs, runs_in
from kg.readers.foreign.statements import GROUP, StatementTable, schema

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

__all__ = ["Joined", "join"]


@dataclass(frozen=True, slots=True)
class Joined:
    """How many events became how many relations; ``left`` are those that stay as they are."""

    events: int
    spells: int
    left: int
    rule: Rule


def join(table: StatementTable, name: str, kinds: Mapping[str, Relation], rule: Rule) -> tuple[dict[str, StatementTable], Joined]:
    """The tables that stand in place of ``table``: its statements that belong to no run, and the runs, in order of their first events.

    Only what is alike in everything but time and figures is joined: same kind, holders, status, sign; of a symmetric kind
    the pair is unordered. A joined relation has the id of its first event and the rows of all as evidence, and no figures.
    """
    import numpy as np
    import pyarrow as pa
    from pyarrow import parquet

    runs = runs_in(table.path, symmetric={name for name, kind in kinds.items() if kind.symmetric}, rule=rule)
    joined, first = np.zeros(table.rows, bool), np.zeros(table.rows, bool)
    joined[runs.events], first[runs.events[runs.starts[:-1]]] = True, True
    kept, spells = (StatementTable(table.path.with_name(f"{each}.parquet")) for each in ("kept", "spells"))
    evidence, at, done = _evidence(table.path), 0, 0
    with kept, spells:
        for batch in parquet.ParquetFile(table.path).iter_batches(GROUP):
            here, part = slice(at, at + batch.num_rows), pa.Table.from_batches([batch])
            kept.write(part.filter(pa.array(~joined[here])))
            heads = part.filter(pa.array(first[here]))
            spells.write(_spells(heads, runs.part(done, done + heads.num_rows), evidence))
            at, done = here.stop, done + heads.num_rows
    return {name: kept, f"{name}-spells": spells}, Joined(len(runs.events), done, table.rows - len(runs.events), rule)


def _evidence(path: Any) -> pa.StructArray:
    """The one passage of each event."""
    import pyarrow as pa
    from pyarrow import parquet

    parts = []
    for batch in parquet.ParquetFile(path).iter_batches(GROUP, columns=["evidence"]):
        pieces = batch.column("evidence").flatten()
        parts.append(pa.StructArray.from_arrays([pieces.field("source").dictionary_encode(), pieces.field("row")], ["source", "row"]))
    return pa.chunked_array(parts).unify_dictionaries().combine_chunks()


def _spells(heads: pa.Table, runs: Runs, evidence: pa.StructArray) -> pa.Table:
    """The rows of runs, made from those of their first events."""
    import pyarrow as pa
    import pyarrow.compute as pc  # type: ignore[import-untyped]

    made = schema()
    turned = pa.array(runs.turned[runs.events[runs.starts[:-1]]])
    begin, end = (runs.when.take(pa.array(runs.events[at])).cast(pa.string()) for at in (runs.starts[:-1], runs.starts[1:] - 1))
    pieces = evidence.take(pa.array(runs.events[runs.starts[0] : runs.starts[-1]]))
    pieces = pa.StructArray.from_arrays([pieces.field("source").cast(pa.string()), pieces.field("row")], ["source", "row"])
    subject, object = (heads.column(name).cast(pa.string()) for name in ("subject", "object"))
    instead = {
        "subject": pc.if_else(turned, object, subject),
        "object": pc.if_else(turned, subject, object),
        "when": pc.if_else(pc.equal(begin, end), begin, pc.binary_join_element_wise(begin, end, "/")),
        "evidence": pa.ListArray.from_arrays(pa.array((runs.starts - runs.starts[0]).astype("int32")), pieces),
        "quantities": pa.nulls(heads.num_rows, made.field("quantities").type),
    }
    return pa.Table.from_arrays([instead.get(f.name, heads.column(f.name)).cast(f.type) for f in made], schema=made)
