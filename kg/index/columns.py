"""Statements as columns, sorted by earliest begin: what numpy answers questions of time from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from kg.index.rows import Row, View
from kg.index.texts import Texts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.integer]

__all__ = ["Columns", "Part", "part_of", "sorted_columns"]


class Part(NamedTuple):
    """Statements in any order. Days are ordinals, as `datetime.date.toordinal` counts them.

    ``subject`` and ``object`` are places in ``paths``, ``kind`` in ``kinds``, ``view`` in ``views``.
    """

    ids: Texts
    earliest_begin: Numbers
    latest_begin: Numbers
    earliest_end: Numbers
    latest_end: Numbers
    subject: Numbers
    object: Numbers
    kind: Numbers
    sign: Numbers
    direct: NDArray[np.bool_]
    view: Numbers
    paths: Sequence[str]
    kinds: Sequence[str]
    views: Sequence[View]


class Columns(NamedTuple):
    """All statements, sorted by earliest begin, then id; whole numbers as narrow as they may be.

    Entities are numbered in the order of their ids, kinds by name. ``rank`` is a statement's place among all ids in order, and
    ``ids`` stand in that order. The statements of entity ``e``, as subject or object, are
    ``of[first_of[e] : first_of[e + 1]]``, in their order here.
    """

    earliest_begin: Numbers
    latest_begin: Numbers
    earliest_end: Numbers
    latest_end: Numbers
    subject: Numbers
    object: Numbers
    kind: Numbers
    sign: NDArray[np.int8]
    direct: NDArray[np.bool_]
    view: Numbers
    rank: Numbers
    first_of: Numbers
    of: Numbers
    id_starts: Numbers
    id_data: NDArray[np.uint8]

    @property
    def ids(self) -> Texts:
        """The ids in their order."""
        return Texts(self.id_data, self.id_starts)

    @property
    def nbytes(self) -> int:
        """So many bytes are all of them together."""
        return sum(column.nbytes for column in self)


def part_of(rows: Iterable[Row]) -> Part:
    """Rows as columns."""
    import numpy as np

    several = list(rows)
    bounds = [row.bounds for row in several]
    paths = sorted({path for row in several for path in (row.subject, row.object)})
    kinds = sorted({row.relation for row in several})
    views = sorted({(row.holders, row.said) for row in several}, key=str)
    place, kind_at, view_at = ({name: i for i, name in enumerate(names)} for names in (paths, kinds, views))

    def column(values: Iterable[Any]) -> Numbers:
        return np.fromiter(values, np.int32, len(several))

    return Part(
        ids=Texts.of(row.id for row in several),
        earliest_begin=column(each.earliest_begin.toordinal() for each in bounds),
        latest_begin=column(each.latest_begin.toordinal() for each in bounds),
        earliest_end=column(each.earliest_end.toordinal() for each in bounds),
        latest_end=column(each.latest_end.toordinal() for each in bounds),
        subject=column(place[row.subject] for row in several),
        object=column(place[row.object] for row in several),
        kind=column(kind_at[row.relation] for row in several),
        sign=column(row.sign for row in several),
        direct=column(row.direct for row in several).astype(bool),
        view=column(view_at[row.holders, row.said] for row in several),
        paths=paths,
        kinds=kinds,
        views=views,
    )


def sorted_columns(parts: Sequence[Part]) -> tuple[Columns, list[str], list[str], list[View]]:
    """One set of columns of all parts, with the paths, kinds and views that its numbers mean."""
    import numpy as np

    paths = sorted({path for part in parts for path in part.paths}, key=_id)
    kinds = sorted({kind for part in parts for kind in part.kinds})
    views = sorted({view for part in parts for view in part.views}, key=str)
    texts = Texts.joined(part.ids for part in parts)
    by_id = texts.order()
    ids, rank = texts.taken(by_id), np.empty(len(by_id), np.int64)
    rank[by_id] = np.arange(len(by_id))
    begin = _joined(part.earliest_begin for part in parts)
    order = np.lexsort((rank, begin))
    subject = _joined(_renumbered(part.subject, part.paths, paths) for part in parts)[order]
    object_ = _joined(_renumbered(part.object, part.paths, paths) for part in parts)[order]
    first_of, of = _adjacency(subject, object_, len(paths))
    columns = Columns(
        earliest_begin=begin[order].astype(np.int32),
        latest_begin=_joined(part.latest_begin for part in parts)[order].astype(np.int32),
        earliest_end=_joined(part.earliest_end for part in parts)[order].astype(np.int32),
        latest_end=_joined(part.latest_end for part in parts)[order].astype(np.int32),
        subject=_narrow(subject),
        object=_narrow(object_),
        kind=_narrow(_joined(_renumbered(part.kind, part.kinds, kinds) for part in parts)[order]),
        sign=_joined(part.sign for part in parts)[order].astype(np.int8),
        direct=_joined(part.direct for part in parts)[order].astype(bool),
        view=_narrow(_joined(_renumbered(part.view, part.views, views) for part in parts)[order]),
        rank=_narrow(rank[order]),
        first_of=_narrow(first_of),
        of=_narrow(of),
        id_starts=_narrow(ids.starts),
        id_data=ids.data,
    )
    return columns, paths, kinds, views


def _joined(columns: Iterable[NDArray[Any]]) -> NDArray[Any]:
    import numpy as np

    return np.concatenate([np.zeros(0, np.int8), *columns])


def _renumbered(numbers: Numbers, own: Sequence[Any], known: Sequence[Any]) -> Numbers:
    """Places among all that is known instead of among a part's own."""
    import numpy as np

    place = {each: i for i, each in enumerate(known)}
    return np.array([place[each] for each in own], np.int32)[numbers]


def _id(path: str) -> tuple[str, str]:
    folder, _, name = path.partition("/")
    return name, folder


def _adjacency(subject: Numbers, object_: Numbers, entities: int) -> tuple[Numbers, Numbers]:
    """Where the statements of each entity begin, and those statements; one about itself is there once."""
    import numpy as np

    places = np.arange(len(subject))
    other = object_ != subject
    ends, of = np.concatenate([subject, object_[other]]), np.concatenate([places, places[other]])
    of = of[np.lexsort((of, ends))]
    return np.concatenate([[0], np.cumsum(np.bincount(ends, minlength=entities))]), of


def _narrow(numbers: Numbers) -> Numbers:
    """The same numbers, none below 0, in the narrowest type that holds them."""
    import numpy as np

    return numbers.astype(np.min_scalar_type(int(numbers.max(initial=0))))
