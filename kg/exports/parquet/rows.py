"""The rows of several tables, one after the other, to be taken by place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from kg.model.table import Table

if TYPE_CHECKING:
    import numpy as np
    import pyarrow  # type: ignore[import-untyped]

    Ints = np.ndarray[Any, np.dtype[np.integer[Any]]]

__all__ = ["Rows"]


class Rows:
    """Rows as `kg.model.table.Table` has them; all tables have the codes of one reading."""

    def __init__(self, tables: Sequence[Table]) -> None:
        import numpy as np

        self._batches = [batch for table in tables for batch in table.rows.to_batches()]
        self._starts = np.cumsum([0, *map(len, self._batches)])

    def __len__(self) -> int:
        return int(self._starts[-1])

    def ids(self) -> list[pyarrow.Array]:
        """The ids, some in each array."""
        return [batch["id"] for batch in self._batches]

    def taken(self, places: Ints) -> pyarrow.StructArray:
        """The rows at some places, of which there is one at least, in the order of the places."""
        import numpy as np
        import pyarrow as pa

        order = np.argsort(places, kind="stable")
        parts = [batch.take(those).to_struct_array() for batch, those in self._cut(places[order])]
        return pa.concat_arrays(parts).take(pa.array(np.argsort(order)))

    def named(self, places: Ints) -> set[int]:
        """The codes of all entities that the rows at some places name."""
        import numpy as np
        import pyarrow.compute as pc  # type: ignore[import-untyped]

        found: set[int] = set()
        for batch, those in self._cut(np.sort(places)):
            rows = batch.select(["subject", "object", "holders", "evidence"]).take(those)
            cited = rows["evidence"].flatten().field("source")
            for codes in (rows["subject"], rows["object"], rows["holders"].flatten(), cited):
                found.update(pc.unique(codes).to_pylist())
        return found

    def _cut(self, rising: Ints) -> Iterator[tuple[pyarrow.RecordBatch, pyarrow.Array]]:
        """The batches that have one of the places, and where in them: Arrow would first join all batches to take from them."""
        import numpy as np
        import pyarrow as pa

        cuts = np.searchsorted(rising, self._starts)
        for batch, start, begin, end in zip(self._batches, self._starts, cuts, cuts[1:], strict=False):
            if begin < end:
                yield batch, pa.array(rising[begin:end] - start)
