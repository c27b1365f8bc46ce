"""What a person writes after ``--param NAME=`` as an RDF term."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.errors import UnknownName, UsageError
from kg.model.period import Period
from kg.query.asked import Asked
from kg.query.questions import Question, defaults
from kg.rdf.namespaces import KG
from kg.rdf.terms import Iri, Literal

__all__ = ["check_defaults", "term", "terms"]

_IRI = re.compile(r'<[^<>"{}|^`\\\x00-\x20]+>')
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)
_LITERAL = re.compile(r'"(?:[^"\\\n\r]|\\.)*"(?:@[A-Za-z-]+|\^\^[\w:<>/.#-]+)?', re.ASCII)


def terms(engine: Asked, text: str, values: Mapping[str, str]) -> dict[str, str]:
    """Every value as a term, by the example that stands in the query's own VALUES block."""
    known = defaults(text)
    for name in values:
        if name not in known:
            raise UsageError(f"the query has no parameter {name}; it has: {', '.join(sorted(known)) or 'none'}")
    return {name: term(engine, name, value, defaults(text).get(name, "")) for name, value in values.items()}


def check_defaults(engine: Asked, question: Question, given: Mapping[str, str]) -> None:
    """Raises `UsageError` where a parameter is left to its default and the corpus has no such record."""
    known = engine.known([p.default.partition(":")[2] for p in question.parameters]) if question.parameters else {}
    for parameter in question.parameters:
        prefix, colon, name = parameter.default.partition(":")
        own = prefix in engine.prefixes and engine.prefixes[prefix] != KG and engine.prefixes[prefix].startswith(engine.base)
        missing = colon and own and name not in known
        if parameter.name not in given and missing:
            raise UsageError(
                f"{question.name} needs --param {parameter.name}=… ({parameter.meaning}): {parameter.default} is not in this corpus"
            )


def term(engine: Asked, name: str, value: str, default: str) -> str:
    """The term that a value means where ``default`` is the parameter's own.

    A literal stays one of the default's type, a number a number; else an id, a kind of relation, a prefixed name or an IRI between
    angle brackets. Raises `UnknownName` for an id that is not in the data set.
    """
    if literal := _LITERAL.match(default):
        tag = literal[0].rpartition('"')[2]
        datatype = tag.removeprefix("^^") if tag.startswith("^^") else ""
        if datatype == "xsd:date":
            Period.on(value)
        return Literal(value).n3 + tag
    if _NUMBER.fullmatch(default):
        if not _NUMBER.fullmatch(value):
            raise UsageError(f"{name} is a number, not {value!r}")
        return value
    if _IRI.fullmatch(value):
        return value
    prefix, colon, local = value.partition(":")
    if colon:
        if prefix not in engine.prefixes or not re.fullmatch(r"[\w.-]*\w", local):
            raise UsageError(f"{name}: {value!r} is no prefixed name; prefixes are {', '.join(sorted(engine.prefixes))}")
        return Iri(engine.prefixes[prefix] + local).n3
    return _by_id(engine, name, value)


def _by_id(engine: Asked, name: str, value: str) -> str:
    known = engine.known([value])
    if value not in known:
        raise UnknownName(f"{name} named", value, engine.ids())
    return Iri(known[value]).n3
