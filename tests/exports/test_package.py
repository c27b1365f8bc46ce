"""All exports in one folder, described: read by rdflib and by ro-crate-py."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
import rdflib
from rdflib import DCAT, DCTERMS, OWL, RDF, RDFS, VOID, Literal, Namespace, URIRef
from rocrate.rocrate import ROCrate

from kg.exports.export import export, format_of
from kg.exports.format import Format
from kg.exports.formats import FORMATS
from kg.exports.package import package
from kg.graph import Graph
from kg.query.scope import EVER, Scope
from kg.rdf.namespaces import RELEASE

SPDX = Namespace("http://spdx.org/rdf/terms#")
TABLES = Format(
    name="tables",
    title="two tables",
    kept=FORMATS["nquads"].kept,
    files=lambda selection: {"a.csv": [b"id\n", b"1\n"], "b.csv": b"id\n"},
)
CHOSEN = package((FORMATS["nquads"], FORMATS["trig"], FORMATS["turtle"], TABLES))
NAMES = ["nquads.nq", "trig.trig", "tables/a.csv", "tables/b.csv"]


def written(graph: Graph, folder: Path, scope: Scope = EVER) -> rdflib.Graph:
    """The description in Turtle, its relative IRIs read as those of a folder on the net."""
    export(graph, CHOSEN, folder, scope)
    return rdflib.Graph().parse(folder / "void.ttl", format="turtle", publicID="https://files.example/void.ttl")


def at(name: str) -> URIRef:
    return URIRef(f"https://files.example/{name}")


def test_every_file_is_described_with_its_true_size_and_checksum(small: Graph, tmp_path: Path) -> None:
    told = written(small, tmp_path)
    base = URIRef(small.stored.base)
    assert set(told.objects(base, DCAT.distribution)) == set(map(at, NAMES))
    for name in NAMES:
        data = (tmp_path / name).read_bytes()
        assert told.value(at(name), DCAT.byteSize) == Literal(len(data), datatype=rdflib.XSD.nonNegativeInteger)
        checksum = told.value(at(name), SPDX.checksum)
        assert str(told.value(checksum, SPDX.checksumValue)) == hashlib.sha256(data).hexdigest()


def test_the_data_set_says_what_it_is_and_how_much_is_in_it(small: Graph, tmp_path: Path) -> None:
    told, base = written(small, tmp_path), URIRef(small.stored.base)
    record = small.dataset.default_graph
    assert set(told.objects(base, RDF.type)) == {VOID.Dataset, DCAT.Dataset}
    assert told.value(base, DCTERMS.title) == Literal("Freedonia", lang="en")
    assert told.value(base, DCTERMS.license) == URIRef("https://example.org/licence")
    assert told.value(base, DCTERMS.conformsTo) == URIRef(f"https://w3id.org/comity/ns/{RELEASE}")
    assert told.value(base, OWL.versionInfo) == Literal("1")
    assert told.value(base, VOID.triples) == Literal(len(record))
    assert told.value(base, VOID.distinctSubjects) == Literal(len(set(record.subjects())))
    partitions = {
        str(told.value(part, VOID.property)): told.value(part, VOID.triples) for part in told.objects(base, VOID.propertyPartition)
    }
    assert partitions == {str(p): Literal(sum(1 for _ in record.triples((None, p, None)))) for p in set(record.predicates())}
    classes = {told.value(part, VOID["class"]): told.value(part, VOID.entities) for part in told.objects(base, VOID.classPartition)}
    assert classes == {c: Literal(sum(1 for _ in record.subjects(RDF.type, c))) for c in set(record.objects(None, RDF.type))}


@pytest.mark.parametrize(
    ("scope", "start", "end", "part"),
    [
        (EVER, "1931-01-01", "1933-12-31", ""),
        (Scope(on="1932-06-01", certain=True), "1931-01-01", "1933-12-31", "--on 1932-06-01 --certain"),
    ],
)
def test_the_times_are_those_of_what_is_in_it(small: Graph, tmp_path: Path, scope: Scope, start: str, end: str, part: str) -> None:
    told = written(small, tmp_path, scope)
    (dataset,) = told.subjects(RDF.type, VOID.Dataset)
    period = told.value(dataset, DCTERMS.temporal)
    assert (str(told.value(period, DCAT.startDate)), str(told.value(period, DCAT.endDate))) == (start, end)
    assert str(told.value(dataset, DCTERMS.description) or "") == part


def test_a_part_is_a_subset_with_a_name_of_its_own(small: Graph, tmp_path: Path) -> None:
    told, base = written(small, tmp_path, Scope(on="1932-06-01")), URIRef(small.stored.base)
    here = URIRef("https://files.example/")
    assert set(told.predicate_objects(base)) == {(VOID.subset, here)}
    assert told.value(here, DCTERMS.isPartOf) == base
    assert int(str(told.value(here, VOID.triples))) < len(small.dataset.default_graph)


def test_it_is_a_research_object_crate_whose_files_are_there(shipped: Graph, tmp_path: Path) -> None:
    written(shipped, tmp_path)
    crate = ROCrate(tmp_path)
    files = {entity.id: entity for entity in crate.data_entities}
    assert set(files) == set(NAMES)
    for name, file in files.items():
        data = (tmp_path / name).read_bytes()
        assert (file["contentSize"], file["sha256"]) == (str(len(data)), hashlib.sha256(data).hexdigest())
    corpus = shipped.records.records.corpus
    assert crate.name == corpus.title
    assert crate.datePublished.date().isoformat() == corpus.issued
    assert crate.root_dataset["version"] == corpus.version
    assert crate.license.id == corpus.licence


def test_two_writings_are_the_same_bytes(small: Graph, tmp_path: Path) -> None:
    for name in ("a", "b"):
        export(small, CHOSEN, tmp_path / name)
    names = sorted(path.relative_to(tmp_path / "a") for path in (tmp_path / "a").rglob("*") if path.is_file())
    assert len(names) == 6
    assert [(tmp_path / "a" / name).read_bytes() for name in names] == [(tmp_path / "b" / name).read_bytes() for name in names]


IANA = "https://www.iana.org/assignments/media-types/"


def test_each_file_has_a_media_type_that_iana_knows_or_the_name_of_one_in_use(small: Graph, tmp_path: Path) -> None:
    export(small, format_of("void"), tmp_path)
    told = rdflib.Graph().parse(tmp_path / "void.ttl", format="turtle", publicID="https://files.example/void.ttl")
    known = {file: str(media).removeprefix(IANA) for file, media in told.subject_objects(DCAT.mediaType)}
    in_use = {file: str(told.value(media, RDFS.label)) for file, media in told.subject_objects(DCTERMS.format)}
    assert known.keys() | in_use.keys() == set(told.objects(None, DCAT.distribution))
    assert {str(file).rpartition("/")[2]: media for file, media in in_use.items()} == {
        "ftm.ftm.json": "application/jsonl",
        "gexf.gexf": "application/gexf+xml",
        "graphml.graphml": "application/graphml+xml",
        "load.cypher": "application/x-cypher-query",
    }
    assert {Path(str(file)).suffix: media for file, media in known.items()} == {
        ".csv": "text/csv",
        ".cyjs": "application/json",
        ".json": "application/json",
        ".jsonld": "application/ld+json",
        ".nq": "application/n-quads",
        ".parquet": "application/vnd.apache.parquet",
        ".trig": "application/trig",
        ".ttl": "text/turtle",
        ".txt": "text/plain",
    }
    crate = {entity.id: entity["encodingFormat"] for entity in ROCrate(tmp_path).data_entities}
    assert {at(name): media for name, media in crate.items()} == known | in_use


def test_a_dump_holds_the_triples_that_are_counted(small: Graph, tmp_path: Path) -> None:
    export(small, format_of("void"), tmp_path)
    told = rdflib.Graph().parse(tmp_path / "void.ttl", format="turtle", publicID="https://files.example/void.ttl")
    assert set(told.objects(None, VOID.dataDump)) == {at("nquads.nq"), at("trig.trig"), at("jsonld.jsonld")}
    for name in ("nquads.nq", "trig.trig", "jsonld.jsonld"):
        dump = rdflib.Dataset()
        dump.parse(tmp_path / name)
        assert told.value(URIRef(small.stored.base), VOID.triples) == Literal(len(dump.default_graph))


def test_where_one_file_fails_nothing_is_written(small: Graph, tmp_path: Path) -> None:
    def broken() -> object:
        yield b"a"
        raise ZeroDivisionError

    failing = Format(name="failing", title="fails", kept=TABLES.kept, files=lambda selection: {"a.csv": broken()})  # type: ignore[dict-item]
    with pytest.raises(ZeroDivisionError):
        export(small, package((FORMATS["nquads"], failing)), tmp_path / "out")
    assert list(tmp_path.iterdir()) == []
