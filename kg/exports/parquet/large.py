"""What a large graph has for the Parquet file: statements of tables by columns, those of YAML as objects, all by id."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from kg.dataset import read
from kg.exports.parquet.cells import Cells
from kg.exports.parquet.rows import Rows
from kg.exports.parquet.schema import ArrowField
from kg.exports.selection import Selection
from kg.model.resolved import Resolved, resolve

if TYPE_CHECKING:
    import numpy as np
    import pyarrow  # type: ignore[import-untyped]

    Ints = np.ndarray[Any, np.dtype[np.integer[Any]]]

__all__ = ["Large"]


class Large:
    """The statements of a selection whose graph is too large to have them all as objects; ``curated`` is what of it is in YAML.

    Raises `CorpusError` where the corpora have changed, and break rules now.
    """

    def __init__(self, selection: Selection) -> None:
        curated, tables = read(selection.graph.folders, selection.relations)
        known = resolve(curated.records)
        self._rows, self._own = Rows(tables), list(known.statements)
        self._places = self._by_id()[selection.selected.ranks]
        names, kinds = (tables[0].names, tables[0].kinds) if tables else ((), ())
        self._cells = Cells(names, kinds, known.records)
        named = {names[code] for code in self._rows.named(self._places)}
        self.curated = _Curated(selection, known, self._in_yaml(self._places), named)

    def groups(self, schema: pyarrow.Schema, fields: Sequence[ArrowField], size: int) -> Iterator[pyarrow.Table]:
        """All of them by id, so many at a time; ``fields`` are those of the ones in YAML."""
        import pyarrow as pa

        plain = pa.schema([field.with_type(_plain(field.type)) for field in schema])
        for start in range(0, len(self._places), size):
            table = self._group(self._places[start : start + size], plain, fields)
            arrays = [_coded(column, field.type) for column, field in zip(table.columns, schema, strict=True)]
            yield pa.Table.from_arrays(arrays, schema=schema)

    def _group(self, places: Ints, schema: pyarrow.Schema, fields: Sequence[ArrowField]) -> pyarrow.Table:
        import numpy as np
        import pyarrow as pa

        tabled = places < len(self._rows)
        parts = [self._cells.of(self._rows.taken(places[tabled]), schema)] if tabled.any() else []
        if own := [self.curated.known.statements[name] for name in self._in_yaml(places)]:
            arrays = [pa.array(map(read, own), type=field.type) for field, (_, read) in zip(schema, fields, strict=True)]
            parts.append(pa.Table.from_arrays(arrays, schema=schema))
        order = np.concatenate([np.flatnonzero(tabled), np.flatnonzero(~tabled)])
        return pa.concat_tables(parts).take(pa.array(np.argsort(order)))

    def _by_id(self) -> Ints:
        """The place of each statement in the order of their ids: rows of tables first, then those of YAML."""
        import numpy as np
        import pyarrow as pa
        import pyarrow.compute as pc  # type: ignore[import-untyped]

        ids = pa.chunked_array([*self._rows.ids(), pa.array(self._own, pa.string())])
        return np.asarray(pc.sort_indices(ids).to_numpy()).astype(np.int64)

    def _in_yaml(self, places: Ints) -> list[str]:
        """The ids of those that stand in YAML."""
        return [self._own[place - len(self._rows)] for place in places[places >= len(self._rows)].tolist()]


class _Curated(Selection):
    """The part of a selection that stands in YAML: the statements ``held``, and all that these and those of tables refer to."""

    def __init__(self, whole: Selection, known: Resolved, held: Collection[str], named: Collection[str]) -> None:
        super().__init__(whole.graph, whole.scope)
        self.known, self._held, self._named = known, frozenset(held), named

    def _dated(self) -> set[str]:
        return super()._dated().union(self._named)


def _plain(type: pyarrow.DataType) -> pyarrow.DataType:
    import pyarrow as pa

    return type.value_type if pa.types.is_dictionary(type) else type


def _coded(column: pyarrow.ChunkedArray, type: pyarrow.DataType) -> pyarrow.Array:
    import pyarrow as pa

    whole = column.combine_chunks()
    return whole.dictionary_encode() if pa.types.is_dictionary(type) else whole
