"""Everything that is held to be so has a passage, and the passage lies where it says."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model.entities import Era, Policy, Source
from kg.model.events import Event
from kg.model.evidence import Evidence
from kg.model.rules.problem import Problem, Scene
from kg.model.statements import Envelope

__all__ = ["inside", "present"]


def present(scene: Scene) -> Iterator[Problem]:
    """Statements, claims, events, policies and eras cite a passage."""
    for record in scene.records.by_id.values():
        if not isinstance(record, Envelope | Event | Policy | Era):
            continue
        if not record.evidence and not any(dating.evidence for dating in record.datings):
            yield Problem(record.id, "", "no evidence: say in which source, paragraph and characters it stands")


def inside(scene: Scene) -> Iterator[Problem]:
    """Ranges lie in their paragraph, locators where there is no text."""
    for record, field, piece in scene.records.evidence():
        yield from _piece(scene, record.id, field, piece)


def _piece(scene: Scene, name: str, field: str, piece: Evidence) -> Iterator[Problem]:
    source = scene.records.by_id.get(piece.source)
    if not isinstance(source, Source):
        return
    if piece.paragraph == 0:
        if source.paragraphs and piece.locator:
            yield Problem(name, field, f"{source.id} has a text: give paragraph and chars, not a locator")
        return
    if not source.paragraphs:
        yield Problem(name, field, f"{source.id} has no text: give a locator, not a paragraph")
    elif not 1 <= piece.paragraph <= len(source.paragraphs):
        yield Problem(name, field, f"{source.id} has paragraphs 1 to {len(source.paragraphs)}, not {piece.paragraph}")
    else:
        start, end = source.paragraph_range(piece.paragraph)
        if not (start <= piece.chars[0] and piece.chars[1] <= end):
            where = f"chars {piece.chars[0]}-{piece.chars[1]} lie outside paragraph {piece.paragraph} of {source.id}"
            yield Problem(name, field, f"{where}, which is {start}-{end}")
