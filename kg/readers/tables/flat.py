"""Arrow columns as the checks need them: codes for words, lists laid flat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    import pyarrow  # type: ignore[import-untyped]

    Ints = np.ndarray[Any, np.dtype[Any]]
    Mask = np.ndarray[Any, np.dtype[np.bool_]]

__all__ = ["Flat", "codes", "column", "flags", "flat", "listed", "missing", "stated", "texts"]


def column(batch: pyarrow.RecordBatch, name: str, type: pyarrow.DataType) -> pyarrow.Array:
    """The column of that name; where the table has none, nulls."""
    import pyarrow as pa

    return batch[name] if name in batch.schema.names else pa.nulls(batch.num_rows, type)


class Flat(NamedTuple):
    """The items of a list column one after another, and for each the place of the row that has it."""

    row: Ints
    items: pyarrow.Array

    def rows_with(self, wrong: Mask, rows: int) -> Mask:
        """Which of so many rows have an item that is wrong."""
        import numpy as np

        found = np.zeros(rows, bool)
        found[self.row[wrong]] = True
        return found


def flat(column: pyarrow.Array) -> Flat:
    """A list column laid flat; an empty list and none at all have no items."""
    import numpy as np
    import pyarrow.compute as pc  # type: ignore[import-untyped]

    lengths = pc.list_value_length(column).fill_null(0).to_numpy()
    return Flat(np.repeat(np.arange(len(column)), lengths), pc.list_flatten(column))


def listed(row: Ints, items: pyarrow.Array, rows: int) -> pyarrow.Array:
    """The other way: lists for so many rows from items, which stand in the order of their rows."""
    import numpy as np
    import pyarrow as pa

    offsets = np.zeros(rows + 1, np.int32)
    np.cumsum(np.bincount(row, minlength=rows), out=offsets[1:])
    return pa.ListArray.from_arrays(pa.array(offsets), items)


def codes(column: pyarrow.Array, known: pyarrow.Array) -> Ints:
    """For each text its place in ``known`` as int32; -1 where it is null or not known."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    encoded = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
    places = pc.index_in(encoded.dictionary.cast(pa.string()), value_set=known)
    return np.asarray(places.take(encoded.indices).fill_null(-1).to_numpy(zero_copy_only=False)).astype(np.int32)


def texts(column: pyarrow.Array) -> pyarrow.Array:
    """A column of text, however it is stored, as plain strings."""
    import pyarrow as pa

    return column.cast(pa.string())


def missing(column: pyarrow.Array) -> Mask:
    """Where it is null."""
    import numpy as np

    return np.asarray(column.is_null().to_numpy(zero_copy_only=False))


def flags(column: pyarrow.Array) -> Mask:
    """A column of true and false; null is false."""
    import numpy as np

    return np.asarray(column.fill_null(False).to_numpy(zero_copy_only=False))


def stated(column: pyarrow.Array) -> Mask:
    """Where a column says something: neither null nor false, nor an empty list."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if pa.types.is_boolean(column.type):
        return flags(column)
    if pa.types.is_list(column.type) or pa.types.is_large_list(column.type):
        return flags(pc.greater(pc.list_value_length(column), 0))
    return ~missing(column)
