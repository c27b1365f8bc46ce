"""A page that carries text of its sources, all of it invented."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kg.model.evidence import Evidence
from kg.model.relations import Relation
from kg.model.statements import Statement
from kg.views import page
from kg.views.passages import Paragraph, Passages, Range
from tests.views.invented import peninsula, request_for, resolved_of

__all__ = ["TEXT", "page_with_text"]

TEXT = "The paper begins far from the matter, " * 4 + "then Japan hedged its sanctions; Tokyo wavered. " + "It ends with other things. " * 8


def page_with_text(relations: Mapping[str, Relation]) -> bytes:
    """A page with one paragraph and two passages in it, of which one statement cites both and another the second."""
    places = [(TEXT.index(words), TEXT.index(words) + len(words)) for words in ("Japan hedged its sanctions", "Tokyo wavered")]
    both = tuple(Evidence(source="rozman-2022", paragraph=8, chars=place) for place in places)
    records = peninsula()
    for name, evidence in (("japan-sanctions-russia-8", both), ("russia-coordinateswith-china-21", both[1:])):
        old = records[name]
        assert isinstance(old, Statement)
        records[name] = replace(old, evidence=evidence)
    ranges = {piece: Range(0, *place) for piece, place in zip(both, places, strict=True)}
    carried = Passages((Paragraph("rozman-2022", 8, TEXT),), ranges, ())
    return page(resolved_of(records), relations, request_for(documents=carried))
