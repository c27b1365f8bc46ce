"""Who speaks for whom: through memberships and offices that certainly held when something was said."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from kg.index.rows import Link
from kg.model.period import Period

__all__ = ["Speakers"]


class Speakers:
    """The links between those who speak and the bodies that they speak for."""

    def __init__(self, links: Iterable[Link]) -> None:
        self.links = tuple(links)
        self._of: dict[str, list[Link]] = {}
        for link in self.links:
            self._of.setdefault(link.member, []).append(link)

    def is_view_of(self, viewer: str, holders: Collection[str], said: date | None) -> bool:
        """Whether what these hold is undisputed, or the view of the viewer or of somebody who speaks for him."""
        return not holders or viewer in self.viewers(holders, said)

    def viewers(self, holders: Iterable[str], said: date | None) -> frozenset[str]:
        """The holders and all that their memberships and offices certainly led to when it was said."""
        reached = set(holders)
        todo = list(reached) if said and self._of else []
        while todo:
            for body in self._bodies(todo.pop(), said):
                if body not in reached:
                    reached.add(body)
                    todo.append(body)
        return frozenset(reached)

    def _bodies(self, member: str, said: date | None) -> Iterator[str]:
        if said is not None:
            day = Period(said, said)
            yield from (link.body for link in self._of.get(member, ()) if link.bounds.certainly(day))
