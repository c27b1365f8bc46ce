"""Which format an asker gets: the Accept header against what there is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kg.errors import NotAcceptable
from kg.store import Format

__all__ = ["chosen", "preferences", "wants_page"]

# Other names by which clients ask for the same.
_ALSO = {
    "json": ("application/json",),
    "xml": ("application/xml", "text/xml"),
    "turtle": ("application/x-turtle",),
    "ntriples": ("text/plain",),
    "rdfxml": ("application/xml", "text/xml"),
    "jsonld": ("application/json",),
}


def preferences(accept: str) -> list[tuple[str, float]]:
    """Media ranges with their weights; what can't be read is left out.

    >>> preferences("text/csv;q=0.5, */*;q=0.1")
    [('text/csv', 0.5), ('*/*', 0.1)]
    """
    found = []
    for part in accept.split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        weights = [value for key, _, value in (one.partition("=") for one in parameters) if key.strip().lower() == "q"]
        try:
            weight = min(max(float(weights[0]), 0.0), 1.0) if weights else 1.0
        except ValueError:
            continue
        if name:
            found.append((name.lower(), weight))
    return found


def weight(media: Iterable[str], asked: list[tuple[str, float]]) -> float:
    """How much a format is wanted, by the most precise range that names it (RFC 9110, 12.5.1)."""
    best = (-1, 0.0)
    for name in media:
        for range_, value in asked:
            precise = 2 if range_ == name else 1 if range_ == name.split("/")[0] + "/*" else 0 if range_ == "*/*" else -1
            if precise > best[0] or (precise == best[0] >= 0 and value > best[1]):
                best = precise, value
    return best[1]


def wants_page(accept: str) -> bool:
    """Whether a browser asks: HTML is named, and wanted at least as much as any format of triples.

    >>> [wants_page("text/html,*/*;q=0.8"), wants_page("*/*"), wants_page("text/turtle, text/html;q=0.5")]
    [True, False, False]
    """
    asked = preferences(accept)
    named = max((value for name, value in asked if name in ("text/html", "application/xhtml+xml")), default=0.0)
    return named > 0 and all(value <= named for _, value in asked)


def chosen(accept: str, formats: Mapping[str, Format[Any]]) -> Format[Any]:
    """The format wanted most, the first of equals; the first of all where nothing is asked for. Raises `NotAcceptable`."""
    first = next(iter(formats.values()))
    if not accept.strip():
        return first
    asked = preferences(accept)
    ranked = {format.name: weight((format.media, *_ALSO.get(format.name, ())), asked) for format in formats.values()}
    best = max(formats, key=lambda name: ranked[name])
    if ranked[best] <= 0:
        raise NotAcceptable(f"none of the formats asked for; there are {', '.join(format.media for format in formats.values())}")
    return formats[best]
