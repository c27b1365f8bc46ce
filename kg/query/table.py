"""An answer as a table to read: short names, and the passages behind each row."""

from __future__ import annotations

from collections.abc import Sequence

from kg.query.asked import Asked
from kg.query.behind import Behind
from kg.query.citations import cite, cited
from kg.query.scope import Scope
from kg.rdf.terms import Iri, Term

__all__ = ["table"]


def table(engine: Asked, text: str, scope: Scope) -> tuple[list[str], list[Sequence[str]]]:
    """Column names and rows of text; a last column cites passages where a row binds a record, or an end of a direct triple."""
    answer = engine.ask(text, scope)
    if answer.truth is not None:
        return ["answer"], [["yes" if answer.truth else "no"]]
    behind = Behind(engine, text, scope, answer.variables)
    bound = [[*row, *behind.statements(row)] for row in answer.rows]
    facts = engine.facts({record for row in bound for record in cited(engine.base, row, behind.timed)})
    passages = [cite(facts, engine.base, row, behind.timed) for row in bound]
    rows: list[Sequence[str]] = [[_short(engine, term) for term in row] for row in answer.rows]
    if not any(passages):
        return list(answer.variables), rows
    name = "passages" if "passages" not in answer.variables else "passages cited"
    return [*answer.variables, name], [[*row, cell] for row, cell in zip(rows, passages, strict=True)]


def _short(engine: Asked, term: Term | None) -> str:
    if not isinstance(term, Iri):
        return "" if term is None else term.value
    for prefix, iri in sorted(engine.prefixes.items(), key=lambda item: -len(item[1])):
        if term.startswith(iri) and "/" not in (local := term.removeprefix(iri)) and local:
            return f"{prefix}:{local}"
    return term.n3
