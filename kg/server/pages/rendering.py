"""Pages from templates: every text is escaped, and links lead to the same server where they can."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from kg.query.engine import Engine
from kg.query.questions import Question
from kg.query.resources import Link, Resource
from kg.rdf.namespaces import COMITY, KG, RDF
from kg.server.pages.evidence import Cited
from kg.server.pages.plain import manner, sentence, spoken_of, told
from kg.store import GRAPHS
from kg.views.boxes import clean

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["POLICY", "about", "local", "query_page", "rendered", "resource_page"]

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
_MOST = 300  # links of a property
_ANY_ERA = "SELECT ?era { ?era a kg:Era } LIMIT 1"
_SPELLED = {"turtle": "Turtle", "ntriples": "N-Triples", "jsonld": "JSON-LD", "rdfxml": "RDF/XML"}
_HERE = files("kg.server.pages")


def resource_page(engine: Engine, it: Resource, evidence: Sequence[Cited], root: str) -> bytes:
    """The page of one thing, with the passages behind it; ``root`` is the path under which the server lies."""
    kinds = [link for _, name, links in it.own if name == RDF + "type" for link in links if link.iri.startswith(COMITY)]
    name = sentence(engine, Link(it.label, it.iri))
    return rendered(
        "resource.html.j2",
        it=it,
        name=_capital(name) if any(link.iri == KG + "Conflict" for link in kinds) else name,  # it is named by its address
        told=told(engine, it),
        others=spoken_of(it),
        kinds=kinds,
        evidence=evidence,
        carries=any(cited.quote for cited in evidence),
        era=it.iri.removeprefix(f"{engine.base}era/") if any(link.iri == KG + "Era" for link in kinds) else "",
        about=about(engine),
        formats=list(GRAPHS.values())[:4],
        here=local(engine, it.iri, root),
        root=root,
        most=_MOST,
        local=lambda iri: local(engine, iri, root),
        sentence=lambda link: sentence(engine, link),
        manner=lambda link: manner(engine, link.iri),
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def rendered(template: str, **given: object) -> bytes:
    """A page in ASCII from its template, with the common styles."""
    page = _environment().get_template(template).render(styles=_styles("pages"), **given)
    return page.encode("ascii", "xmlcharrefreplace")


def query_page(
    title: str, base: str, names: Mapping[str, str], questions: Iterable[Question], eras: Iterable[tuple[str, str]], root: str
) -> tuple[bytes, str]:
    """The page on which queries are written, and the policy that lets its one script run and nothing else.

    ``eras`` are those that may be asked about, by id and label.
    """
    script = _read("query.js")
    asked = list(questions)
    known = {
        "endpoint": f"{root}/sparql",
        "root": root,
        "base": base,
        "prefixes": dict(names),
        "questions": {question.name: {"text": question.text, "time": question.time} for question in asked},
        "eras": list(eras),
    }
    page = (
        _environment()
        .get_template("query.html.j2")
        .render(
            title=title,
            prefixes=sorted(names),
            questions=asked,
            root=root,
            known=known,
            script=script,
            styles=_styles("pages", "query"),
        )
    )
    digest = b64encode(sha256(script.encode()).digest()).decode()
    return page.encode(), f"{POLICY}; script-src 'sha256-{digest}'; connect-src 'self'"


@cache
def _styles(*names: str) -> str:
    from rcssmin import cssmin

    return str(cssmin("\n".join(_read(f"{name}.css") for name in names)))


def _read(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


def local(engine: Engine, iri: str, root: str) -> str:
    """The address of a thing: on this server where it describes it; nothing that is no web address."""
    for base in (engine.base, COMITY):
        if iri.startswith(base):
            return f"{root}/{iri.removeprefix(base)}"
    return iri if iri.startswith(("http://", "https://")) else "#"


def about(engine: Engine) -> dict[str, str | bool]:
    """Title and version of the data set, as pages name them, and whether it has eras to view."""
    title, version = engine.about
    return {"title": title, "version": version, "eras": bool(engine.store.query(_ANY_ERA, engine.prefixes, [None], []).rows)}


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("kg.server", "pages"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters |= {"clean": clean, "spelled": lambda name: _SPELLED[name]}
    return made
