"""A kind of relation, as ``ontology/relations.ttl`` defines it."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.statements import Statement

__all__ = ["Relation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A kind has one name everywhere: in YAML, in RDF, on the command line.

    ``subjects`` and ``objects`` are the names of the classes it may join, empty where any will do.
    ``derived`` kinds are made by the build and never written by hand.
    """

    name: str
    label: str
    polarity: int = 0
    symmetric: bool = False
    derived: bool = False
    broader: str | None = None
    subjects: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()

    def leaning(self, statement: Statement) -> int:
        """1 friendly, -1 unfriendly, 0 neither: the kind's own, else the one that the statement gives itself."""
        return self.polarity or statement.polarity or 0

    def sign(self, statement: Statement) -> int:
        """The same for what is held to be so: what the holder denies has no sign."""
        return 0 if statement.negated else self.leaning(statement)
