"""Who speaks for a viewer and when: the index's rule turned round, so that a view is a plain condition on holders and days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kg.index import Link
from kg.model.edtf import FIRST_DAY, LAST_DAY

__all__ = ["Spokesmen", "spokesmen"]

Spokesmen = dict[tuple[date, date], list[str]]


def spokesmen(viewer: str, links: Iterable[Link]) -> Spokesmen:
    """Those who speak for a viewer, at once or through others, by first and last day on which all that leads to him certainly held.

    >>> from kg.model.bounds import bounds
    >>> links = [Link("writer", "paper", bounds("1930-01-01/1933-12-31")), Link("paper", "state", bounds("1931-01-01/1950-12-31"))]
    >>> [(str(first), str(last), who) for (first, last), who in spokesmen("state", links).items()]
    [('1931-01-01', '1933-12-31', ['writer']), ('1931-01-01', '1950-12-31', ['paper'])]
    """
    known: dict[str, list[Link]] = {}
    for link in links:
        known.setdefault(link.body, []).append(link)
    found = {viewer: {(FIRST_DAY, LAST_DAY)}}
    todo = [(viewer, FIRST_DAY, LAST_DAY)]
    while todo:
        body, since, until = todo.pop()
        for link in known.get(body, ()):
            first, last = max(since, link.bounds.latest_begin), min(until, link.bounds.earliest_end)
            spans = found.setdefault(link.member, set())
            if first <= last and not any(start <= first and last <= end for start, end in spans):
                spans.add((first, last))
                todo.append((link.member, first, last))
    del found[viewer]  # who speaks for himself whatever the day
    grouped: Spokesmen = {}
    for span, member in sorted((span, member) for member, spans in found.items() for span in spans):
        grouped.setdefault(span, []).append(member)
    return grouped
