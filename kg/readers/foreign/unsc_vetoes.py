"""The format ``unsc-vetoes``: drafts that failed in the Security Council, and which permanent members voted against them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kg.model.entities import Entity
from kg.model.vocabulary import Outcome
from kg.readers.foreign.ballots import Ballots
from kg.readers.foreign.cells import flag
from kg.readers.foreign.facts import Fact, Party, Reader, Reject, checked_date
from kg.readers.foreign.format import Format, Job, Sheet
from kg.readers.foreign.roster import slug
from kg.readers.foreign.states import state_named

__all__ = ["FORMAT"]

_MEMBERS = ("China", "France", "Russia", "USSR", "USA", "UK")
_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_SEAT = "1971-10-25"  # the day on which resolution 2758 of the General Assembly gave China's seat to the People's Republic


def _read(job: Job) -> Iterator[tuple[Sheet, Reader]]:
    for path in job.files:
        drafts = _Drafts(job.sheet(path), job.made)
        yield drafts.sheet, drafts.facts


class _Drafts(Ballots):
    """Reads drafts to events. A member has vetoed where its own column says so, or one of those that name members: either may be empty."""

    def __init__(self, sheet: Sheet, made: dict[str, Entity]) -> None:
        super().__init__(sheet, made)
        self._date, self._draft = sheet.place("date"), sheet.place("draft")
        self._own = [(member, sheet.place(member)) for member in _MEMBERS]
        self._named = [place for place, column in enumerate(sheet.columns) if re.fullmatch(r"member_veto\d", column)]

    def facts(self, cells: Sequence[str]) -> Iterable[Fact]:
        """A vote against for each member that vetoed."""
        day, draft = _day(cells[self._date].strip()), cells[self._draft].strip()
        if not draft:
            raise Reject("a draft", "a draft without a symbol")
        members = self._members(cells)
        event = self.hold(f"draft-{slug(draft)}", draft, day, Outcome.FAILED)
        return [Fact(_party(member, day), "votesAgainst", event, day) for member in members]

    def _members(self, cells: Sequence[str]) -> list[str]:
        said = {name for place in self._named if (name := cells[place].strip())}
        if strange := said.difference(_MEMBERS):
            raise Reject("a member", f"no permanent member, which is {', '.join(_MEMBERS)}: {min(strange)[:40]!r}")
        said |= {member for member, place in self._own if flag(cells[place])}
        if not said:
            raise Reject("a member", "nobody is said to have vetoed")
        return sorted(said, key=_MEMBERS.index)


def _day(text: str) -> str:
    found = _DATE.fullmatch(text)
    if not found:
        raise Reject("a date", f"no date written as month/day/year: {text[:40]!r}")
    month, day, year = found.groups()
    return checked_date(f"{year}-{month:0>2}-{day:0>2}")


def _party(member: str, day: str) -> Party:
    """Who held the member's seat on the day."""
    found = state_named("Republic of China" if member == "China" and day < _SEAT else member)
    assert found, member
    return found.party


FORMAT = Format(title="Vetoes in the Security Council of the United Nations", read=_read, licence="https://opensource.org/license/mit")
