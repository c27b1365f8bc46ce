"""All things of one kind, as a page."""

from __future__ import annotations

from kg.query.engine import Engine
from kg.query.labels import label
from kg.rdf.terms import Literal
from kg.server.pages.plain import manner
from kg.server.pages.rendering import about, rendered

__all__ = ["LISTED", "listing_page", "plural"]

# By the folder in which their IRIs lie: the class.
LISTED = {name.lower(): name for name in ("Actor", "Event", "Policy", "Office", "Place", "Source", "Statement", "Claim")}
_PLURALS = {"Policy": "policies"}
_ALL = "SELECT ?thing (MIN(?time) AS ?when) { ?thing a kg:%s OPTIONAL { ?thing kg:when ?time } } GROUP BY ?thing"


def listing_page(engine: Engine, folder: str, root: str) -> bytes:
    """Every thing of a folder by its words, with when it was and how it is meant."""
    rows = engine.store.query(_ALL % LISTED[folder], engine.prefixes, [None], []).rows
    things = [(label(engine.store, engine.base, str(thing)), str(thing), when) for thing, when in rows]
    return rendered(
        "listing.html.j2",
        about=about(engine),
        kinds=plural(LISTED[folder]),
        things=[
            (iri.removeprefix(engine.base), words, when.value if isinstance(when, Literal) else "", manner(engine, iri))
            for words, iri, when in sorted(things, key=lambda one: (one[0].casefold(), one[1]))
        ],
        root=root,
    )


def plural(kind: str) -> str:
    """What several things of a class are called.

    >>> plural("Policy"), plural("Actor")
    ('policies', 'actors')
    """
    return _PLURALS.get(kind, f"{kind.lower()}s")
