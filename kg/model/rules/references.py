"""Every id that a record names exists, and is of a kind that fits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches

from kg.model.conflicts import Conflict
from kg.model.dated import Dated, When
from kg.model.entities import Actor, Entity, Era, Office, Place, Policy, Source
from kg.model.events import Event
from kg.model.records import FOLDERS, Record
from kg.model.rules.problem import Problem, Scene, article
from kg.model.statements import UNDISPUTED, Claim, Envelope, Statement

__all__ = ["former_ids", "known", "periodisations"]

_Reference = tuple[str, str | None, tuple[type[Record], ...]]  # field, id, kinds that fit (none: any)


def known(scene: Scene) -> Iterator[Problem]:
    """References exist and fit."""
    for record in scene.records.by_id.values():
        for field, name, kinds in _references(record):
            if name and (why := _wrong(scene, name, kinds)):
                yield Problem(record.id, field, why)


def _wrong(scene: Scene, name: str, kinds: tuple[type[Record], ...]) -> str | None:
    found = scene.records.by_id.get(name)
    if found is None:
        if name in scene.unread:
            return None
        near = get_close_matches(name, [r.id for r in scene.records.by_id.values() if not kinds or isinstance(r, kinds)], n=1)
        wanted = " or ".join(FOLDERS[kind] for kind in kinds) or "record"
        return f"no {wanted} {name!r}" + (f": is {near[0]} meant?" if near else "")
    if kinds and not isinstance(found, kinds):
        return f"{name} is {article(FOLDERS[type(found)])}, where {article(' or '.join(FOLDERS[kind] for kind in kinds))} fits"
    return None


def _references(record: Record) -> Iterator[_Reference]:
    if isinstance(record, Dated):
        whens: list[tuple[str, When]] = [(f"datings/{d.id}", d.when) for d in record.datings]
        for field, when in ([("", record.when)] if record.when else []) + whens:
            yield field or "after", when.after, (Event,)
            yield field or "before", when.before, (Event,)
    for piece in getattr(record, "evidence", ()):
        yield "evidence", piece.source, (Source,)
    if isinstance(record, Dated):
        for dating in record.datings:
            for piece in dating.evidence:
                yield f"datings/{dating.id}", piece.source, (Source,)
    for quantity in getattr(record, "quantities", ()):
        yield "quantities", quantity.compared_to, ()
    if isinstance(record, Entity):
        yield from _of_entity(record)
    if isinstance(record, Envelope):
        yield from _of_envelope(record)
    if isinstance(record, Conflict):
        yield from _of_conflict(record)


def _of_entity(record: Entity) -> Iterator[_Reference]:
    if isinstance(record, Office):
        yield "of", record.of, (Actor,)
    elif isinstance(record, Place):
        yield "country", record.country, (Actor,)
    elif isinstance(record, Policy):
        yield from (("proponents", name, (Actor,)) for name in record.proponents)
        yield from (("targets", name, (Actor, Policy, Event, Place)) for name in record.targets)
        yield "adopted-by", record.adopted_by, (Event,)
        yield "part-of", record.part_of, (Policy,)
    elif isinstance(record, Event):
        yield from (("participants", p.actor, (Actor,)) for p in record.participants)
        yield "place", record.place, (Place,)
        yield "part-of", record.part_of, (Event,)
    elif isinstance(record, Source):
        yield from (("author", name, (Actor,)) for name in record.authors)
        yield "publisher", record.publisher, (Actor,)
    elif isinstance(record, Era):
        yield from (("according-to", name, (Actor,)) for name in record.according_to)


def _of_envelope(record: Envelope) -> Iterator[_Reference]:
    yield from (("according-to", name, (Actor,)) for name in record.according_to if name != UNDISPUTED)
    for report in record.reported_by:
        yield "reported-by", report.by, (Actor,)
        yield "reported-by", report.inside, (Actor, Source)
    yield "event", record.event, (Event,)
    yield from (("because", name, (Event, Policy, Statement, Claim)) for name in record.because)
    if isinstance(record, Statement):
        yield "subject", record.subject, tuple(k for k in FOLDERS if issubclass(k, Entity))
        yield "object", record.object, tuple(k for k in FOLDERS if issubclass(k, Entity))
    if isinstance(record, Claim):
        yield from (("about", name, ()) for name in record.about)


def _of_conflict(record: Conflict) -> Iterator[_Reference]:
    for field, name in [("disputes", name) for name in record.disputes] + [("prefers", record.prefers)]:
        if name:
            yield field, name.partition("/")[0], ()


def former_ids(scene: Scene) -> Iterator[Problem]:
    """A former id is nobody's id today, and only one record's."""
    taken = Counter(former for record in scene.records.by_id.values() for former in record.former_ids)
    for record in scene.records.by_id.values():
        for former in record.former_ids:
            if former in scene.records.by_id or taken[former] > 1:
                yield Problem(record.id, "former-ids", f"the former id {former} is in use elsewhere: an id never changes hands")


def periodisations(scene: Scene) -> Iterator[Problem]:
    """Eras belong to periodisations that ``corpus.yaml`` names, each in a place of its own; datings named exist."""
    declared = {ident for ident, _ in scene.records.corpus.periodisations}
    places = Counter((era.periodisation, era.order) for era in scene.records.of(Era))
    for era in scene.records.of(Era):
        if era.periodisation not in declared:
            names = ", ".join(sorted(declared)) or "none"
            yield Problem(era.id, "periodisation", f"no periodisation {era.periodisation!r} in corpus.yaml; there are: {names}")
        if places[era.periodisation, era.order] > 1:
            yield Problem(era.id, "order", f"two eras of {era.periodisation} have order {era.order}: give each its own")
    for conflict in scene.records.of(Conflict):
        for field, name in [("disputes", n) for n in conflict.disputes] + [("prefers", conflict.prefers or "")]:
            record, slash, dating = name.partition("/")
            found = scene.records.by_id.get(record)
            if slash and found is not None and dating not in [d.id for d in getattr(found, "datings", ())]:
                yield Problem(conflict.id, field, f"{record} has no dating {dating!r}")
