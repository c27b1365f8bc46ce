"""What the page says about a statement: when, reported by whom, because of what, with which figures, where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.analysis.words import phrase
from kg.model.dated import Dated, When
from kg.model.entities import Entity, Policy, Source
from kg.model.events import Event
from kg.model.evidence import Evidence, Quantity
from kg.model.records import Records
from kg.model.relations import Relation
from kg.model.resolved import Resolved
from kg.model.statements import Statement
from kg.model.vocabulary import Comparator, WhenFrom

__all__ = ["because", "derived", "figures", "parts", "reporters", "spell", "when", "where"]


def when(records: Records, statement: Statement) -> str:
    """The EDTF text as written; of several datings all, the preferred one first."""
    parent = records.by_id.get(statement.derived_from or "")
    return spell(records, parent if isinstance(parent, Dated) and parent.datings else statement) or "as its event or policy"


def spell(records: Records, dated: Dated) -> str:
    """The same of any record that has a time; empty where it has none of its own."""
    if dated.when is not None:
        return _edtf(records, dated.when)
    several = sorted(dated.datings, key=lambda d: not d.preferred)
    return "; ".join(_edtf(records, d.when) + (f" (preferred: {d.reason})" if d.preferred and d.reason else "") for d in several)


def _edtf(records: Records, it: When) -> str:
    words = it.text
    if it.after:
        words += f", after {records.label(it.after)}"
    if it.before:
        words += f", before {records.label(it.before)}"
    return words + (" (date from context)" if it.origin is WhenFrom.CONTEXT else "")


def reporters(records: Records, statement: Statement) -> tuple[str, ...]:
    """Who passes the view on, nearest to the holder first; last the authors of the sources, unless it is their own view."""
    words = []
    for report in statement.reported_by:
        said = f", {report.said}" if report.said else ""
        inside = f" in {records.label(report.inside)}" if report.inside else ""
        words.append(f"{records.label(report.by)}{inside}{said}")
    for author in _authors(records, statement.evidence):
        name = f"{records.label(author)} (author of the source)"
        if author not in statement.according_to and name not in words:
            words.append(name)
    return tuple(words)


def _authors(records: Records, evidence: Iterable[Evidence]) -> Iterator[str]:
    for piece in evidence:
        source = records.by_id.get(piece.source)
        if isinstance(source, Source):
            yield from source.authors


def parts(records: Records, entity: Entity) -> tuple[str, ...]:
    """Who took part in an event and as what, where it was and how it ended; who proposes a policy, and to whom."""
    if isinstance(entity, Event):
        found = [f"{records.label(p.actor)}, {p.role.value}" for p in entity.participants]
        found += [records.label(entity.place)] if entity.place else []
        return (*found, *([f"outcome: {entity.outcome.value}"] if entity.outcome else []))
    if isinstance(entity, Policy):
        return tuple(
            [f"{records.label(p)}, proponent" for p in entity.proponents] + [f"{records.label(t)}, target" for t in entity.targets]
        )
    return ()


def because(resolved: Resolved, relations: Mapping[str, Relation], statement: Statement) -> tuple[str, ...]:
    """What the holder gives as the reason, in words."""
    return tuple(phrase(resolved, relations, name) for name in statement.because)


def derived(resolved: Resolved, relations: Mapping[str, Relation], statement: Statement) -> str:
    """From what the build made the statement; empty for a curated one."""
    return phrase(resolved, relations, statement.derived_from) if statement.derived_from else ""


def figures(quantities: Iterable[Quantity]) -> tuple[str, ...]:
    """Quantities as they are read aloud.

    >>> from decimal import Decimal
    >>> figures([Quantity("duties", Decimal("40"), "percent", Comparator.ABOUT)])
    ('duties: about 40 percent',)
    """
    return tuple(f"{q.measure}: {_comparator(q.comparator)}{q.value} {q.unit}" for q in quantities)


def _comparator(it: Comparator) -> str:
    return "" if it is Comparator.EXACTLY else it.value.replace("-", " ") + " "


def where(piece: Evidence) -> str:
    """The passage inside its source: paragraph and characters, locator, or row."""
    if piece.locator:
        return piece.locator
    if piece.row:
        return f"row {piece.row}"
    return f"paragraph {piece.paragraph}, characters {piece.chars[0]}-{piece.chars[1]}"
