"""SHACL: whether a data set keeps the rules of ``ontology/shapes.ttl``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.errors import StoreError

__all__ = ["Violation", "violations"]


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """The IRI of the node that breaks a rule, and the rule's message."""

    focus: str
    message: str


def violations(shapes: Path, turtle: str) -> list[Violation]:
    """All violations in a graph given as Turtle or N-Triples text, sorted. Raises `StoreError` where the engine can't read it.

    The engine is `shacl`; pyshacl is its oracle in the tests.
    """
    import shacl

    rules = shacl.Shapes.from_file(str(shapes))
    try:
        report = rules.validate_turtle(turtle)
    except ValueError as error:
        raise StoreError(f"the rules can't be checked: {error}") from None
    found = {Violation(result.focus_node.strip("<>"), result.message or result.component) for result in report.results}
    return sorted(found)
