"""A page tells first what matters, in plain words, and never the opposite of what is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.dataset import open_dataset
from kg.query.engine import Engine
from kg.query.resources import Link, Resource, resource
from kg.rdf.namespaces import OA, WD
from kg.server.pages.plain import manner, sentence, spoken_of, told


@pytest.fixture(scope="module")
def engine(freedonia: Path) -> Engine:
    return Engine(open_dataset([freedonia]))


def found(engine: Engine, path: str) -> Resource:
    it = resource(engine, engine.base + path)
    assert it is not None
    return it


@pytest.mark.parametrize(
    ("name", "words", "how"),
    [
        ("denied", "Freedonia \u2014 not: unfriendly to Sylvania", "negated"),
        ("planned", "Freedonia allied with Sylvania", "planned"),
        ("friendly", "Freedonia friendly to Sylvania", ""),
    ],
)
def test_what_is_denied_or_planned_is_said_to_be_so(engine: Engine, name: str, words: str, how: str) -> None:
    it = found(engine, f"statement/{name}")
    assert (sentence(engine, Link(it.label, it.iri)), manner(engine, it.iri)) == (words, how)


def test_an_item_of_wikidata_is_named_as_one(engine: Engine) -> None:
    assert sentence(engine, Link("Q159", f"{WD}Q159")) == "Wikidata Q159"


def test_a_dating_is_named_with_what_it_dates(engine: Engine) -> None:
    dating = Link("in essay", f"{engine.base}actor/freedonia/dating/in-essay")
    assert sentence(engine, dating) == "Freedonia (in essay)"


def test_a_statement_tells_when_whose_view_and_how(engine: Engine) -> None:
    assert [(words, [link.words for link in links]) for words, links in told(engine, found(engine, "statement/planned"))] == [
        ("When", ["1932"]),
        ("Whose view", ["The press"]),
        ("How", ["planned"]),
        ("Subject", ["Freedonia"]),
        ("Relation", ["allied with"]),
        ("Object", ["Sylvania"]),
        ("Drawn from", ["Gazette"]),
    ]


def test_an_actor_s_relations_come_first_and_once(engine: Engine) -> None:
    groups = spoken_of(found(engine, "actor/freedonia"))
    names = [link.iri.removeprefix(f"{engine.base}statement/") for link in groups[0][1]]
    assert (groups[0][0], sorted(names)) == ("Relations", ["denied", "distrust", "friendly", "planned", "reign--leads", "sanctions"])
    assert {"subject", "object"}.isdisjoint(words for words, _ in groups)


def test_passages_stand_in_the_order_of_the_text() -> None:
    words = ("it \u00b610, 900-950", "it \u00b62, 90-95", "it \u00b62, 100-150", "it, row 3")
    it = Resource("urn:it", "It", (), (("has source", OA + "hasSource", tuple(Link(each, f"urn:{each}") for each in words)),))
    assert [link.words for link in spoken_of(it)[0][1]] == ["it \u00b62, 90-95", "it \u00b62, 100-150", "it \u00b610, 900-950", "it, row 3"]


def test_what_has_no_words_of_ours_keeps_its_own() -> None:
    links = (Link("a", "urn:a"),)
    it = Resource("urn:it", "It", (), (("foretells", "urn:foretells", links), ("party", "https://w3id.org/comity/ns#party", links)))
    assert spoken_of(it) == [("Relations", links), ("foretells", links)]
