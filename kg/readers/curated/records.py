"""One entry of each kind of file to one record."""

from __future__ import annotations

from collections.abc import Callable

from kg.errors import DateError
from kg.model.conflicts import Conflict
from kg.model.entities import Actor, Era, Office, Place, Policy, Source
from kg.model.events import Event
from kg.model.period import Period
from kg.model.records import Corpus, Record
from kg.model.statements import Claim, Statement
from kg.model.vocabulary import (
    ActorKind,
    ClaimKind,
    ConflictKind,
    EventKind,
    Outcome,
    PolicyKind,
    Scope,
    SourceKind,
    Status,
)
from kg.readers.curated.entry import Entry
from kg.readers.curated.parts import envelope, identity, participants, quantities, time

__all__ = ["READERS", "corpus", "statement"]


def corpus(entry: Entry) -> Corpus:
    """What ``corpus.yaml`` says."""
    periodisations = []
    for item in entry.entries("periodisations"):
        periodisations.append((item.id(), item.needed("label")))
        item.done()
    found = Corpus(
        title=entry.needed("title"),
        version=entry.needed("version"),
        licence=entry.needed("licence"),
        base=entry.needed("base"),
        default_periodisation=entry.text("default-periodisation"),
        description=entry.text("description"),
        issued=entry.text("issued"),
        periodisations=tuple(sorted(periodisations)),
    )
    for name, value in (("base", found.base), ("licence", found.licence)):
        if value and not value.startswith(("http://", "https://")):
            entry.fault(f"{name} {value!r} is no web address: write https://…", entry.lines[name])
    if found.base and not found.base.endswith(("/", "#")):
        entry.fault(f"base {found.base!r} does not end in / : ids are put behind it", entry.lines["base"])
    if found.issued:
        try:
            Period.on(found.issued)
        except DateError as error:
            entry.fault(f"issued: {error}", entry.lines["issued"])
    entry.done()
    return found


def _actor(entry: Entry) -> Actor:
    code = entry.integer("cow", 0)
    return Actor(
        id=entry.id(),
        kind=entry.word("kind", ActorKind) or ActorKind.STATE,
        iso3166=entry.text("iso3166"),
        cow=code or None,
        **identity(entry),
    )


def _office(entry: Entry) -> Office:
    return Office(
        id=entry.id(),
        of=entry.needed("of"),
        role=entry.id("role"),
        leads=entry.flag("leads"),
        seats=entry.integer("seats", 1, least=1),
        **identity(entry),
    )


def _place(entry: Entry) -> Place:
    return Place(id=entry.id(), country=entry.text("country"), **identity(entry))


def _policy(entry: Entry) -> Policy:
    return Policy(
        id=entry.id(),
        kind=entry.word("kind", PolicyKind) or PolicyKind.MEASURE,
        proponents=entry.ids("proponents"),
        targets=entry.ids("targets"),
        adopted_by=entry.text("adopted-by"),
        part_of=entry.text("part-of"),
        quantities=quantities(entry),
        **time(entry),
        **identity(entry),
    )


def _event(entry: Entry) -> Event:
    return Event(
        id=entry.id(),
        kind=entry.word("kind", EventKind) or EventKind.OTHER,
        participants=participants(entry),
        place=entry.text("place"),
        status=entry.word("status", Status, Status.ACTUAL) or Status.ACTUAL,
        outcome=entry.word("outcome", Outcome) if "outcome" in entry.lines else None,
        part_of=entry.text("part-of"),
        quantities=quantities(entry),
        **time(entry),
        **identity(entry),
    )


def _source(entry: Entry) -> Source:
    without, starts = entry.text("text"), entry.texts("paragraphs")
    source = Source(
        id=entry.id(),
        kind=entry.word("kind", SourceKind) or SourceKind.ARTICLE,
        authors=entry.ids("author"),
        date=entry.text("date"),
        publisher=entry.text("publisher"),
        container=entry.text("in"),
        url=entry.text("url"),
        recorded=entry.text("recorded"),
        sha256=entry.text("sha256"),
        length=entry.integer("length", 0),
        paragraphs=tuple(int(start) for start in starts if start.isascii() and start.isdigit() and len(start) < 16),
        **identity(entry),
    )
    _check_text(entry, source, without, len(starts))
    return source


def _check_text(entry: Entry, source: Source, without: str | None, count: int) -> None:
    described = [source.sha256 is not None, source.length > 0, count > 0]
    if without not in (None, "none"):
        entry.fault("text is none, or left out where sha256, length and paragraphs describe it", entry.lines["text"])
    elif without == "none" and any(described):
        entry.fault("text is none, and yet sha256, length or paragraphs describe it: keep one of the two", entry.lines["text"])
    elif without is None and not all(described):
        entry.fault("a source has sha256, length and paragraphs of its text, or `text: none`; `kg check --documents` prints them")
    if source.sha256 and not (len(source.sha256) == 64 and set(source.sha256) <= set("0123456789abcdef")):
        entry.fault("sha256 is 64 lower-case hexadecimal digits", entry.lines["sha256"])
    starts = source.paragraphs
    if len(starts) < count or list(starts) != sorted(set(starts)) or (starts and starts[-1] >= source.length):
        entry.fault("paragraphs are the offsets of the paragraphs, rising, each below length", entry.lines.get("paragraphs"))
    if source.url and not source.url.startswith(("http://", "https://")):
        entry.fault("url is a web address: write https://…", entry.lines["url"])


def _era(entry: Entry) -> Era:
    return Era(
        id=entry.id(),
        periodisation=entry.needed("periodisation"),
        order=entry.integer("order"),
        according_to=entry.ids("according-to"),
        **time(entry),
        **identity(entry),
    )


def statement(entry: Entry) -> Statement:
    """A statement, its references unread."""
    polarity = entry.integer("polarity", 0)
    if "polarity" in entry.lines and polarity not in (1, -1):
        entry.fault("polarity is 1 or -1, or left out where the kind of relation says it", entry.lines["polarity"])
    return Statement(
        id=entry.id(),
        subject=entry.needed("subject"),
        relation=entry.needed("relation"),
        object=entry.needed("object"),
        polarity=polarity or None,
        **time(entry),
        **envelope(entry),
    )


def _claim(entry: Entry) -> Claim:
    claim = Claim(
        id=entry.id(),
        kind=entry.word("kind", ClaimKind) or ClaimKind.ARGUMENT,
        about=entry.ids("about"),
        gist=entry.needed("gist"),
        **time(entry),
        **envelope(entry),
    )
    if len(claim.gist.split()) > 25:
        entry.fault(f"the gist has {len(claim.gist.split())} words: 25 are the most", entry.lines["gist"])
    if not claim.about:
        entry.fault("about is missing: name the records that the claim is about")
    return claim


def _conflict(entry: Entry) -> Conflict:
    conflict = Conflict(
        id=entry.id(),
        kind=entry.word("kind", ConflictKind) or ConflictKind.FACT,
        scope=entry.words("scope", Scope),
        disputes=entry.ids("disputes"),
        prefers=entry.text("prefers"),
        reason=entry.text("reason"),
        note=entry.text("note"),
        former_ids=entry.ids("former-ids"),
    )
    if len(conflict.disputes) < 2:
        entry.fault("a conflict disputes two or more records, or datings as event/dating", entry.lines.get("disputes"))
    if not conflict.scope:
        entry.fault(f"scope is missing: one or more of {', '.join(Scope)}")
    if (conflict.prefers is None) != (conflict.reason is None):
        entry.fault(
            "prefers and reason stand together: what is preferred, and why", entry.lines.get("prefers") or entry.lines.get("reason")
        )
    return conflict


# Which file or folder of a corpus holds which kind of record.
READERS: dict[str, Callable[[Entry], Record]] = {
    "sources.yaml": _source,
    "actors": _actor,
    "offices.yaml": _office,
    "places.yaml": _place,
    "policies.yaml": _policy,
    "events": _event,
    "eras.yaml": _era,
    "statements": statement,
    "claims": _claim,
    "conflicts.yaml": _conflict,
}
