"""What several kinds of record share in YAML: dates, evidence, quantities, reports, participants."""

from __future__ import annotations

import re
from typing import Any

from kg.model.dated import Dating, When
from kg.model.events import Participation
from kg.model.evidence import FIGURE, Evidence, Quantity, Report
from kg.model.vocabulary import Comparator, Role, Status, WhenFrom, Wording
from kg.rdf.terms import decimal
from kg.readers.curated.entry import Entry

__all__ = ["envelope", "evidence", "identity", "participants", "quantities", "time"]


def identity(entry: Entry) -> dict[str, Any]:
    """The fields of every entity but its id and evidence."""
    wikidata = entry.text("wikidata")
    if wikidata and not re.fullmatch(r"Q[1-9]\d*", wikidata, re.ASCII):
        entry.fault(f"wikidata {wikidata!r} is no item: write Q and digits", entry.lines["wikidata"])
    return {
        "label": entry.needed("label"),
        "aliases": tuple(sorted(entry.texts("aliases"))),
        "definition": entry.text("definition"),
        "wikidata": wikidata,
        "former_ids": entry.ids("former-ids"),
        "evidence": evidence(entry),
    }


def time(entry: Entry) -> dict[str, Any]:
    """``when`` with its companions, or ``datings``; exactly one of the two."""
    when = _when(entry)
    items = entry.entries("datings")
    read = [_dating(item) for item in items]
    _lines_of_datings(entry, items, read)
    several = tuple(sorted(read, key=lambda dating: dating.id))
    if (when is None) == (not several):
        entry.fault(
            "either `when` or `datings` is obligatory: the narrowest frame will do, with `when-from: context`", entry.lines.get("when")
        )
    ids = [dating.id for dating in several]
    if len(set(ids)) < len(ids):
        entry.fault("two datings share an id: ids of datings are unique in their record", entry.lines["datings"])
    preferred = [dating for dating in several if dating.preferred]
    if len(preferred) > 1:
        entry.fault("two datings are preferred: prefer one", entry.lines["datings"])
    return {"when": when, "datings": several}


def _when(entry: Entry) -> When | None:
    text, after, before = entry.text("when"), entry.text("after"), entry.text("before")
    origin = entry.word("when-from", WhenFrom, WhenFrom.TEXT)
    if text is None:
        for name in ("after", "before", "when-from"):
            if name in entry.lines:
                entry.fault(f"{name} says more of `when`, which is missing", entry.lines[name])
        return None
    return When(text, after, before, origin or WhenFrom.TEXT)


def _dating(entry: Entry) -> Dating:
    dating = Dating(
        id=entry.id(),
        when=_when(entry) or When(""),
        preferred=entry.flag("preferred"),
        reason=entry.text("reason"),
        evidence=evidence(entry),
    )
    if "when" not in entry.lines:
        entry.fault("when is missing")
    if not dating.evidence:
        entry.fault("a dating has no evidence: say where it stands")
    if dating.preferred and not dating.reason:
        entry.fault("a preferred dating has no reason: say why it is preferred", entry.lines["preferred"])
    entry.done()
    return dating


def _lines_of_datings(entry: Entry, items: list[Entry], datings: list[Dating]) -> None:
    """Let faults found later name the line of the dating, not that of the field that holds them all."""
    for item, dating in zip(items, datings, strict=True):
        entry.lines[f"datings/{dating.id}"] = item.lines.get("when", item.line)


def evidence(entry: Entry) -> tuple[Evidence, ...]:
    """All pieces of evidence, sorted."""
    return tuple(sorted({_piece(item) for item in entry.entries("evidence")}))


def _piece(entry: Entry) -> Evidence:
    source, coreference = entry.needed("source"), entry.flag("coreference")
    locator, row = entry.text("locator") or "", entry.integer("row", 0, least=1)
    paragraph, chars = entry.integer("paragraph", 0, least=1), _chars(entry)
    ways = [bool(locator), "row" in entry.lines, "paragraph" in entry.lines or "chars" in entry.lines]
    if sum(ways) != 1:
        entry.fault("evidence is located in one way: paragraph and chars, or locator, or row")
    elif ways[2] and not ("paragraph" in entry.lines and "chars" in entry.lines):
        entry.fault("evidence in a text has both paragraph and chars")
    entry.done()
    return Evidence(source, paragraph, chars, locator, row, coreference)


def _chars(entry: Entry) -> tuple[int, int]:
    text = entry.text("chars")
    if text is None:
        return 0, 0
    match = re.fullmatch(r"(\d{1,15})-(\d{1,15})", text, re.ASCII)
    if match is None:
        entry.fault(f"chars {text!r} is no range: write START-END, end exclusive", entry.lines["chars"])
        return 0, 0
    start, end = int(match[1]), int(match[2])
    if start >= end:
        entry.fault(f"chars {text} runs backwards or holds nothing: start comes before end", entry.lines["chars"])
    return start, end


def quantities(entry: Entry) -> tuple[Quantity, ...]:
    """All figures, one a measure."""
    found = [_quantity(item) for item in entry.entries("quantities")]
    if len({q.measure for q in found}) < len(found):
        entry.fault("two quantities share a measure: name what each measures", entry.lines["quantities"])
    return tuple(sorted(found, key=lambda quantity: quantity.measure))


def _quantity(entry: Entry) -> Quantity:
    quantity = Quantity(
        measure=entry.id("measure"),
        value=entry.decimal("value"),
        unit=entry.needed("unit"),
        comparator=entry.word("comparator", Comparator, Comparator.EXACTLY) or Comparator.EXACTLY,
        compared_to=entry.text("compared-to"),
    )
    if not re.fullmatch(FIGURE, decimal(quantity.value).value, re.ASCII):
        entry.fault("value has too many digits: 20 before the point and 18 after it are the most", entry.lines.get("value"))
    entry.done()
    return quantity


def participants(entry: Entry) -> tuple[Participation, ...]:
    """Who took part, sorted by actor and role."""
    found = []
    for item in entry.entries("participants"):
        actor, role = item.needed("actor"), item.word("role", Role)
        item.done()
        if role is not None:
            found.append(Participation(actor, role))
    if len(set(found)) < len(found):
        entry.fault("a participant stands twice in the same role: keep one", entry.lines["participants"])
    return tuple(sorted(found))


def envelope(entry: Entry) -> dict[str, Any]:
    """The fields that statements and claims share, but for id and time."""
    return {
        "according_to": entry.ids("according-to"),
        "reported_by": tuple(_report(item) for item in entry.entries("reported-by")),
        "said": entry.text("said"),
        "status": entry.word("status", Status, Status.ACTUAL),
        "negated": entry.flag("negated"),
        "wording": entry.word("wording", Wording, Wording.STATED),
        "event": entry.text("event"),
        "because": entry.ids("because"),
        "quantities": quantities(entry),
        "evidence": evidence(entry),
        "former_ids": entry.ids("former-ids"),
    }


def _report(entry: Entry) -> Report:
    report = Report(entry.needed("by"), entry.text("in"), entry.text("said"))
    entry.done()
    return report
