"""Records in words, as tables show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.model.dated import Dated
from kg.model.evidence import Evidence
from kg.model.relations import Relation
from kg.model.resolved import Resolved
from kg.model.statements import UNDISPUTED, Claim, Envelope, Statement
from kg.model.vocabulary import Status, Wording

__all__ = ["grounds", "holders", "manner", "passages", "phrase", "when", "when_held"]


def phrase(resolved: Resolved, relations: Mapping[str, Relation], name: str) -> str:
    """A statement as a sentence, a claim's gist, an entity's label; of a dating its record and id."""
    record = resolved.statements.get(name) or resolved.records.by_id.get(name.partition("/")[0])
    label = resolved.records.label
    if isinstance(record, Statement):
        verb = relations[record.relation].label
        return f"{label(record.subject)} {'— not: ' if record.negated else ''}{verb} {label(record.object)}"
    if isinstance(record, Claim):
        return record.gist
    dating = name.partition("/")[2]
    return f"{label(name.partition('/')[0])}{f' ({dating})' if dating else ''}"


def when(record: Dated | None, dating: str = "") -> str:
    """The dates as written, the preferred one first."""
    if record is None:
        return ""
    if record.when:
        return record.when.text
    several = sorted(record.datings, key=lambda d: (not d.preferred, d.id))
    return " | ".join(d.when.text for d in several if dating in ("", d.id))


def when_held(resolved: Resolved, statement: Statement) -> str:
    """The same of a statement; of a derived one without a date of its own, its parent's."""
    if statement.derived_from and not statement.when:
        return when(resolved.records.by_id[statement.derived_from])  # type: ignore[arg-type]
    return when(statement)


def holders(resolved: Resolved, record: Envelope) -> str:
    """Whose view it is, and who passes it on."""
    if record.according_to == (UNDISPUTED,):
        return UNDISPUTED
    who = ", ".join(resolved.records.label(name) for name in record.according_to)
    via = ", ".join(resolved.records.label(report.by) for report in record.reported_by)
    return f"{who} (via {via})" if via else who


def manner(resolved: Resolved, record: Envelope) -> str:
    """Status and wording where they are not the plain ones, and whether it is disputed."""
    words = [str(record.status)] if record.status is not Status.ACTUAL else []
    words += [str(record.wording)] if record.wording is not Wording.STATED else []
    words += ["negated"] if record.negated else []
    words += ["disputed"] if record.id in resolved.disputed else []
    return ", ".join(words)


def grounds(resolved: Resolved, relations: Mapping[str, Relation], record: Envelope) -> str:
    """What the view rests on, in words; empty where it names nothing."""
    named = "; ".join(phrase(resolved, relations, name) for name in record.because)
    return f"because: {named}" if named else ""


def passages(evidence: Iterable[Evidence]) -> str:
    """Where it is said, as tables cite it."""
    return "; ".join(piece.place for piece in sorted(evidence))
