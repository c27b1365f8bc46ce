"""Every IRI of the project is made here."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.model.evidence import Evidence

__all__ = [
    "CITO",
    "COMITY",
    "DCTERMS",
    "EDTF",
    "KG",
    "NP",
    "OA",
    "ORG",
    "OWL",
    "PAV",
    "PLOVER",
    "PROP",
    "PROV",
    "RDF",
    "RDFS",
    "REL",
    "RELEASE",
    "SCHEMA",
    "SEM",
    "SKOS",
    "SPDX",
    "VERSION",
    "VOID",
    "WD",
    "WIKIBASE",
    "WIKIBASE_SCHEMA",
    "WIKIDATA_PROP",
    "XSD",
    "passage_path",
    "prefixes",
    "slug",
]

COMITY = "https://w3id.org/comity/"
RELEASE = "0.1.0"  # of the ontology; the package has the same
VERSION = COMITY + "ns/"  # before the number of a release
KG = COMITY + "ns#"
REL = COMITY + "relation/"
PLOVER = COMITY + "plover/"
PROP = COMITY + "prop/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
TIME = "http://www.w3.org/2006/time#"
ORG = "http://www.w3.org/ns/org#"
DCTERMS = "http://purl.org/dc/terms/"
SCHEMA = "https://schema.org/"
CITO = "http://purl.org/spar/cito/"
EDTF = "http://id.loc.gov/datatypes/edtf/"
VOID = "http://rdfs.org/ns/void#"
DCAT = "http://www.w3.org/ns/dcat#"
SH = "http://www.w3.org/ns/shacl#"
SPDX = "http://spdx.org/rdf/terms#"
WD = "http://www.wikidata.org/entity/"
WIKIBASE = "http://wikiba.se/ontology#"
WIKIBASE_SCHEMA = "http://schema.org/"  # as Wikibase writes it, without the s
WIKIDATA_PROP = "http://www.wikidata.org/prop/"
NP = "http://www.nanopub.org/nschema#"
PAV = "http://purl.org/pav/"

_FOLDERS = [
    "actor",
    "office",
    "place",
    "policy",
    "event",
    "source",
    "era",
    "statement",
    "claim",
    "conflict",
    "passage",
    "graph",
    "periodisation",
    "on",
    "during",
]


def prefixes(base: str) -> dict[str, str]:
    """Every prefix that a query may use undeclared; those of records lie below the corpus's base."""
    fixed = {
        "kg": KG,
        "rel": REL,
        "rdf": RDF,
        "rdfs": RDFS,
        "owl": OWL,
        "xsd": XSD,
        "skos": SKOS,
        "sem": SEM,
        "prov": PROV,
        "oa": OA,
        "time": TIME,
        "org": ORG,
        "dcterms": DCTERMS,
        "schema": SCHEMA,
        "cito": CITO,
        "edtf": EDTF,
        "void": VOID,
        "dcat": DCAT,
        "sh": SH,
        "wd": WD,
    }
    return fixed | {name: f"{base}{name}/" for name in _FOLDERS}


def passage_path(evidence: Evidence) -> str:
    """The passage's path below the base.

    >>> from kg.model.evidence import Evidence
    >>> passage_path(Evidence(source="firefly-1933", paragraph=12, chars=(5310, 5488)))
    'passage/firefly-1933/5310-5488'
    """
    if evidence.locator:
        return f"passage/{evidence.source}/locator/{slug(evidence.locator)}"
    if evidence.row:
        return f"passage/{evidence.source}/row/{evidence.row}"
    return f"passage/{evidence.source}/{evidence.chars[0]}-{evidence.chars[1]}"


def slug(text: str) -> str:
    """Letters, digits and hyphens; every other character as its code point, so that two texts never share one.

    >>> slug("Q138048 P39")
    'Q138048-P39'
    """
    return "".join(c if c.isascii() and c.isalnum() else "-" if c == " " else f"_{ord(c):x}_" for c in text)
