"""Ids are unique: in a table, among tables, and against the records of YAML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from kg.errors import Fault
from kg.model.table import Table
from kg.readers.curated.corpus import Curated

if TYPE_CHECKING:
    import numpy as np
    import pyarrow  # type: ignore[import-untyped]

    Ints = np.ndarray[Any, np.dtype[np.int64]]

__all__ = ["taken"]

_TOLD = 100


def taken(tables: Sequence[Table], curated: Curated) -> Iterator[Fault]:
    """Every id that stands already above, or is or was that of a record in YAML; the first hundred are told, the rest counted."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc  # type: ignore[import-untyped]

    ids = pa.chunked_array([chunk for table in tables for chunk in table.rows["id"].chunks], pa.string())
    records = curated.records.by_id
    former = {name: record.id for record in records.values() for name in record.former_ids}
    elsewhere = pc.is_in(ids, value_set=pa.array([*records, *former], pa.string()))
    doubtful = pc.indices_nonzero(pc.or_(elsewhere, pc.is_in(ids, value_set=_repeated(ids))))
    first = _first(ids.take(doubtful))
    wrong = (first < np.arange(len(first))) | elsewhere.take(doubtful).to_numpy()
    places = doubtful.to_numpy()
    for this, that in zip(places[wrong][:_TOLD].tolist(), places[first[wrong]][:_TOLD].tolist(), strict=True):
        name = ids[this].as_py()
        if name in former:
            yield _fault(tables, this, f"the id {name} was {former[name]}'s: an id never changes hands")
        else:
            where = f"{(own := curated.origins[name]).path}:{own.line}" if name in records else ":".join(map(str, _place(tables, that)))
            yield _fault(tables, this, f"the id {name} is {where}'s already: ids are unique")
    if (more := int(wrong.sum()) - _TOLD) > 0:
        yield _fault(tables, places[wrong][_TOLD], f"the id is taken too, as in {more:,} rows from here on: ids are unique")


def _repeated(ids: pyarrow.ChunkedArray) -> pyarrow.Array:
    """The ids that stand more than once."""
    import pyarrow.compute as pc

    if pc.count_distinct(ids).as_py() == len(ids):
        return ids.slice(0, 0).combine_chunks()
    counts = ids.drop_null().value_counts()
    return counts.filter(pc.greater(counts.field("counts"), 1)).field("values")


def _first(ids: pyarrow.ChunkedArray) -> Ints:
    """For each the place where the same stands first."""
    import numpy as np

    codes = ids.combine_chunks().dictionary_encode().indices.to_numpy()
    _, first, same = np.unique(codes, return_index=True, return_inverse=True)
    return np.asarray(first[same])


def _fault(tables: Sequence[Table], place: int, why: str) -> Fault:
    path, row = _place(tables, place)
    return Fault(path, row, f"row {row}: {why}")


def _place(tables: Sequence[Table], place: int) -> tuple[Any, int]:
    """The file and the row of a place in all tables together."""
    for table in tables:
        if place < len(table):
            return table.path, int(place) + 1
        place -= len(table)
    raise IndexError(place)
