"""The interval index: statements as sorted columns, and the questions of time that they answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from kg.errors import UnknownName
from kg.index import measures
from kg.index.answers import Change, Count, Extent, Neighbour, Pair, Triangles
from kg.index.columns import Columns, Part, part_of, sorted_columns
from kg.index.rows import Row, View
from kg.index.selected import Selected
from kg.index.speakers import Speakers
from kg.index.texts import as_array
from kg.model.bounds import Bounds
from kg.model.period import ALWAYS, Period

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Index"]


class Index:
    """Which statements hold when, and in whose view; with the eras, and with who speaks for whom.

    Entities and view-holders are asked for by their ids. Every question takes a `Period`, or the `Bounds` of a vague one, and
    answers what possibly holds at some time in it, with ``certain`` what certainly does; with ``as_seen_by`` only what is that
    holder's view or undisputed. Raises `UnknownName` for an entity that no statement names.
    """

    def __init__(
        self,
        columns: Columns,
        paths: Sequence[str],
        kinds: Sequence[str],
        views: Sequence[View],
        speakers: Speakers,
        eras: Mapping[str, Bounds],
    ) -> None:
        self.columns, self.paths, self.kinds, self.views = columns, paths, kinds, views
        self.speakers, self.eras = speakers, dict(eras)
        self._seen: dict[str, NDArray[np.bool_]] = {}

    @classmethod
    def of(cls, parts: Sequence[Part], speakers: Speakers, eras: Mapping[str, Bounds]) -> Index:
        """The index of statements in columns, in any order."""
        return cls(*sorted_columns(parts), speakers, eras)

    @classmethod
    def of_rows(cls, rows: Iterable[Row], speakers: Speakers, eras: Mapping[str, Bounds]) -> Index:
        """The index of rows in any order."""
        return cls.of([part_of(rows)], speakers, eras)

    def __len__(self) -> int:
        return len(self.columns.rank)

    @property
    def rows(self) -> list[Row]:
        """All statements, by id."""
        return list(self.holding(ALWAYS))

    def holding(self, period: Period | Bounds, *, certain: bool = False, as_seen_by: str | None = None) -> Selected:
        """The statements that hold."""
        return Selected(self, self._viewed(self._holding(period, certain), as_seen_by))

    def triangles(self, period: Period | Bounds, *, certain: bool = False, as_seen_by: str | None = None) -> Triangles:
        """How many triangles hold, by the number of their unfriendly sides."""
        return self.holding(period, certain=certain, as_seen_by=as_seen_by).triangles()

    def pairs(self, period: Period | Bounds, *, certain: bool = False, as_seen_by: str | None = None) -> tuple[Pair, ...]:
        """Every two entities that statements join, by their ids."""
        return self.holding(period, certain=certain, as_seen_by=as_seen_by).pairs()

    def neighbours(
        self, entity: str, period: Period | Bounds, *, certain: bool = False, as_seen_by: str | None = None
    ) -> tuple[Neighbour, ...]:
        """With whom an entity has statements, by id."""
        code = self._code(entity)
        places = self._viewed(self._among(self._of(code), period, certain), as_seen_by)
        others, counts = measures.by_neighbour(self.columns, places, code)
        names = self.id_array[others].tolist()
        return tuple(Neighbour(name, good, bad, rest) for name, (bad, rest, good) in zip(names, counts.tolist(), strict=True))

    def history(self, a: str, b: str) -> Selected:
        """The statements between two entities, either way round, whenever they hold."""
        first, second = self._code(a), self._code(b)
        places = self._of(first)
        subject, object_ = self.columns.subject[places], self.columns.object[places]
        return Selected(self, places[(subject == second) | (object_ == second)] if a != b else places[subject == object_])

    def extent(self, a: str, b: str | None = None) -> Extent | None:
        """The first and the last day on which any statement of an entity, or of two, may hold; none without any."""
        places = self._of(self._code(a)) if b is None else self.history(a, b).places
        if not len(places):
            return None
        days = self.columns.earliest_begin[places].min(), self.columns.latest_end[places].max()
        return Extent(*(date.fromordinal(int(day)) for day in days))

    def counts(self, first: int, last: int, *, certain: bool = False, as_seen_by: str | None = None) -> tuple[Count, ...]:
        """How many statements hold at some time in each year from the first to the last."""
        places = slice(None) if as_seen_by is None else self._viewed(self._all, as_seen_by)
        counts = measures.by_year(self.columns, places, first, last, certain=certain).tolist()
        return tuple(Count(first + i, good, bad, rest) for i, (bad, rest, good) in enumerate(counts))

    def change(self, before: Period | Bounds, after: Period | Bounds, *, certain: bool = False, as_seen_by: str | None = None) -> Change:
        """What is there in one period and not in the other, what in both, and which pairs turned."""
        import numpy as np

        one, two = (self.holding(each, certain=certain, as_seen_by=as_seen_by) for each in (before, after))
        began, ended = np.setdiff1d(two.places, one.places, True), np.setdiff1d(one.places, two.places, True)
        kept = np.intersect1d(one.places, two.places, True)
        begun, over, still = (Selected(self, places).ids() for places in (began, ended, kept))
        return Change(begun, over, still, one.turned(two))

    def rows_at(self, places: NDArray[np.intp]) -> list[Row]:
        """The statements at places of the columns."""
        c = self.columns
        said = (c.subject, c.kind, c.object, c.sign, c.direct, c.view)
        values = zip(*(column[places].tolist() for column in said), strict=True)
        days = zip(*(column[places].tolist() for column in c[:4]), strict=True)
        return [
            Row(name, self.paths[s], self.kinds[k], self.paths[o], sign, direct, self.views[v][0], self.views[v][1], _bounds(bounds))
            for name, (s, k, o, sign, direct, v), bounds in zip(c.ids.at(c.rank[places]), values, days, strict=True)
        ]

    @cached_property
    def path_array(self) -> NDArray[np.object_]:
        """The paths of the entities, by number."""
        return as_array(self.paths)

    @cached_property
    def id_array(self) -> NDArray[np.object_]:
        """The ids of the entities, by number."""
        return as_array([path.partition("/")[2] for path in self.paths])

    @cached_property
    def kind_array(self) -> NDArray[np.object_]:
        """The names of the kinds, by number."""
        return as_array(self.kinds)

    @cached_property
    def _codes(self) -> dict[str, int]:
        return {name: i for i, name in enumerate(self.id_array)}

    @cached_property
    def _all(self) -> NDArray[np.intp]:
        import numpy as np

        return np.arange(len(self))

    def _code(self, entity: str) -> int:
        if entity not in self._codes:
            raise UnknownName("entity", entity, self._codes)
        return self._codes[entity]

    def _of(self, code: int) -> NDArray[np.intp]:
        import numpy as np

        return self.columns.of[slice(*self.columns.first_of[code : code + 2].tolist())].astype(np.intp)

    def _holding(self, period: Period | Bounds, certain: bool) -> NDArray[np.intp]:
        import numpy as np

        start, end = _days(period, certain)
        c = self.columns
        begun = int(np.searchsorted(c.earliest_begin, end, side="right"))
        if certain:
            return np.flatnonzero((c.latest_begin[:begun] <= end) & (c.earliest_end[:begun] >= start))
        return np.flatnonzero(c.latest_end[:begun] >= start)

    def _among(self, places: NDArray[np.intp], period: Period | Bounds, certain: bool) -> NDArray[np.intp]:
        """Those of the places at which a statement holds."""
        start, end = _days(period, certain)
        c = self.columns
        begin, ended = (c.latest_begin, c.earliest_end) if certain else (c.earliest_begin, c.latest_end)
        return places[(begin[places] <= end) & (ended[places] >= start)]

    def _viewed(self, places: NDArray[np.intp], viewer: str | None) -> NDArray[np.intp]:
        if viewer is None:
            return places
        if viewer not in self._seen:
            import numpy as np

            self._seen[viewer] = np.array([self.speakers.is_view_of(viewer, *view) for view in self.views], bool)
        return places[self._seen[viewer][self.columns.view[places]]]


def _days(period: Period | Bounds, certain: bool) -> tuple[int, int]:
    """First and last ordinal day to compare with; of a vague period, for what is possible its outer days, else its inner ones."""
    if isinstance(period, Period):
        start, end = period.start, period.end
    elif certain:
        start, end = period.latest_begin, period.earliest_end
    else:
        start, end = period.earliest_begin, period.latest_end
    return start.toordinal(), end.toordinal()


def _bounds(days: Iterable[int]) -> Bounds:
    return Bounds(*map(date.fromordinal, days))
