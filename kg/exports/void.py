"""A publication in VoID and DCAT: how much is in the data set, and which files hold it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from kg.exports.described import About, File
from kg.rdf import namespaces as ns
from kg.rdf.terms import Iri, Literal, Quad, english, integer

__all__ = ["NAME", "description"]

NAME = "void.ttl"
_PREFIXES = {"dcat": ns.DCAT, "dcterms": ns.DCTERMS, "owl": ns.OWL, "rdfs": ns.RDFS, "spdx": ns.SPDX, "void": ns.VOID, "xsd": ns.XSD}
_DUMPS = ("nquads", "trig", "jsonld")  # the data set as it is, in RDF 1.1: what other formats of RDF hold are other triples
_HERE = "<./>"  # what is only a part has the folder's name, not the data set's
_IANA = "https://www.iana.org/assignments/media-types/"


def description(about: About, files: Sequence[File], quads: Iterable[Quad]) -> Iterator[bytes]:
    """Turtle about the data set; files have relative IRIs, so that they are right wherever the folder is put."""
    yield "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in sorted(_PREFIXES.items())).encode()
    yield _block(_HERE if about.part else Iri(about.corpus.base).n3, [*_words(about), *_figures(about.corpus.base, quads), *_files(files)])
    if about.part:
        yield _block(Iri(about.corpus.base).n3, [("void:subset", _HERE)])
    for file in files:
        yield _block(f"<{file.name}>", _distribution(about, file))
        yield _block(_checksum(file), _digest(file))


Pairs = Iterator[tuple[str, str]]


def _words(about: About) -> Pairs:
    corpus = about.corpus
    yield "a", "void:Dataset , dcat:Dataset"
    yield "dcterms:title", english(corpus.title).n3
    if text := " ".join(filter(None, (corpus.description, about.part))):
        yield "dcterms:description", english(text).n3
    yield "dcterms:license", Iri(corpus.licence).n3
    yield "dcterms:conformsTo", Iri(ns.VERSION + ns.RELEASE).n3
    yield "owl:versionInfo", Literal(corpus.version).n3
    yield "dcat:version", Literal(corpus.version).n3
    yield "void:uriSpace", Literal(corpus.base).n3
    if about.part:
        yield "dcterms:isPartOf", Iri(corpus.base).n3
    if corpus.issued:
        yield "dcterms:issued", f'"{corpus.issued}"^^xsd:date'
    if about.start:
        period = f'a dcterms:PeriodOfTime ; dcat:startDate "{about.start}"^^xsd:date ; dcat:endDate "{about.end}"^^xsd:date'
        yield "dcterms:temporal", f"[ {period} ]"


def _figures(base: str, quads: Iterable[Quad]) -> Pairs:
    """Counts of the record, the default graph: its triples, its subjects, and what uses each class and property."""
    record = [quad for quad in quads if quad.graph is None]
    classes = Counter(str(quad.object) for quad in record if quad.predicate == ns.RDF + "type")
    properties = Counter(quad.predicate for quad in record)
    subjects = {quad.subject for quad in record}
    yield "void:triples", integer(len(record)).n3
    yield "void:entities", integer(sum(subject.startswith(base) for subject in subjects)).n3
    yield "void:distinctSubjects", integer(len(subjects)).n3
    yield "void:classes", integer(len(classes)).n3
    yield "void:properties", integer(len(properties)).n3
    for space in sorted({_space(iri) for iri in [*classes, *properties]}):
        yield "void:vocabulary", Iri(space).n3
    for iri, count in sorted(classes.items()):
        yield "void:classPartition", f"[ void:class {Iri(iri).n3} ; void:entities {integer(count).n3} ]"
    for iri, count in sorted(properties.items()):
        yield "void:propertyPartition", f"[ void:property {iri.n3} ; void:triples {integer(count).n3} ]"


def _space(iri: str) -> str:
    return iri[: max(iri.rfind("/"), iri.rfind("#")) + 1]


def _files(files: Iterable[File]) -> Pairs:
    for file in files:
        yield "dcat:distribution", f"<{file.name}>"
        if file.format in _DUMPS:
            yield "void:dataDump", f"<{file.name}>"


def _distribution(about: About, file: File) -> Pairs:
    yield "a", "dcat:Distribution"
    yield "dcterms:title", english(file.title).n3
    yield "dcterms:license", Iri(about.corpus.licence).n3
    yield "dcat:downloadURL", f"<{file.name}>"
    if file.registered:
        yield "dcat:mediaType", f"<{_IANA}{file.media}>"
    else:
        yield "dcterms:format", f"[ a dcterms:MediaTypeOrExtent ; rdfs:label {Literal(file.media).n3} ]"
    yield "dcat:byteSize", f'"{file.size}"^^xsd:nonNegativeInteger'
    yield "spdx:checksum", _checksum(file)


def _checksum(file: File) -> str:
    return f"<{file.name}#sha256>"


def _digest(file: File) -> Pairs:
    yield "a", "spdx:Checksum"
    yield "spdx:algorithm", "spdx:checksumAlgorithm_sha256"
    yield "spdx:checksumValue", f'"{file.sha256}"^^xsd:hexBinary'


def _block(subject: str, pairs: Iterable[tuple[str, str]]) -> bytes:
    said = " ;\n    ".join(f"{predicate} {value}" for predicate, value in pairs)
    return f"\n{subject} {said} .\n".encode()
