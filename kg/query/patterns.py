"""The plain triple patterns of a query: which of its terms stand to each other, and which way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.query.tokens import Token

__all__ = ["Pattern", "patterns", "values"]

_TERMS = {"iri", "pname", "variable", "string"}
_ASIDE = {"SELECT": "{", "VALUES": "}", "CONSTRUCT": "}"}  # no patterns until this


class Pattern(NamedTuple):
    """One triple pattern, as tokens."""

    subject: Token
    predicate: Token
    object: Token


def patterns(found: Sequence[Token]) -> Iterator[Pattern]:
    """Every pattern of three plain terms, with ``;`` and ``,`` resolved; what has a path or a blank node in it is passed over.

    >>> from kg.query.tokens import tokens
    >>> [tuple(t.text for t in p) for p in patterns(tokens("SELECT ?a ?b ?c { ?a rel:opposes ?b , ?c ; a kg:Actor FILTER(?a > ?b) }"))]
    [('?a', 'rel:opposes', '?b'), ('?a', 'rel:opposes', '?c'), ('?a', 'a', 'kg:Actor')]
    """
    run: list[Token] = []
    depth, until = 0, ""
    for token in found:
        if token.kind == "word" and (word := token.text.upper()) in _ASIDE:
            until = _ASIDE[word]
        if until:
            until, run = "" if token.text == until else until, []
            continue
        depth += (token.text in "([") - (token.text in ")]") if token.kind == "other" else 0
        if depth:
            run = []
        elif token.kind in _TERMS or token.text == "a":
            run.append(token)
            if len(run) == 3:
                yield Pattern(*run)
        elif token.text in (";", ","):
            run = run[: 1 if token.text == ";" else 2] if len(run) == 3 else []
        elif token.text != ")":
            run = []


def values(found: Sequence[Token]) -> Iterator[tuple[set[str], list[Token]]]:
    """Every VALUES block: the names of its variables, and what it gives them."""
    for at, token in enumerate(found):
        if token.kind == "word" and token.text.upper() == "VALUES":
            opening = next((i for i in range(at, len(found)) if found[i].text == "{"), at)
            closing = next((i for i in range(opening, len(found)) if found[i].text == "}"), opening)
            yield {one.text[1:] for one in found[at:opening] if one.kind == "variable"}, list(found[opening:closing])
