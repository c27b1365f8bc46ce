"""The format ``icews``: raw event files of 20 columns, tab-separated, with a heading or without."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from kg.model.evidence import Quantity
from kg.model.vocabulary import ActorKind
from kg.readers.foreign.cameo import cameo
from kg.readers.foreign.facts import Fact, Party, Reader, Reject, Skip
from kg.readers.foreign.figures import figure
from kg.readers.foreign.format import Format, Job, Sheet
from kg.readers.foreign.states import state_named

__all__ = ["FORMAT"]

_COLUMNS = (
    *("Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity"),
    *("Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher"),
    *("City", "District", "Province", "Country", "Latitude", "Longitude"),
)
_NOTHING = ("", "NA", "NULL", "None")
_NOBODY = ("Unspecified Actor", "Unidentified State Actor")  # not one and the same in any two rows
_BODY = "International Government Organization"


def _read(job: Job) -> Iterator[tuple[Sheet, Reader]]:
    for path in job.files:
        yield job.sheet(path, "\t", _COLUMNS, quoted=False), _facts


def _facts(cells: Sequence[str]) -> Iterable[Fact]:
    """Who did what to whom on the day; the intensity is kept as a figure, the sign is that of the kind."""
    meaning = cameo().get(cells[6])
    if meaning is None:
        raise Reject("a code", f"no code of CAMEO: {cells[6][:40]!r}")
    if len(cells[1]) != 10:
        raise Reject("a date", f"no day as YYYY-MM-DD: {cells[1][:40]!r}")
    source, target = _party(cells[2], cells[3], cells[4]), _party(cells[8], cells[9], cells[10])
    return (Fact(source, meaning.relation, target, cells[1], _intensity(cells[7]), meaning.status),)


@lru_cache(maxsize=1 << 16)
def _party(name: str, sectors: str, country: str) -> Party:
    """The actor by name. Only where the name is the country's own it is the state; a part of its government has a name of its own."""
    if name in _NOTHING:
        raise Reject("an actor", "an actor without a name")
    if name in _NOBODY:
        raise Skip("an actor that is not told")
    state = state_named(name)
    if state and country not in _NOTHING and state in (state_named(country), None):
        return state.party
    if name == country:
        return Party(name, ActorKind.STATE)
    body = country in _NOTHING and sectors.startswith(_BODY)
    return Party(name, ActorKind.INTERNATIONAL_BODY if body else ActorKind.GROUP)


@lru_cache(maxsize=1 << 10)
def _intensity(text: str) -> tuple[Quantity, ...]:
    """The value on Goldstein's scale, from -10 to 10."""
    return () if text in _NOTHING else (Quantity("intensity", figure(text, Decimal(-10), Decimal(10)), "goldstein"),)


FORMAT = Format(title="Events of the Integrated Crisis Early Warning System", read=_read)
