"""The triple patterns of a query: which of its terms stand to each other, by which kinds, in which graph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from rdflib.term import Node

__all__ = ["Pattern", "patterns"]


class Pattern(NamedTuple):
    """Terms as IRIs, or as variables with their ``?``; ``graph`` is empty for the default graph, an end for a blank node or literal."""

    graph: str
    subject: str
    kind: str
    object: str


def patterns(query: str, prefixes: Mapping[str, str]) -> list[Pattern]:
    """Every pattern that a row of the answer may rest on, paths of alternatives and inverses taken apart.

    What only filters, and what MINUS takes away, is left out. None for a query that rdflib, whose algebra
    this reads, can't read though the engine could.

    >>> patterns("SELECT * { GRAPH ?g { ?a ^<urn:p>|<urn:q> ?b } FILTER NOT EXISTS { ?b <urn:r> ?a } }", {})
    [Pattern(graph='?g', subject='?b', kind='urn:p', object='?a'), Pattern(graph='?g', subject='?a', kind='urn:q', object='?b')]
    """
    from pyparsing import ParseBaseException
    from rdflib.plugins.sparql.algebra import translateQuery
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        algebra = translateQuery(parseQuery(query), initNs=dict(prefixes)).algebra
        return list(dict.fromkeys(_walk(algebra, "")))
    except (ParseBaseException, RecursionError):
        return []
    except Exception as error:  # rdflib raises bare exceptions for what it does not know
        if type(error) is not Exception:
            raise
        return []


def _walk(part: Any, graph: str) -> Iterator[Pattern]:
    name = getattr(part, "name", "")
    if name == "Graph":
        yield from _walk(part.p, _text(part.term))
    elif name == "Minus":
        yield from _walk(part.p1, graph)
    elif name == "BGP":
        for subject, predicate, object in part.triples:
            for kind, forward in _kinds(predicate):
                ends = (_text(subject), _text(object)) if forward else (_text(object), _text(subject))
                yield Pattern(graph, ends[0], kind, ends[1])
    elif name:
        for key in ("p", "p1", "p2"):
            if key in part:
                yield from _walk(part[key], graph)


def _kinds(predicate: Any, forward: bool = True) -> Iterator[tuple[str, bool]]:
    """The kinds that a predicate may stand for, and which way round; none for sequences and repetitions."""
    from rdflib.paths import AlternativePath, InvPath, Path

    if isinstance(predicate, AlternativePath):
        for one in predicate.args:
            yield from _kinds(one, forward)
    elif isinstance(predicate, InvPath):
        yield from _kinds(predicate.arg, not forward)
    elif not isinstance(predicate, Path):
        yield _text(predicate), forward


def _text(term: Node) -> str:
    from rdflib.term import URIRef, Variable

    return f"?{term}" if isinstance(term, Variable) else str(term) if isinstance(term, URIRef) else ""
