"""The FollowTheMoney entities; their own library reads every value back as it was written."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.exports.export import contents, format_of
from kg.exports.ftm import values
from kg.graph import Graph
from kg.model.conflicts import Conflict
from kg.model.dated import Dated
from kg.model.entities import Source
from kg.model.events import Event
from kg.model.evidence import Evidence
from kg.model.records import Record
from kg.model.resolved import resolve
from kg.model.statements import Claim, Statement
from kg.model.vocabulary import ActorKind, Role, Status
from kg.query.scope import EVER, Scope
from kg.rdf.namespaces import passage_path
from tests.exports.conftest import SMALL
from tests.exports.made import by_two_hash_seeds
from tests.model import build

Line = dict[str, Any]
FACTS = ("UnknownLink", "Membership", "Occupancy", "Sanction", "ProjectParticipant", "Documentation", "Succession")


def lines(graph: Graph, scope: Scope = EVER) -> list[Line]:
    (data,) = contents(graph, format_of("ftm"), scope).values()
    return [json.loads(line) for line in (data if isinstance(data, bytes) else b"".join(data)).splitlines()]


def by_record(written: list[Line]) -> dict[str, Line]:
    return {each["id"].partition(".")[0]: each for each in written}


def made(*records: Record) -> dict[str, Line]:
    return by_record(lines(Graph([], built=resolve(build.records(*records, build.source("gazette"))))))


def names(line: Line, field: str) -> list[str]:
    """The records that a property points at."""
    return [value.partition(".")[0] for value in line["properties"].get(field, [])]


def pieces(record: Record) -> Iterator[Evidence]:
    yield from getattr(record, "evidence", ())
    for dating in record.datings if isinstance(record, Dated) else ():
        yield from dating.evidence


def is_fact(statement: Statement) -> bool:
    return statement.status is Status.ACTUAL and not statement.negated


@pytest.fixture(scope="module")
def whole(shipped: Graph) -> list[Line]:
    return lines(shipped)


@pytest.fixture(scope="module")
def read(whole: list[Line]) -> dict[str, Line]:
    return by_record(whole)


@pytest.mark.judges
@pytest.mark.parametrize("scope", [EVER, Scope(on="2016-07-08"), Scope(during="2019", certain=True), Scope(as_seen_by="russia")])
def test_the_library_keeps_every_value_and_finds_every_end(shipped: Graph, scope: Scope) -> None:
    judged(lines(shipped, scope), shipped.stored.base)


def judged(written: list[Line], base: str) -> None:
    """Cleaning changes nothing; ids are signed; values fit their types, lengths and ranges; what is required is there."""
    from followthemoney import model
    from followthemoney.namespace import Namespace

    schemata = {each["id"]: model[each["schema"]] for each in written}
    for each in written:
        proxy = model.get_proxy(each, cleaned=False)
        assert proxy.to_dict() == each
        proxy.schema.validate({"properties": each["properties"]})
        assert not proxy.schema.abstract
        assert Namespace(base).verify(each["id"])
        assert set(proxy.schema.required) <= {prop.name for prop in proxy.iterprops()}
        for prop, value in proxy.itervalues():
            assert prop.type.validate(value)
            assert len(value) <= prop.max_length
            assert (prop.deprecated, prop.hidden, prop.stub) == (False, False, False)
            assert prop.range is None or schemata[value].is_a(prop.range)
        assert not proxy.schema.edge or len(list(proxy.edgepairs())) == 1
        assert proxy.schema.is_a("Interval") or proxy.caption != proxy.schema.label
    assert len(schemata) == len(written)


@pytest.mark.judges
def test_the_program_of_the_library_validates_the_file_to_the_same_lines(shipped: Graph, tmp_path: Path, whole: list[Line]) -> None:
    from click.testing import CliRunner
    from followthemoney.cli.cli import cli

    source, target = tmp_path / "entities.ftm.json", tmp_path / "validated.json"
    (data,) = contents(shipped, format_of("ftm")).values()
    source.write_bytes(b"".join(data))  # type: ignore[arg-type]
    done = CliRunner().invoke(cli, ["validate", "-i", str(source), "-o", str(target)])
    assert done.exit_code == 0
    again = [json.loads(line) for line in target.read_bytes().splitlines()]
    assert [(each["id"], each["schema"], each["properties"]) for each in again] == [tuple(each.values()) for each in whole]


def test_every_record_is_one_entity(shipped: Graph, read: dict[str, Line], whole: list[Line]) -> None:
    curated = {name for name, record in shipped.records.records.by_id.items() if not isinstance(record, Statement)}
    assert set(read) == curated | set(shipped.records.statements)
    assert len(read) == len(whole)
    assert [each["id"] for each in whole] == sorted(each["id"] for each in whole)


def test_links_are_the_statements_that_are_held_to_be_so(shipped: Graph, read: dict[str, Line]) -> None:
    links = {name for name, each in read.items() if each["schema"] in FACTS}
    assert links == {statement.id for statement in shipped.records.statements.values() if is_fact(statement)}
    notes = {name for name, each in read.items() if each["schema"] == "Note"}
    others = {r.id for r in shipped.records.records.by_id.values() if isinstance(r, Claim | Conflict)}
    assert notes == others | {statement.id for statement in shipped.records.statements.values() if not is_fact(statement)}


def test_links_join_what_their_statements_join(shipped: Graph, read: dict[str, Line]) -> None:
    ends = {
        "UnknownLink": ("subject", "object"), "Membership": ("member", "organization"), "Occupancy": ("holder", "post"),
        "ProjectParticipant": ("participant", "project"), "Documentation": ("entity", "document"),
        "Succession": ("successor", "predecessor"),
    }  # fmt: skip
    for statement in filter(is_fact, shipped.records.statements.values()):
        link = read[statement.id]
        if link["schema"] == "Sanction":
            assert (statement.relation, names(link, "entity")) == ("sanctions", [statement.object])
            assert link["properties"]["authority"] == [shipped.records.records.label(statement.subject)]
        else:
            subject, object_ = ends[link["schema"]]
            assert (names(link, subject), names(link, object_)) == ([statement.subject], [statement.object])
            if link["schema"] != "Occupancy":
                assert link["properties"]["role"] == [shipped.relations[statement.relation].label]


def test_dates_hold_the_bounds(shipped: Graph, read: dict[str, Line]) -> None:
    """Of begin and of end the prefixes reach from the earlier to the later bound, and are as long as both allow."""
    for statement in filter(is_fact, shipped.records.statements.values()):
        bounds, told = shipped.records.bounds[statement.id], read[statement.id]["properties"]
        for side, first, last in (
            ("startDate", bounds.earliest_begin, bounds.latest_begin),
            ("endDate", bounds.earliest_end, bounds.latest_end),
        ):
            values = told.get(side, [])
            if str(first) == "0001-01-01" or str(last) == "9999-12-31":
                assert values == []
                continue
            assert str(first).startswith(values[0])
            assert str(last).startswith(values[-1])
            same = [length for length in (10, 7) if str(first)[:length] == str(last)[:length]]
            assert len(values[0]) == max(same, default=4)
            assert len(values) == 1 + (str(first)[:4] != str(last)[:4])


def test_sources_prove_and_passages_are_linked(shipped: Graph, read: dict[str, Line]) -> None:
    base = shipped.stored.base
    for name, record in {**shipped.records.records.by_id, **shipped.records.statements}.items():
        if not isinstance(record, Source):
            cited = set(pieces(record))
            assert set(names(read[name], "proof")) == {piece.source for piece in cited}
            assert set(read[name]["properties"].get("sourceUrl", [])) == {base + passage_path(piece) for piece in cited}


def test_views_stand_in_words(shipped: Graph, read: dict[str, Line]) -> None:
    for statement in filter(is_fact, shipped.records.statements.values()):
        (told,) = read[statement.id]["properties"]["description"]
        holders = [shipped.records.records.label(name) for name in statement.according_to if name != "undisputed"]
        assert told.startswith(f"according to {', '.join(holders)}" if holders else "undisputed")
        assert ("disputed by another account" in told) == (statement.id in shipped.records.disputed)


def test_all_who_take_part_are_involved_and_hosts_organise(shipped: Graph, read: dict[str, Line]) -> None:
    for event in shipped.records.records.of(Event):
        assert set(names(read[event.id], "involved")) == {each.actor for each in event.participants}
        assert set(names(read[event.id], "organizer")) == {each.actor for each in event.participants if each.role is Role.HOST}
        assert (event.status in read[event.id]["properties"]["keywords"]) == (event.status is not Status.ACTUAL)


def test_a_selection_holds_its_statements(shipped: Graph) -> None:
    held = {row.id for row in shipped.index.holding(shipped.index.eras["2016-2018"], certain=True, as_seen_by="russia")}
    written = set(by_record(lines(shipped, Scope(era="2016-2018", certain=True, as_seen_by="russia"))))
    assert held <= written
    assert len(written) < len(shipped.records.records.by_id)


def test_the_small_corpus_reads_as_it_was_written(small: Graph) -> None:
    read = by_record(lines(small))
    assert Counter(each["schema"] for each in read.values()) == {
        "PublicBody": 2, "Person": 2, "Organization": 1, "Position": 1, "Document": 1, "Event": 3,
        "UnknownLink": 4, "Occupancy": 1, "Sanction": 1, "Note": 2,
    }  # fmt: skip
    assert {name: value for name, value in read["friendly"]["properties"].items() if name not in ("subject", "object", "proof")} == {
        "description": ["according to Firefly"], "endDate": ["1931-09"], "recordId": ["friendly"], "role": ["friendly to"],
        "sourceUrl": ["https://example.org/f/passage/gazette/locator/c"], "startDate": ["1931-03"],
    }  # fmt: skip
    assert read["denied"]["properties"]["description"] == ["not so: Freedonia unfriendly to Sylvania (1932)"]
    assert read["planned"]["properties"]["description"] == ["planned: Freedonia allied with Sylvania (1932)"]
    assert names(read["planned"], "entity") == ["freedonia", "sylvania"]
    assert read["ball"]["properties"]["date"] == ["1932-06-01"]


def test_what_does_not_fit_a_schema_is_another_link() -> None:
    read = made(
        build.state("freedonia", iso3166="FR"),
        build.person("firefly"),
        build.state("league", kind=ActorKind.INTERNATIONAL_BODY),
        build.policy("tariff"),
        build.event("duel"),
        build.statement("joins", "freedonia memberOf league", evidence=build.CITED),
        build.statement("household", "freedonia memberOf firefly", evidence=build.CITED),
        build.statement("ban", "league sanctions freedonia", evidence=build.CITED),
        build.statement("grudge", "firefly sanctions freedonia", evidence=build.CITED),
        build.statement("talks", "firefly participatesIn tariff", evidence=build.CITED),
        build.statement("fights", "firefly participatesIn duel", evidence=build.CITED),
        build.statement("heir", "firefly succeeds freedonia", evidence=build.CITED),
        build.statement("pages", "firefly authorOf gazette", evidence=build.CITED),
        build.claim("meta", "grudge", "meta", "duel", evidence=build.CITED),
    )
    assert {name: each["schema"] for name, each in read.items() if "recordId" in each["properties"]} == {
        "joins": "Membership", "household": "UnknownLink", "ban": "Sanction", "grudge": "UnknownLink", "talks": "ProjectParticipant",
        "fights": "UnknownLink", "heir": "Succession", "pages": "Documentation",
    }  # fmt: skip
    assert names(read["meta"], "entity") == ["firefly", "freedonia", "duel"]
    assert read["freedonia"]["properties"]["country"] == ["fr"]


@pytest.mark.judges
def test_hostile_values_survive_cleaning() -> None:
    label = '"=cmd()\'</script>\n\x00\x1b\u202ee\u200d\u0301\U0001f600\u2028;x,, .ESQ., y\u00a0"'
    resolved = resolve(
        build.records(
            build.state("freedonia", label=label, aliases=("''", "\"'a'\"", "\u200b"), definition=label, iso3166="F1"),
            build.place("palace", label=label, definition="\x07"),
            build.state("quotes", label='""'),
            build.event("ball", "0410/1203", label=label, place="palace", participants=build.took_part("freedonia:host")),
            build.source("gazette", label=label, url="https://example.org/?q=a b"),
            build.statement("aids", "freedonia aids quotes", "0999/..", according_to=("freedonia",), evidence=build.CITED),
        )
    )
    written = lines(Graph([], built=resolved))
    judged(written, "https://example.org/")
    read = by_record(written)
    assert read["freedonia"]["properties"]["name"] == ["=cmd()'</script> \u00e9\U0001f600 ;x,, .ESQ., y"]
    assert read["freedonia"]["properties"]["alias"] == ["a"]
    assert read["quotes"]["properties"]["name"] == ["quotes"]
    assert read["palace"]["properties"]["full"] == ['"=cmd()\'</script> \u00e9\U0001f600, x, y "']
    assert read["ball"]["properties"]["endDate"] == ["1203"]
    assert "startDate" not in read["aids"]["properties"]


@pytest.mark.judges
@given(st.text(st.one_of(st.characters(), st.sampled_from("\"' ,;.\u200b\u0a00"))), st.sampled_from(["", "ESQ.,", "<BR/>"]))
def test_whatever_the_text_cleaning_leaves_it_alone(start: str, end: str) -> None:
    from followthemoney.types import registry

    for clean, kind in ((values.text, registry.text), (values.name, registry.name), (values.address, registry.address)):
        written = clean(start + end + start)
        assert kind.clean(written) == (written or None)


def test_the_hash_seed_changes_no_byte() -> None:
    assert len(by_two_hash_seeds("ftm", SMALL)) == 1
