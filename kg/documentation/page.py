"""One ontology's page: pyLODE's, without what it would read, write or fetch, and with every term at the place that its IRI names."""

from __future__ import annotations

from collections.abc import Mapping
from html import unescape
from importlib.resources import files

from dominate import document
from dominate.tags import a, div, h4, li, link, meta, style, ul
from dominate.util import raw
from pylode import OntPub
from pylode.utils import make_title_from_iri, section_html
from rdflib import DCTERMS, OWL, RDFS, SDO, SH, SKOS, Graph, URIRef
from rdflib.namespace import split_uri

from kg.documentation.graphs import ONTOLOGIES
from kg.rdf.namespaces import KG

__all__ = ["Page"]

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
pre { white-space: pre-wrap; font: inherit }
td p, td pre { margin: 0 }
@media (max-width: 60rem) {
  body { padding: 1rem }
  #toc { position: static; width: auto; height: auto }
  #content { width: auto }
  #pylode { display: none }
}
"""
# What is told of a term, in this order.
_TOLD = [
    *(DCTERMS.title, DCTERMS.description, SKOS.example, DCTERMS.source, SKOS.note, DCTERMS.type, SKOS.notation),
    *(RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, SDO.domainIncludes, RDFS.range, SDO.rangeIncludes),
    *(URIRef(KG + "polarity"), URIRef(KG + "symmetric"), URIRef(KG + "derivedKind")),
    *(SKOS.inScheme, SKOS.broader, SKOS.related, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch),
    *(SH.targetClass, SH.targetSubjectsOf, SH.message),
]
_SECTIONS = {
    "classes": ("Classes", OWL.Class),
    "objectproperties": ("Object Properties", OWL.ObjectProperty),
    "datatypeproperties": ("Datatype Properties", OWL.DatatypeProperty),
    "named_individuals": ("", OWL.NamedIndividual),
}


class _Words(dict[URIRef, dict[str, str]]):
    """What pyLODE calls a property, from its IRI: it would parse 700 kB of vocabularies for that, and keep them beside its code."""

    def __missing__(self, property: URIRef) -> dict[str, str]:
        words, (space, _) = make_title_from_iri(property), split_uri(property)
        self[property] = {"title": words, "description": words, "ont_title": space}
        return self[property]

    def get(self, property: URIRef, default: object = None) -> dict[str, str]:
        return self[property]


class Page(OntPub):  # type: ignore[misc]
    """The page of an ontology of `ONTOLOGIES`. ``places`` are the addresses of all terms, of other pages too."""

    def __init__(self, name: str, ontology: Graph, places: Mapping[str, str]) -> None:
        self._name, self._places = name, places
        self.ont, self.back_onts, self.ns = ontology, Graph(), None
        self._title = unescape(str(next(ontology.objects(None, DCTERMS.title))))
        self._ontdoc_inference(ontology)
        self.props_labeled = _Words()
        self.toc: dict[str, list[tuple[str, object]]] = {}
        self.fids = {iri: place.partition("#")[2] for iri, place in places.items() if place.startswith(f"{name}.html#")}
        self.doc = document(title=self._title)
        self.doc["lang"] = "en"
        with self.doc:
            self.content = div(id="content")

    def html(self) -> str:
        """The page, the same for the same ontology, which loads nothing and runs nothing."""
        self._head()
        self._make_body()
        for each in self.doc.get("a"):
            if [str(part).endswith(":") for part in each.children] == [True]:  # a namespace: its prefix alone tells nothing
                each.clear()
                each.add(str(each["href"]))
            if self._places.get(str(each["href"])) == f"{self._name}.html":  # by its title, of which pyLODE would show the code
                each.clear()
                each.add(self._title)
            each["href"] = self._place(str(each["href"]))
        return str(self.doc.render(pretty=False))

    def _head(self) -> None:
        with self.doc.head:
            meta(charset="utf-8")
            meta(http_equiv="Content-Security-Policy", content=_POLICY)
            meta(name="viewport", content="width=device-width, initial-scale=1")
            link(rel="alternate", type="text/turtle", href=f"{self._name}.ttl")
            style(raw(files("pylode").joinpath("pylode.css").read_text("utf-8") + _STYLE))

    def _make_metadata(self) -> None:
        super()._make_metadata()
        heading = self.content.get("h1")[0]
        heading.clear()
        heading.add(self._title)

    def _make_main_sections(self) -> None:
        with self.content:
            for place, (words, kind) in _SECTIONS.items():
                title = words or ONTOLOGIES[self._name][1]
                if (None, None, kind) in self.ont:
                    section_html(title, self.ont, self.back_onts, self.ns, kind, _TOLD, self.toc, place, self.fids, self.props_labeled)

    def _make_namespaces(self) -> None:
        super()._make_namespaces()
        for prefix in self.content.get(id="namespaces")[0].get("dt"):
            del prefix.attributes["id"]  # it may be a term's
        self.toc["namespaces"] = []

    def _make_toc(self) -> None:
        super()._make_toc()
        if terms := self.toc.get("named_individuals"):
            entry = li(h4(a(ONTOLOGIES[self._name][1], href="#named_individuals")))
            entry.add(ul((li(a(words, href=place)) for place, words in terms), _class="second"))
            self.doc.get(id="toc")[0].get("ul")[0].children.insert(-2, entry)  # before namespaces and legend

    def _place(self, address: str) -> str:
        page, mark, place = self._places.get(address, address).partition("#")
        return mark + place if mark and page == f"{self._name}.html" else page + mark + place
