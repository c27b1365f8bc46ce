"""Nanopublications: every statement a publication of its own, unsigned, in four graphs.

The assertion holds the statement with its time, negation and status, and no direct triple: that one, out of its time,
would be false. The provenance says whose view it is, who reports it, how it is worded and where it stands. Both graphs
together hold all that the record says of the statement. A publication's day of creation is that on which the corpus was issued,
where it says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.exports.format import Format, Kept
from kg.exports.selection import Selection
from kg.files import Data
from kg.model.records import Corpus, Records
from kg.model.relations import Relation
from kg.model.statements import UNDISPUTED, Statement
from kg.rdf import namespaces as ns
from kg.rdf.encode import Encoder
from kg.rdf.terms import Iri, Literal, Quad, Term, english, nquads
from kg.store import streamed

__all__ = ["FORMAT"]

_TYPE = ns.RDF + "type"
_SOURCED = {  # properties of a statement that say where it comes from; all others say what it says
    ns.SEM + "accordingTo",
    ns.PROV + "qualifiedAttribution",
    ns.PROV + "wasAttributedTo",
    ns.PROV + "wasDerivedFrom",
    ns.CITO + "citesAsEvidence",
    ns.KG + "coreferentIn",
    ns.KG + "derivedStatement",
    ns.KG + "disputed",
    ns.KG + "said",
    ns.KG + "saidEarliest",
    ns.KG + "saidLatest",
    ns.KG + "whenFrom",
    ns.KG + "wording",
}
_Facts = Iterable[tuple[Iri, str, Term]]


def _files(selection: Selection) -> Mapping[str, Data]:
    prefixes = ns.prefixes(selection.base) | {"np": ns.NP, "pav": ns.PAV, "nanopub": f"{selection.base}nanopub/"}
    return {"nanopublications.trig": streamed(_publications(selection), "trig", prefixes)}


def _publications(selection: Selection) -> Iterator[bytes]:
    resolved = selection.resolved
    encoder = Encoder(resolved, selection.relations)
    for statement in selection.held:
        said = list(encoder.of(statement))
        this = encoder.names.path(f"nanopub/{statement.id}")
        graphs = {name: Iri(f"{this}/{name}") for name in ("head", "assertion", "provenance", "pubinfo")}
        yield _graph(graphs["head"], _head(this, graphs))
        yield _graph(graphs["assertion"], (quad[:3] for quad in said if not _sourced(quad, statement, encoder.names.base)))
        yield _graph(graphs["provenance"], _provenance(said, graphs["assertion"], statement, encoder.names.base))
        label = _label(statement, selection.relations, resolved.records)
        yield _graph(graphs["pubinfo"], _publication(this, label, resolved.records.corpus))


def _graph(name: Iri, facts: _Facts) -> bytes:
    return nquads(Quad(subject, Iri(predicate), term, name).n3 for subject, predicate, term in facts)


def _head(this: Iri, graphs: Mapping[str, Iri]) -> _Facts:
    yield this, _TYPE, Iri(ns.NP + "Nanopublication")
    yield this, ns.NP + "hasAssertion", graphs["assertion"]
    yield this, ns.NP + "hasProvenance", graphs["provenance"]
    yield this, ns.NP + "hasPublicationInfo", graphs["pubinfo"]


def _sourced(quad: Quad, statement: Statement, base: str) -> bool:
    """Whether a quad says where the statement comes from: by its property, or of a passage or a report."""
    reports = f"{base}statement/{statement.id}/report/"
    return quad.predicate in _SOURCED or quad.subject.startswith((f"{base}passage/", reports))


def _provenance(said: Iterable[Quad], assertion: Iri, statement: Statement, base: str) -> _Facts:
    """The statement's sources, and the assertion's own: what it is derived from, and whose it is."""
    yield assertion, _TYPE, Iri(ns.NP + "Assertion")
    for quad in said:
        if _sourced(quad, statement, base):
            yield quad[:3]
            if quad.predicate in (ns.PROV + "wasDerivedFrom", ns.PROV + "wasAttributedTo", ns.CITO + "citesAsEvidence"):
                yield assertion, quad.predicate, quad.object
            elif quad.predicate == ns.SEM + "accordingTo" and quad.object != ns.KG + UNDISPUTED:
                yield assertion, ns.PROV + "wasAttributedTo", quad.object


def _publication(this: Iri, label: str, corpus: Corpus) -> _Facts:
    """Whoever keeps the corpus made the publication; no person is named."""
    keepers = Iri(f"{corpus.base}keepers")
    yield this, ns.RDFS + "label", english(label)
    yield this, ns.DCTERMS + "license", Iri(corpus.licence)
    yield this, ns.DCTERMS + "creator", keepers
    yield this, ns.DCTERMS + "isPartOf", Iri(corpus.base)
    yield this, ns.PAV + "version", Literal(corpus.version)
    if corpus.issued:
        yield this, ns.DCTERMS + "created", Literal(corpus.issued, ns.XSD + "date")
    yield keepers, _TYPE, Iri(ns.PROV + "Agent")
    yield keepers, ns.RDFS + "label", english(f"The keepers of “{corpus.title}”")


def _label(statement: Statement, relations: Mapping[str, Relation], records: Records) -> str:
    denied = "not: " if statement.negated else ""
    times = ", ".join(when.text for when in (statement.when, *(dating.when for dating in statement.datings)) if when)
    ends = [records.label(end) for end in (statement.subject, statement.object)]
    return f"{denied}{ends[0]} – {relations[statement.relation].label} – {ends[1]} ({times})"


FORMAT = Format(
    name="nanopub",
    title="nanopublications, unsigned, RDF 1.1 TriG",
    ending="trig",
    kept=Kept(
        time="yes",
        view="yes",
        evidence="yes",
        status="yes",
        conflict="the marks; the conflicts are no statements",
        rest="signs, figures, grounds",
    ),
    files=_files,
)
