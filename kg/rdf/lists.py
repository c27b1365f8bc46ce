"""What tables have in lists, as N-Quads: holders, passages with the reports that follow from them, figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from kg.model.entities import Source
from kg.model.records import Records
from kg.model.table import Table, repeats
from kg.model.vocabulary import Comparator
from kg.rdf.filling import decimals, filled
from kg.rdf.patterns import Patterns
from kg.rdf.terms import Literal

if TYPE_CHECKING:
    import numpy as np
    import pyarrow  # type: ignore[import-untyped]

    Ints = np.ndarray[Any, np.dtype[Any]]
    Mask = np.ndarray[Any, np.dtype[np.bool_]]

__all__ = ["Lists"]


class Lists:
    """Makes the quads of lists; ``names`` are what codes stand for."""

    def __init__(self, names: Sequence[str], records: Records, patterns: Patterns) -> None:
        import numpy as np
        import pyarrow as pa

        self._patterns = patterns
        self._names = pa.array(names, pa.string())
        sources = [record if isinstance(record := records.by_id[name], Source) else None for name in names]
        places = {name: place for place, name in enumerate(names)}
        self._authors = np.array([places[author] for source in sources if source for author in source.authors], np.int64)
        self._counts = np.array([len(source.authors) if source else 0 for source in sources], np.int64)
        self._dates = pa.array([source.date if source else None for source in sources], pa.string())
        own = [(places[piece.source], piece.row) for _, _, piece in records.evidence() if piece.row]
        self._told = np.array(own, np.int64).reshape(-1, 2)

    def holders(self, part: Table) -> Iterator[bytes]:
        """Whose view each statement is, or that nobody disputes it."""
        import numpy as np
        import pyarrow as pa

        row, who = _flat(part, "holders")
        ids = part.rows["id"].combine_chunks()
        nobodys = pa.array(np.flatnonzero(np.bincount(row, minlength=len(part)) == 0))
        yield from filled(self._patterns.undisputed, {"id": ids.take(nobodys)})
        yield from filled(self._patterns.holder, {"id": ids.take(pa.array(row)), "holder": self._names.take(who)})

    def evidence(self, part: Table) -> Iterator[bytes]:
        """What each statement cites, and who reports it."""
        import pyarrow as pa

        row, items = _flat(part, "evidence")
        ids = part.rows["id"].combine_chunks()
        cited = {"id": ids.take(pa.array(row)), "source": self._names.take(items.field("source")), "row": items.field("row")}
        yield from filled(self._patterns.citation, cited)
        source = items.field("source").to_numpy()
        once = ~repeats(row, source)
        row, source = row[once], source[once]
        yield from filled(self._patterns.derivation, {"id": ids.take(pa.array(row)), "source": self._names.take(pa.array(source))})
        yield from self._reports(part, ids, row, source)

    def quantities(self, part: Table) -> Iterator[bytes]:
        """The figures of each statement."""
        import numpy as np
        import pyarrow as pa

        row, items = _flat(part, "quantities")
        units = items.field("unit").dictionary_encode()
        columns = {
            "id": part.rows["id"].combine_chunks().take(pa.array(row)),
            "measure": items.field("measure"),
            "unit": pa.array([Literal(unit).n3[1:-1] for unit in units.dictionary.to_pylist()], pa.string()).take(units.indices),
            "value": decimals(items.field("value")),
        }
        comparator = items.field("comparator").to_numpy()
        for code in np.unique(comparator).tolist():
            which = pa.array(np.flatnonzero(comparator == code))
            pattern = self._patterns.quantity(list(Comparator)[code])
            yield from filled(pattern, {name: column.take(which) for name, column in columns.items()})

    def passages(self, part: Table, first: Mask) -> Iterator[bytes]:
        """What is said of the passages themselves, each at the place that is ``first`` to cite it."""
        import pyarrow as pa

        _, items = _flat(part, "evidence")
        items = items.filter(pa.array(first))
        yield from filled(self._patterns.passage, {"source": self._names.take(items.field("source")), "row": items.field("row")})

    def first(self, tables: Sequence[Table]) -> Mask:
        """For each passage of all tables whether it is the first to be cited there, and by no record in YAML."""
        import numpy as np

        cited = [items for table in tables for items in (chunk.flatten() for chunk in table.rows["evidence"].chunks)]
        source = np.concatenate([self._told[:, 0], *(items.field("source").to_numpy() for items in cited)])
        row = np.concatenate([self._told[:, 1], *(items.field("row").to_numpy() for items in cited)])
        order = np.lexsort((row, source))  # what is equal stays in order
        found = np.zeros(len(row), bool)
        found[order[~repeats(source[order], row[order])]] = True
        return found[len(self._told) :]

    def _reports(self, part: Table, ids: pyarrow.Array, row: Ints, source: Ints) -> Iterator[bytes]:
        """The authors of the sources cited, one step each, but for those whose own view it is."""
        import numpy as np
        import pyarrow as pa

        counts = self._counts[source]
        row, source = np.repeat(row, counts), np.repeat(source, counts)
        number = np.arange(len(row)) - np.repeat(np.cumsum(counts) - counts, counts)
        author = self._authors[(np.cumsum(self._counts) - self._counts)[source] + number]
        holding, who = _flat(part, "holders")
        others = ~np.isin(row * len(self._names) + author, holding * len(self._names) + who.to_numpy())
        row, source, author = row[others], source[others], author[others]
        once = np.unique(np.stack([row, author]), axis=1)
        yield from filled(self._patterns.attribution, {"id": ids.take(pa.array(once[0])), "author": self._names.take(pa.array(once[1]))})
        step = np.arange(len(row)) - np.searchsorted(row, row) + 1
        dates = self._dates.take(pa.array(source))
        shapes = np.stack([step, dates.is_valid().to_numpy(zero_copy_only=False)])
        for at, dated in np.unique(shapes, axis=1).T.tolist():
            which = np.flatnonzero((shapes[0] == at) & (shapes[1] == dated))
            columns = {"id": ids.take(pa.array(row[which])), "dated": dates.take(pa.array(which))}
            columns |= {name: self._names.take(pa.array(codes[which])) for name, codes in (("source", source), ("author", author))}
            yield from filled(self._patterns.report(at, bool(dated)), columns)


def _flat(part: Table, name: str) -> tuple[Ints, pyarrow.Array]:
    """A list column laid flat: for each item the place of its row, and the items."""
    import numpy as np

    column = part.rows[name].combine_chunks()
    return np.repeat(np.arange(len(part)), column.value_lengths().to_numpy()), column.flatten()
