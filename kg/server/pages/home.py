"""The first page of the server: what is in the data set, and the ways into it."""

from __future__ import annotations

from itertools import groupby

from kg.query.engine import Engine
from kg.rdf.namespaces import DCTERMS
from kg.rdf.terms import Literal, Term
from kg.server.pages.listing import LISTED, plural
from kg.server.pages.rendering import about, rendered

__all__ = ["eras", "home_page"]

_KINDS = ("Statement", "Claim", "Conflict", "Actor", "Event", "Policy", "Office", "Place", "Source", "Passage", "Era")
_WAYS = {class_: f"{folder}/" for folder, class_ in LISTED.items()} | {"Conflict": "conflicts"}
_ACTORS = 24  # those of whom most is said
_ERAS = """SELECT ?periodisation ?label ?era ?name ?when {
  ?era a kg:Era ; kg:periodisation ?periodisation ; kg:order ?order ; rdfs:label ?name ; kg:when ?when .
  ?periodisation rdfs:label ?label .
  OPTIONAL { ?corpus kg:defaultPeriodisation ?periodisation BIND(0 AS ?first) }
} ORDER BY (COALESCE(?first, 1)) ?label ?periodisation ?order"""
_MOST = f"""SELECT ?actor ?label (COUNT(?s) AS ?n) {{ ?s kg:party ?actor . ?actor a kg:Actor ; rdfs:label ?label }}
GROUP BY ?actor ?label ORDER BY DESC(?n) ?label LIMIT {_ACTORS}"""


def home_page(engine: Engine, root: str, questions: int) -> bytes:
    """Counts, eras by periodisation (the corpus's own first), the actors of whom most is said, and the way to ask."""
    described = [each.value for each in engine.store.objects(engine.base, DCTERMS + "description") if isinstance(each, Literal)]
    return rendered(
        "home.html.j2",
        about=about(engine),
        description=" ".join(described),
        counts=[(plural(kind), _count(engine, kind), _WAYS.get(kind, "")) for kind in _KINDS],
        periodisations=eras(engine),
        actors=[(_path(engine, actor), _text(label), _text(number)) for actor, label, number in _rows(engine, _MOST)],
        questions=questions,
        root=root,
    )


def _count(engine: Engine, kind: str) -> str:
    return _text(_rows(engine, f"SELECT (COUNT(?x) AS ?n) {{ ?x a kg:{kind} }}")[0][0])


def eras(engine: Engine) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """Periodisations by label, the corpus's own first, with their eras: path below the base, label, when."""
    found = groupby(_rows(engine, _ERAS), key=lambda row: row[:2])
    return [(_text(label), [(_path(engine, era), _text(name), _text(when)) for _, _, era, name, when in own]) for (_, label), own in found]


def _rows(engine: Engine, query: str) -> tuple[tuple[Term | None, ...], ...]:
    return engine.store.query(query, engine.prefixes, [None], []).rows


def _path(engine: Engine, term: Term | None) -> str:
    return str(term).removeprefix(engine.base)


def _text(term: Term | None) -> str:
    return term.value if isinstance(term, Literal) else str(term or "")
