"""What statements of tables have in lists, as the Parquet file nests it: holders, passages, reports, figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kg.model.entities import Source
from kg.model.evidence import Evidence
from kg.model.records import Records
from kg.model.statements import UNDISPUTED
from kg.model.table import repeats
from kg.model.vocabulary import Comparator
from kg.rdf.namespaces import passage_path
from kg.readers.tables.flat import flat, listed

if TYPE_CHECKING:
    import numpy as np
    import pyarrow  # type: ignore[import-untyped]

    Ints = np.ndarray[Any, np.dtype[Any]]

__all__ = ["Lists", "blank"]

_BEFORE, _BETWEEN = passage_path(Evidence(source="*", row=1)).removesuffix("1").split("*")


class Lists:
    """Makes the columns of lists; ``names`` are what codes stand for. A column has as many rows as the lists that it is made of."""

    def __init__(self, names: Sequence[str], records: Records) -> None:
        import numpy as np
        import pyarrow as pa

        self._names, self._holders = pa.array(names, pa.string()), pa.array([*names, UNDISPUTED], pa.string())
        sources = [record if isinstance(record := records.by_id[name], Source) else None for name in names]
        places = {name: place for place, name in enumerate(names)}
        self._authors = np.array([places[author] for source in sources if source for author in source.authors], np.int64)
        self._counts = np.array([len(source.authors) if source else 0 for source in sources], np.int64)
        self._dates = pa.array([source.date if source else None for source in sources], pa.string())

    def holders(self, holders: pyarrow.Array) -> pyarrow.Array:
        """Whose view each statement is, or that it is undisputed."""
        import numpy as np
        import pyarrow as pa

        row, who = flat(holders)
        nobodys = np.setdiff1d(np.arange(len(holders)), row)
        row, who = np.append(row, nobodys), np.append(who.to_numpy(), np.full(len(nobodys), len(self._names)))
        order = np.argsort(row, kind="stable")
        return listed(row[order], self._holders.take(pa.array(who[order])), len(holders))

    def evidence(self, evidence: pyarrow.Array, type: pyarrow.DataType) -> pyarrow.Array:
        """The rows of sources that each statement cites."""
        import pyarrow as pa
        import pyarrow.compute as pc  # type: ignore[import-untyped]

        row, items = flat(evidence)
        source, place = self._names.take(items.field("source")), items.field("row")
        passage = pc.binary_join_element_wise(_BEFORE, source, _BETWEEN, place.cast(pa.string()), "")
        return _nested(row, len(evidence), type, {"number": _number(row), "source": source, "passage": passage, "row": place})

    def reports(self, evidence: pyarrow.Array, holders: pyarrow.Array, type: pyarrow.DataType) -> pyarrow.Array:
        """The authors of the sources that each statement cites, but for those whose own view it is."""
        import numpy as np
        import pyarrow as pa

        row, items = flat(evidence)
        source = items.field("source").to_numpy()
        once = ~repeats(row, source)
        counts = self._counts[source[once]]
        row, source = np.repeat(row[once], counts), np.repeat(source[once], counts)
        nth = np.arange(len(row)) - np.repeat(np.cumsum(counts) - counts, counts)
        author = self._authors[(np.cumsum(self._counts) - self._counts)[source] + nth]
        holding, who = flat(holders)
        others = ~np.isin(row * len(self._names) + author, holding * len(self._names) + who.to_numpy())
        row, source, author = row[others], pa.array(source[others]), pa.array(author[others])
        given = {
            "number": _number(row),
            "by": self._names.take(author),
            "inside": self._names.take(source),
            "said": self._dates.take(source),
            "author": pa.array(np.ones(len(row), bool)),
        }
        return _nested(row, len(evidence), type, given)

    def quantities(self, quantities: pyarrow.Array, type: pyarrow.DataType) -> pyarrow.Array:
        """The figures of each statement, by measure."""
        import numpy as np
        import pyarrow as pa

        row, items = flat(quantities)
        _, rank = np.unique(items.field("measure").to_numpy(zero_copy_only=False).astype(str), return_inverse=True)
        items = items.take(pa.array(np.lexsort((rank, row))))
        given = {name: items.field(name) for name in ("measure", "value", "unit")}
        given["comparator"] = pa.array(map(str, Comparator), pa.string()).take(items.field("comparator"))
        return _nested(row, len(quantities), type, given)


def _number(row: Ints) -> pyarrow.Array:
    """The items of each row counted from 1."""
    import numpy as np
    import pyarrow as pa

    return pa.array(np.arange(len(row)) - np.searchsorted(row, row) + 1)


def blank(type: pyarrow.DataType, rows: int) -> pyarrow.Array:
    """What a column holds where nothing is said: no item, false, or null."""
    import numpy as np
    import pyarrow as pa

    if pa.types.is_list(type):
        return listed(np.zeros(0, np.int64), pa.array([], type.value_type), rows)
    return pa.array(np.zeros(rows, bool)) if pa.types.is_boolean(type) else pa.nulls(rows, type)


def _nested(row: Ints, rows: int, type: pyarrow.DataType, given: Mapping[str, pyarrow.Array]) -> pyarrow.Array:
    """Lists of structs; a field that is not given says nothing."""
    import pyarrow as pa

    fields = list(type.value_type)
    columns = [given[field.name] if field.name in given else blank(field.type, len(row)) for field in fields]
    return listed(row, pa.StructArray.from_arrays(columns, fields=fields), rows)
