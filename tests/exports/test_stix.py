"""The STIX bundle, read back by the OASIS library, holds what the records hold."""

from __future__ import annotations

import json
import re
from collections import Counter
from decimal import Decimal
from typing import Any

import pytest

from kg.exports.selection import Selection
from kg.exports.stix.properties import EXTENSION, PROPERTIES
from kg.graph import Graph
from kg.model.conflicts import Conflict
from kg.model.dated import Dated
from kg.model.entities import Actor, Era, Office, Place, Policy, Source
from kg.model.events import Event
from kg.model.evidence import Quantity, Report
from kg.model.records import folder
from kg.model.reporting import reports
from kg.model.resolved import resolve
from kg.model.statements import Claim, Statement
from kg.model.vocabulary import Comparator, Status, Wording
from kg.query.scope import EVER, Scope
from kg.rdf.namespaces import passage_path
from tests.exports.bundle import Object, by_path, everything, extension, parsed, pieces, references, text
from tests.exports.conftest import SMALL
from tests.exports.made import by_two_hash_seeds
from tests.model import build


@pytest.fixture(scope="module")
def whole(shipped: Graph) -> list[Object]:
    return parsed(shipped)


@pytest.fixture(scope="module")
def read(whole: list[Object]) -> dict[str, Object]:
    return by_path(whole)


def test_the_library_gives_back_what_was_written(shipped: Graph, whole: list[Object]) -> None:
    assert whole == json.loads(text(shipped))["objects"]


def test_every_record_is_an_object_of_its_type(shipped: Graph, read: dict[str, Object]) -> None:
    types = {Actor: "identity", Office: "identity", Place: "location", Policy: "grouping", Event: "grouping", Era: "grouping",
             Statement: "relationship", Claim: "note", Conflict: "grouping"}  # fmt: skip
    expected = {
        f"{folder(record)}/{record.id}": ("report" if record.date else "grouping") if isinstance(record, Source) else types[type(record)]
        for record in everything(shipped)
    }
    assert {path: each["type"] for path, each in read.items()} == expected


def test_beside_the_records_stand_definitions_and_territories_only(shipped: Graph, whole: list[Object]) -> None:
    coded = [actor for actor in shipped.records.records.of(Actor) if actor.iso3166]
    others = Counter(each["type"] for each in whole if "external_references" not in each)
    assert others == {
        "identity": 2, "extension-definition": 1, "marking-definition": 1, "location": len(coded), "relationship": len(coded),
    }  # fmt: skip


@pytest.mark.parametrize("scope", [EVER, Scope(on="2016-07-08"), Scope(during="2019", certain=True), Scope(as_seen_by="russia")])
def test_nothing_points_outside_and_no_uuid_comes_twice(shipped: Graph, scope: Scope) -> None:
    objects = parsed(shipped, scope)
    uuids = [each["id"].partition("--")[2] for each in objects]
    assert len(uuids) == len(set(uuids))
    assert set(references(objects)) <= {each["id"] for each in objects}


def test_a_selection_holds_its_statements(shipped: Graph) -> None:
    scope = Scope(era="2016-2018", certain=True, as_seen_by="russia")
    held = {row.id for row in shipped.index.holding(shipped.index.eras["2016-2018"], certain=True, as_seen_by="russia")}
    written = {path.partition("/")[2] for path in by_path(parsed(shipped, scope)) if path.startswith("statement/")}
    assert held <= written < set(shipped.records.statements)


def test_all_times_survive(shipped: Graph, read: dict[str, Object]) -> None:
    for record in everything(shipped):
        if isinstance(record, Dated):
            told, bounds = read[f"{folder(record)}/{record.id}"]["extensions"][EXTENSION], shipped.records.bounds[record.id]
            assert [told[side] for side in ("earliest_begin", "latest_begin", "earliest_end", "latest_end")] == build.four(bounds).split()
            assert told.get("when", {}).get("edtf") == (record.when.text if record.when else None)
            assert [(each["name"], each["when"]["edtf"]) for each in told.get("datings", [])] == [
                (dating.id, dating.when.text) for dating in record.datings
            ]


def test_a_relationship_starts_and_stops_with_its_outer_bounds(shipped: Graph, read: dict[str, Object]) -> None:
    for statement in shipped.records.statements.values():
        link, bounds = read[f"statement/{statement.id}"], shipped.records.bounds[statement.id]
        first, last = str(bounds.earliest_begin), str(bounds.latest_end)
        assert link.get("start_time") == (None if first == "0001-01-01" else f"{first}T00:00:00Z")
        assert link.get("stop_time") == (None if last == "9999-12-31" else f"{last}T23:59:59.999Z")


def test_all_views_survive(shipped: Graph, read: dict[str, Object]) -> None:
    names = {each["id"]: path.partition("/")[2] for path, each in read.items()}
    for record in everything(shipped):
        if isinstance(record, Statement | Claim):
            told = read[f"{folder(record)}/{record.id}"]["extensions"][EXTENSION]
            holders = ["undisputed"] if told["undisputed"] else [names[ref] for ref in told["according_to_refs"]]
            chain = [(names[r["by_ref"]], names.get(r.get("inside_ref")), r.get("said")) for r in told.get("reported_by", [])]
            assert tuple(holders) == record.according_to
            assert chain == [(report.by, report.inside, report.said) for report in reports(shipped.records.records, record)]
            assert told.get("said") == record.said


def test_all_evidence_survives(shipped: Graph, read: dict[str, Object]) -> None:
    for record in everything(shipped):
        told = read[f"{folder(record)}/{record.id}"]
        cited = {(each["external_id"], each["description"]) for each in told["external_references"] if "description" in each}
        datings = record.datings if isinstance(record, Dated) else ()
        pieces = [*getattr(record, "evidence", ()), *(piece for dating in datings for piece in dating.evidence)]
        assert cited == {(passage_path(piece), piece.place) for piece in pieces}
        for dating, held in zip(datings, extension(told).get("datings", []), strict=True):
            assert held["passages"] == [passage_path(piece) for piece in dating.evidence]
        meant = {passage_path(piece) for piece in getattr(record, "evidence", ()) if piece.coreference}
        assert set(extension(told).get("coreferent", [])) == meant


def test_a_source_reports_what_cites_it(shipped: Graph, read: dict[str, Object]) -> None:
    names = {each["id"]: path.partition("/")[2] for path, each in read.items()}
    citing = {r.id for r in everything(shipped) if any(piece.source == "rozman-2021" for piece in pieces(r))}
    assert {names[ref] for ref in read["source/rozman-2021"]["object_refs"]} == citing
    assert read["source/rozman-2021"]["published"] == "2021-02-15T00:00:00Z"


def test_status_sign_and_wording_survive(shipped: Graph, read: dict[str, Object]) -> None:
    for statement in shipped.records.statements.values():
        link = read[f"statement/{statement.id}"]
        told = link["extensions"][EXTENSION]
        assert (told["status"], told["negated"], told["wording"]) == (statement.status, statement.negated, statement.wording)
        assert told["sign"] == shipped.relations[statement.relation].sign(statement)
        kind = re.sub(r"-(.)", lambda found: found[1].upper(), link["relationship_type"])
        assert (kind == statement.relation) == (statement.status is Status.ACTUAL and not statement.negated)
        assert link["confidence"] == {Wording.STATED: 85, Wording.HEDGED: 50, Wording.IMPLIED: 15}[statement.wording]


def test_all_disputes_survive(shipped: Graph, read: dict[str, Object]) -> None:
    names = {each["id"]: path.partition("/")[2] for path, each in read.items()}
    marked, datings = set(), set()
    for path, each in read.items():
        told = extension(each)
        marked |= {path.partition("/")[2]} if told.get("disputed") else set()
        datings |= {f"{path.partition('/')[2]}/{dating['name']}" for dating in told.get("datings", []) if dating.get("disputed")}
    assert marked | datings == shipped.records.disputed
    for conflict in shipped.records.records.of(Conflict):
        told = read[f"conflict/{conflict.id}"]["extensions"][EXTENSION]
        both = [*told["disputes"], *([told["prefers"]] if conflict.prefers else [])]
        parts = tuple("/".join(filter(None, (names[each["record_ref"]], each.get("dating")))) for each in both)
        assert parts == (*conflict.disputes, *([conflict.prefers] if conflict.prefers else []))
        assert (told["kind"], tuple(told["scope"]), told.get("reason")) == (conflict.kind, conflict.scope, conflict.reason)


def test_all_of_the_extension_is_declared(whole: list[Object]) -> None:
    (definition,) = (each for each in whole if each["type"] == "extension-definition")
    assert [line.partition(": ")[0] for line in definition["schema"].splitlines()] == list(PROPERTIES)
    assert all(re.fullmatch(r"[a-z][a-z0-9_]{2,249}", name) for name in PROPERTIES)

    def names(value: Any) -> set[str]:
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
        return ({*value} if isinstance(value, dict) else set()).union(*map(names, inner))

    found = names([each["extensions"][EXTENSION] for each in whole if "extensions" in each])
    assert found - {"extension_type"} <= set(PROPERTIES)


def test_a_record_is_the_same_object_in_every_export_of_its_corpus(shipped: Graph, read: dict[str, Object]) -> None:
    part = by_path(parsed(shipped, Scope(on="2016-07-08")))
    assert {(each["id"], each["created"], each["modified"]) for each in part.values()} < {
        (each["id"], each["created"], each["modified"]) for each in read.values()
    }
    assert {each["created"] for each in read.values()} == {f"{shipped.records.records.corpus.issued}T00:00:00.000Z"}


def test_without_a_day_of_issue_objects_are_as_old_as_the_newest_view(small: Graph) -> None:
    assert {each["created"] for each in by_path(parsed(small)).values()} == {"1933-02-01T00:00:00.000Z"}


def test_the_small_corpus_reads_as_it_was_written(small: Graph) -> None:
    read = by_path(parsed(small))
    links = {path: (each["relationship_type"], each.get("start_time"), each.get("stop_time")) for path, each in read.items()
             if path.startswith("statement/")}  # fmt: skip
    assert links == {
        "statement/ball--firefly--trentino--met": ("met-with", "1932-06-01T00:00:00Z", "1932-06-01T23:59:59.999Z"),
        "statement/denied": ("not-unfriendly-to", "1932-01-01T00:00:00Z", "1932-12-31T23:59:59.999Z"),
        "statement/distrust": ("distrusts", "1931-11-01T00:00:00Z", None),
        "statement/friendly": ("friendly-to", "1931-03-01T00:00:00Z", "1931-09-30T23:59:59.999Z"),
        "statement/planned": ("planned-allied-with", "1932-01-01T00:00:00Z", "1932-12-31T23:59:59.999Z"),
        "statement/reign": ("holds-office", "1931-01-01T00:00:00Z", "1933-12-31T23:59:59.999Z"),
        "statement/reign--leads": ("leads", "1931-01-01T00:00:00Z", "1933-12-31T23:59:59.999Z"),
        "statement/sanctions": ("sanctions", "1932-01-01T00:00:00Z", "1932-12-31T23:59:59.999Z"),
    }
    assert read["event/ball"]["object_refs"] == [read["actor/firefly"]["id"], read["actor/trentino"]["id"]]
    assert read["era/early"]["labels"] == ["era"]


def test_all_parts_of_a_record_survive() -> None:
    resolved = resolve(
        build.records(
            build.source("gazette", date=None, container="Annals"),
            build.state("freedonia", iso3166="fr", cow=220),
            build.person("firefly", aliases=("Rufus",), wikidata="Q1", former_ids=("rufus",)),
            build.place("palace", country="freedonia"),
            build.place("river"),
            build.statement("aids", "freedonia aids firefly", "../1931", evidence=build.CITED, according_to=("firefly",), because=("law",),
                            quantities=(Quantity("sum", Decimal("0"), "dollar", Comparator.ABOUT, "law"),),
                            reported_by=(Report("freedonia", "gazette", "1932"),)),
            build.policy("law", evidence=build.CITED),
            build.claim("doubt", "aids", "doubt", evidence=build.CITED, negated=True, status=Status.FORECAST),
        )
    )  # fmt: skip
    read = by_path(parsed(Graph([], built=resolved)))
    told = {path: extension(each) for path, each in read.items()}
    assert told["statement/aids"]["quantities"] == [
        {"measure": "sum", "value": "0", "unit": "dollar", "comparator": "about", "compared_to_ref": read["policy/law"]["id"]}
    ]
    assert told["statement/aids"]["because_refs"] == [read["policy/law"]["id"]]
    assert told["statement/aids"]["reported_by"] == [
        {"by_ref": read["actor/freedonia"]["id"], "inside_ref": read["source/gazette"]["id"], "said": "1932"}
    ]
    assert "start_time" not in read["statement/aids"]
    assert told["actor/firefly"] == {
        "extension_type": "property-extension",
        "kind": "person",
        "aliases": ["Rufus"],
        "former_ids": ["rufus"],
    }
    assert read["actor/firefly"]["external_references"][1]["external_id"] == "Q1"
    assert (read["place/palace"]["country"], read["place/river"]["region"]) == ("FR", "river")
    assert read["source/gazette"]["type"] == "grouping"
    assert read["claim/doubt"]["labels"] == ["claim", "argument", "forecast", "not"]
    assert {each["created"] for each in read.values()} == {"1970-01-01T00:00:00.000Z"}


def test_hostile_labels_arrive_as_they_are() -> None:
    label = "=cmd()\"'</script>\n\x00\x1b\u202e\U0001f600\u2028"
    hostile = resolve(build.records(build.state("freedonia", label=label, definition=label)))
    told = by_path(parsed(Graph([], built=hostile)))["actor/freedonia"]
    assert (told["name"], told["description"]) == (label, label)


def test_kinds_of_relation_are_lower_case_with_hyphens(read: dict[str, Object]) -> None:
    types = {each["relationship_type"] for each in read.values() if each["type"] == "relationship"}
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", each) for each in types)


def test_the_hash_seed_changes_no_byte() -> None:
    assert len(by_two_hash_seeds("stix", SMALL)) == 1


def test_a_statement_that_is_there_only_because_another_refers_to_it_says_so(shipped: Graph) -> None:
    scope = Scope(on="2016-07-08")
    selection = Selection(shipped, scope)
    told = by_path(parsed(shipped, scope))
    unheld = {path for path, each in told.items() if path.startswith("statement/") and each["extensions"][EXTENSION].get("held") is False}
    assert unheld == {f"statement/{name}" for name in selection.resolved.statements if not selection.holds(name)}
    assert unheld
