"""Statements in the shape of Wikidata, read back by rdflib, pyoxigraph and rapper."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib import RDF, Namespace, URIRef

from kg.exports.wikibase.times import times_of
from kg.graph import Graph
from kg.model.bounds import bounds
from kg.model.conflicts import Conflict
from kg.model.period import Period
from kg.model.statements import UNDISPUTED, Statement
from kg.query.scope import Scope
from kg.rdf.namespaces import passage_path
from tests.exports import rapper
from tests.exports.conftest import SMALL
from tests.exports.hostile import HOSTILE, every
from tests.exports.made import by_two_hash_seeds, made

BASE = "https://w3id.org/comity/"
WIKIBASE = Namespace("http://wikiba.se/ontology#")
PQ = Namespace("http://www.wikidata.org/prop/qualifier/")
PQV = Namespace("http://www.wikidata.org/prop/qualifier/value/")
PR = Namespace("http://www.wikidata.org/prop/reference/")
OURS = Namespace("https://w3id.org/comity/prop/qualifier/")
OUR_REFERENCES = Namespace("https://w3id.org/comity/prop/reference/")
PROV = Namespace("http://www.w3.org/ns/prov#")
FOUR = {"earliest_begin": "P1319", "latest_begin": "P8555", "earliest_end": "P8554", "latest_end": "P1326"}
SAME: Mapping[int, Callable[[date], str]] = {  # days of one day, month, year, decade, century
    11: str,
    10: lambda day: str(day)[:7],
    9: lambda day: str(day)[:4],
    8: lambda day: str(day)[:3],
    7: lambda day: str((day.year - 1) // 100),
}
OPEN = {date(1, 1, 1), date(9999, 12, 31)}
WRITTEN = """\
actor:freedonia p:friendlyTo statement:friendly .
statement:friendly wikibase:rank wikibase:NormalRank ;
\ta wikibase:BestRank , wikibase:Statement ;
\tprov:wasDerivedFrom <https://example.org/f/reference/gazette/locator/c> ;
\twdpq:P1319 "1931-03-01T00:00:00Z"^^xsd:dateTime ;
\twdpq:P1326 "1931-09-30T00:00:00Z"^^xsd:dateTime ;
\twdpq:P3680 actor:firefly ;
\twdpq:P580 "1931-03-01T00:00:00Z"^^xsd:dateTime ;
\twdpq:P582 "1931-09-01T00:00:00Z"^^xsd:dateTime ;
\twdpq:P8554 "1931-09-01T00:00:00Z"^^xsd:dateTime ;
\twdpq:P8555 "1931-03-31T00:00:00Z"^^xsd:dateTime ;
\twdpqv:P1319 <https://example.org/f/value/1931-03-01/11> ;
\twdpqv:P1326 <https://example.org/f/value/1931-09-30/11> ;
\twdpqv:P580 <https://example.org/f/value/1931-03-01/10> ;
\twdpqv:P582 <https://example.org/f/value/1931-09-01/10> ;
\twdpqv:P8554 <https://example.org/f/value/1931-09-01/11> ;
\twdpqv:P8555 <https://example.org/f/value/1931-03-31/11> ;
\tpq:accordingTo actor:firefly ;
\tpq:negated false ;
\tpq:saidEarliest "1933-02-01T00:00:00Z"^^xsd:dateTime ;
\tpq:saidLatest "1933-02-28T00:00:00Z"^^xsd:dateTime ;
\tpq:status kg:Actual ;
\tpqv:saidEarliest <https://example.org/f/value/1933-02-01/11> ;
\tpqv:saidLatest <https://example.org/f/value/1933-02-28/11> ;
\tpq:when "1931-03/1931-09" ;
\tpq:wording kg:Stated ;
\tps:friendlyTo actor:sylvania .
"""
# As on Wikidata: start and end, an end that is not there being still to come; who has a deprecated rank is not asked.
LED = """
PREFIX p: <https://w3id.org/comity/prop/>
PREFIX ps: <https://w3id.org/comity/prop/statement/>
PREFIX pq: <http://www.wikidata.org/prop/qualifier/>
PREFIX wikibase: <http://wikiba.se/ontology#>
SELECT ?who ?state {
  ?who p:leads ?statement .
  ?statement ps:leads ?state ; a wikibase:BestRank ; pq:P580 ?start .
  OPTIONAL { ?statement pq:P582 ?end }
  FILTER(?start <= "DAYT00:00:00Z"^^xsd:dateTime && (!BOUND(?end) || ?end >= "DAYT00:00:00Z"^^xsd:dateTime))
}"""


@pytest.fixture(scope="module")
def turtle(shipped: Graph) -> bytes:
    return made(shipped, "wikibase")


@pytest.fixture(scope="module")
def read(turtle: bytes) -> rdflib.Graph:
    return rdflib.Graph().parse(data=turtle, format="turtle")


def statements(graph: Graph) -> Iterator[tuple[URIRef, Statement]]:
    for statement in graph.records.statements.values():
        yield URIRef(f"{graph.stored.base}statement/{statement.id}"), statement


def name(term: object) -> str:
    """The end of an IRI."""
    return str(term).replace("#", "/").rpartition("/")[2]


def test_a_statement_is_written_so(small: Graph) -> None:
    data = made(small, "wikibase").decode()
    start = data.index("actor:freedonia p:friendlyTo")
    assert data[start : start + len(WRITTEN)] == WRITTEN


def test_who_led_whom_on_a_day_is_asked_as_on_wikidata(shipped: Graph, turtle: bytes) -> None:
    store = ox.Store()
    store.bulk_load(turtle, format=ox.RdfFormat.TURTLE)
    bounds_of = shipped.records.bounds
    for day in ("1999-12-31", "2008-05-07", "2013-02-25", "2016-07-08", "2022-03-01"):
        rows = store.query(LED.replace("DAY", day), prefixes={"xsd": "http://www.w3.org/2001/XMLSchema#"})
        assert isinstance(rows, ox.QuerySolutions)
        then = date.fromisoformat(day)
        expected = {
            (s.subject, s.object)
            for s in shipped.records.statements.values()
            if s.relation == "leads" and bounds_of[s.id].earliest_begin <= then <= bounds_of[s.id].latest_end
        }
        assert {(name(row["who"].value), name(row["state"].value)) for row in rows} == expected
        assert len(expected) > 3


def test_every_bound_and_every_edtf_text_comes_back(shipped: Graph, read: rdflib.Graph) -> None:
    for node, statement in statements(shipped):
        span = shipped.records.bounds[statement.id]
        for field, number in FOUR.items():
            day = getattr(span, field)
            assert [str(value)[:19] for value in read.objects(node, PQ[number])] == ([] if day in OPEN else [f"{day}T00:00:00"])
        assert [str(value) for value in read.objects(node, OURS.when)] == ([statement.when.text] if statement.when else [])


def test_starts_ends_and_points_hold_their_bounds_and_no_more(shipped: Graph, read: rdflib.Graph) -> None:
    seen: dict[str, int] = defaultdict(int)
    for node, statement in statements(shipped):
        span = shipped.records.bounds[statement.id]
        begin, end = (span.earliest_begin, span.latest_begin), (span.earliest_end, span.latest_end)
        assert not list(read.objects(node, PQ.P585)) or begin == end
        for number, (first, last) in {"P585": begin, "P580": begin, "P582": end}.items():
            for value in read.objects(node, PQV[number]):
                seen[number] += 1
                precision = int(str(read.value(value, WIKIBASE.timePrecision)))
                start = read.value(value, WIKIBASE.timeValue).toPython().date()  # type: ignore[union-attr]
                assert start <= first <= last < after(start, precision)
                assert precision == max(each for each, same in SAME.items() if same(first) == same(last))
    assert seen == {"P585": 372, "P580": 653, "P582": 456}


def test_what_possibly_holds_on_a_day_is_asked_by_earliest_and_latest_date(shipped: Graph, read: rdflib.Graph) -> None:
    first, last = ({str(node): str(day)[:10] for node, day in read.subject_objects(PQ[number])} for number in ("P1319", "P1326"))
    best = map(str, read.subjects(RDF.type, WIKIBASE.BestRank))
    found = {name(node) for node in best if first.get(node, "0001") <= "2016-07-08" <= last.get(node, "9999")}
    assert found == {row.id for row in shipped.index.holding(Period.on("2016-07-08")) if row.direct}


def after(start: date, precision: int) -> date:
    """The first day that is no more in a time."""
    if precision >= 10:
        return start + timedelta(1) if precision == 11 else (start.replace(day=28) + timedelta(4)).replace(day=1)
    return date(start.year + {9: 1, 8: 10, 7: 100}[precision], 1, 1)


def test_what_is_not_so_has_the_deprecated_rank_and_no_statement_is_a_direct_triple(shipped: Graph, read: rdflib.Graph) -> None:
    deprecated = {name(node) for node in read.subjects(WIKIBASE.rank, WIKIBASE.DeprecatedRank)}
    assert deprecated == {s.id for _, s in statements(shipped) if s.negated or s.status != "actual"}
    assert {name(node) for node in read.subjects(RDF.type, WIKIBASE.BestRank)} == set(shipped.records.statements) - deprecated
    assert not {p for p in map(str, read.predicates()) if "/prop/direct/" in p or p.startswith(f"{BASE}relation/")}


def test_ends_status_wording_and_view_come_back(shipped: Graph, read: rdflib.Graph) -> None:
    for node, statement in statements(shipped):
        relation = statement.relation
        assert [name(who) for who in read.subjects(URIRef(f"{BASE}prop/{relation}"), node)] == [statement.subject]
        assert [name(what) for what in read.objects(node, URIRef(f"{BASE}prop/statement/{relation}"))] == [statement.object]
        assert name(read.value(node, OURS.status)).lower() == statement.status
        assert name(read.value(node, OURS.wording)).lower() == statement.wording
        assert str(read.value(node, OURS.negated)) == str(statement.negated).lower()
        assert {name(who) for who in read.objects(node, OURS.accordingTo)} == set(statement.according_to)
        reporters = shipped.engine.store.objects(node, PROV.wasAttributedTo)
        assert {str(who) for who in read.objects(node, OURS.reportedBy)} == set(map(str, reporters))
        holders = {who for who in statement.according_to if who != UNDISPUTED}
        assert {name(who) for who in read.objects(node, PQ.P3680)} == (set() if statement.negated else holders)
        assert not statement.negated or {name(who) for who in read.objects(node, PQ.P1310)} == holders


def test_every_passage_comes_back_as_a_reference(shipped: Graph, read: rdflib.Graph) -> None:
    for node, statement in statements(shipped):
        references = [r for r in read.objects(node, PROV.wasDerivedFrom) if not read.value(r, PR.P3452)]
        assert {
            (name(read.value(r, PR.P248)), str(read.value(r, PR.P958)), str(read.value(r, OUR_REFERENCES.passage)))
            for r in references
            if not read.value(r, OUR_REFERENCES.coreferentIn)
        } == {(e.source, place(e), BASE + passage_path(e)) for e in statement.evidence if not e.coreference}
        assert {str(read.value(r, OUR_REFERENCES.coreferentIn)) for r in references} - {"None"} == {
            BASE + passage_path(e) for e in statement.evidence if e.coreference
        }
        inferred = [name(read.value(r, PR.P3452)) for r in read.objects(node, PROV.wasDerivedFrom) if read.value(r, PR.P3452)]
        assert inferred == ([statement.derived_from] if statement.derived_from else [])


def place(piece: object) -> str:
    """Where in its source, from how tables cite it."""
    text = str(piece.place).removeprefix(piece.source).lstrip(",").strip()  # type: ignore[attr-defined]
    return text.replace("¶", "paragraph ").replace(", ", ", characters ") if text.startswith("¶") else text


def test_a_view_is_disputed_by_who_denies_it_and_who_holds_the_only_other_account(shipped: Graph, read: rdflib.Graph) -> None:
    records = {**shipped.records.records.by_id, **shipped.records.statements}
    rivals: set[tuple[str, str]] = set()
    for conflict in shipped.records.records.of(Conflict):
        pair = [records[each] for each in conflict.disputed_records]
        if len(pair) == 2:
            for one, other in (pair, pair[::-1]):
                if isinstance(one, Statement) and not one.negated:
                    own = {UNDISPUTED, *one.according_to}
                    rivals |= {(one.id, who) for who in getattr(other, "according_to", ()) if who not in own}
    denied = {(s.id, who) for _, s in statements(shipped) if s.negated for who in s.according_to if who != UNDISPUTED}
    assert {(name(node), name(who)) for node, who in read.subject_objects(PQ.P1310)} == rivals | denied
    assert ("south-korea-endorses-regional-security", "russian-commentators") in rivals
    marked = {name(node) for node, _ in read.subject_objects(OURS.disputed)}
    assert marked == shipped.records.disputed & set(shipped.records.statements)


def test_every_property_is_described_with_the_uses_that_occur(read: rdflib.Graph) -> None:
    uses = [WIKIBASE[use] for use in ("claim", "statementProperty", "qualifier", "qualifierValue", "reference")]
    described = {iri for known in read.subjects(RDF.type, WIKIBASE.Property) for use in uses for iri in read.objects(known, use)}
    assert {p for p in map(str, read.predicates()) if "/prop/" in p} <= set(map(str, described))
    for value in set(read.subjects(RDF.type, WIKIBASE.TimeValue)):
        assert len(list(read.predicate_objects(value))) == 5


@pytest.mark.rapper
def test_rapper_reads_as_many_triples_none_twice(turtle: bytes, read: rdflib.Graph, tmp_path: Path) -> None:
    (tmp_path / "w.ttl").write_bytes(turtle)
    assert rapper.counted(tmp_path / "w.ttl", "turtle") == len(read)


def test_what_a_day_holds_is_there_with_all_that_it_names(small: Graph) -> None:
    data = made(small, "wikibase", Scope(on="1931-10-01"))
    read = rdflib.Graph().parse(data=data, format="turtle")
    assert {name(node) for node in read.subjects(RDF.type, WIKIBASE.Statement)} == {"reign", "reign--leads"}
    assert "sylvania" not in {name(node) for node in read.subjects(RDF.type, WIKIBASE.Item)}


def test_hostile_texts_and_every_field_come_through() -> None:
    read = rdflib.Graph().parse(data=made(every(), "wikibase"), format="turtle")
    harpo, told = URIRef("https://example.org/actor/harpo"), URIRef("https://example.org/statement/s")
    assert str(read.value(harpo, rdflib.RDFS.label)) == str(read.value(harpo, rdflib.SKOS.altLabel)) == HOSTILE
    assert sorted(map(str, read.objects(told, OURS.when))) == ["1930", "1931/"]
    assert {name(who) for who in read.objects(told, OURS.because)} == {"tariff", "war"}
    assert name(read.value(told, OURS.event)) == "harpo-visit"


def test_a_time_that_no_century_holds_has_bounds_alone() -> None:
    assert [number for number, _ in times_of(bounds("[1890..1910]"))] == ["P1319", "P8555", "P8554", "P1326"]
    assert [number for number, _ in times_of(bounds("../1890"))] == ["P582", "P8555", "P8554", "P1326"]
    assert [(number, time.precision) for number, time in times_of(bounds("0001/0009"))][:2] == [("P582", 9), ("P8555", 11)]


def test_two_hash_seeds_give_the_same_bytes() -> None:
    assert len(by_two_hash_seeds("wikibase", SMALL)) == 1
