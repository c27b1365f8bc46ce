"""The format ``un-votes``: roll calls of the General Assembly, and how each state voted, in two files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from kg.errors import UsageError
from kg.model.entities import Entity
from kg.model.vocabulary import ActorKind
from kg.readers.foreign.ballots import Ballots
from kg.readers.foreign.cells import whole
from kg.readers.foreign.facts import Fact, Party, Reader, Reject
from kg.readers.foreign.format import Format, Job, Sheet
from kg.readers.foreign.states import state, state_named

__all__ = ["FORMAT"]

Cells = Sequence[str]
_VOTES = {"yes": "votesFor", "no": "votesAgainst", "abstain": "abstainsOn", "absent": "attends"}  # who is absent does not attend
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_NOTHING = ("", "NA")


def _read(job: Job) -> Iterator[tuple[Sheet, Reader]]:
    sheets = [job.sheet(path) for path in job.files]
    votes = [sheet for sheet in sheets if "vote" in sheet.columns]
    if not 0 < len(votes) < len(sheets):
        raise UsageError("un-votes is read from files of two kinds: roll calls, and votes, which have a column vote")
    held: dict[int, tuple[str, str]] = {}
    for sheet in sheets:
        if "vote" not in sheet.columns:
            calls = _RollCalls(sheet, job.made, held)
            yield calls.sheet, calls.facts
    for sheet in votes:
        yield sheet, _Votes(sheet, held).facts


class _RollCalls(Ballots):
    """Reads roll calls to events, labelled by the symbol of what was voted on; ``held`` are their ids and days, by number."""

    def __init__(self, sheet: Sheet, made: dict[str, Entity], held: dict[int, tuple[str, str]]) -> None:
        super().__init__(sheet, made)
        self._held = held
        self._number, self._day, self._symbol = (sheet.place(name) for name in ("rcid", "date", "unres"))

    def facts(self, cells: Cells) -> Iterable[Fact]:
        """None: the row makes the event."""
        number, day, symbol = whole(cells[self._number]), cells[self._day].strip(), cells[self._symbol].strip()
        if number is None:
            raise Reject("a roll call", "a roll call without a number")
        if number in self._held:
            raise Reject("a roll call", f"the number of a roll call before: {number}")
        if not _DAY.fullmatch(day):
            raise Reject("a date", f"no day, which is written as 1946-01-31: {day[:40]!r}")
        label = f"Roll call {number}" if symbol in _NOTHING else symbol
        self._held[number] = self.hold(f"rcid-{number}", label, day), day
        return ()


class _Votes:
    """Reads who voted how in which roll call, on the day when it was held."""

    def __init__(self, sheet: Sheet, held: dict[int, tuple[str, str]]) -> None:
        self._held = held
        self._number, self._name, self._code, self._vote = (sheet.place(name) for name in ("rcid", "country", "country_code", "vote"))

    def facts(self, cells: Cells) -> Iterable[Fact]:
        """The one statement of a row."""
        number, vote = whole(cells[self._number]), cells[self._vote].strip()
        if vote not in _VOTES:
            raise Reject("a vote", f"no vote, which is {', '.join(_VOTES)}: {vote[:40]!r}")
        if number not in self._held or number is None:
            raise Reject("a roll call", f"no roll call of this number: {cells[self._number].strip()[:40]!r}")
        event, day = self._held[number]
        yield Fact(_party(cells[self._name].strip(), cells[self._code].strip()), _VOTES[vote], event, day, negated=vote == "absent")


@lru_cache(maxsize=1 << 10)
def _party(name: str, code: str) -> Party:
    """The state by its name, else by its code: that of Namibia is also how R writes that there is none, as for Czechoslovakia."""
    found = state_named(name) or (state(code) if code not in _NOTHING else None)
    return found.party if found else Party(name, ActorKind.STATE)


FORMAT = Format(title="Votes in the General Assembly of the United Nations", read=_read)
