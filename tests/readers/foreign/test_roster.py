"""Parties are matched by code, then by a name that one actor alone has; who is new gets an id of its own."""

from __future__ import annotations

import pytest

from kg.model.entities import Actor, Place
from kg.model.vocabulary import ActorKind
from kg.readers.foreign.facts import Party, Reject
from kg.readers.foreign.roster import Roster, Unmatched, slug
from tests.readers.foreign.build import KNOWN, corpus_of

SEOUL = Place(id="seoul", label="Seoul")


def roster(*reserved: str) -> Roster:
    return Roster(corpus_of(*KNOWN, SEOUL).by_id, reserved)


@pytest.mark.parametrize(
    "party",
    [
        Party("RUSSIA"),
        Party("moscow"),
        Party("russia"),
        Party("Tsardom", cow=365),
        Party("Japan", iso3166="RU"),
        Party("x", wikidata="Q159"),
    ],
)
def test_a_code_or_a_name_finds_the_actor(party: Party) -> None:
    assert roster().id(party) == "russia"


def test_a_name_never_overrules_a_code() -> None:
    found = roster()
    assert found.id(Party("Japan", ActorKind.STATE, cow=365)) == "russia"
    assert found.id(Party("Japan", ActorKind.STATE, cow=741)) == "japan-state"
    assert found.id(Party("Empire of the Sun", cow=741)) == "japan-state"


def test_a_name_that_several_have_finds_none_of_them_and_says_so() -> None:
    found = roster()
    assert [found.id(Party("korea")), found.id(Party("KOREA"))] == ["korea", "korea"]
    found.count("korea")
    assert [(each.actor.label, each.why) for each in found.unmatched] == [("korea", "the name of several: north-korea, south-korea")]


def test_who_is_new_is_made_once_and_reported_with_its_rows() -> None:
    found = roster()
    names = [found.id(Party(name, ActorKind.PERSON)) for name in ("Seoul", "SEOUL", " seoul ", "Süd-Ost", "Sud Ost")]
    assert names == ["seoul-person", "seoul-person", "seoul-person", "sud-ost", "sud-ost-person"]
    for name in ("sud-ost", "seoul-person", "sud-ost", "japan"):
        found.count(name)
    assert found.unmatched == [
        Unmatched(Actor(id="sud-ost", label="Süd-Ost", kind=ActorKind.PERSON), "nobody of that name", 2),
        Unmatched(Actor(id="seoul-person", label="Seoul", kind=ActorKind.PERSON), "nobody of that name", 1),
    ]
    assert list(found.matched()) == ["japan"]


def test_no_new_id_looks_like_one_of_a_files_statements() -> None:
    assert roster("table-a").id(Party("Table A 000001")) == "group-table-a-000001"
    assert roster("table-a").id(Party("Table A")) == "group-table-a"


@pytest.mark.parametrize("name", ["", "  ", "a\0b", "x" * 301, "a\x1b[31m", "\ufffe"])
def test_a_name_that_could_not_stand_in_a_corpus_is_refused(name: str) -> None:
    with pytest.raises(Reject) as refused:
        roster().id(Party(name))
    assert refused.value.kind == "an actor"


def test_slugs_are_plain_and_short() -> None:
    assert [slug("  É--è  "), slug("x" * 99), slug("a" * 79 + "-b")] == ["e-e", "x" * 80, "a" * 79]
    assert slug("北京") != slug("東京")


def test_thousands_of_names_may_share_their_plain_letters() -> None:
    found = roster()
    ids = [found.id(Party(f"{chr(0x4E00 + number)} (China)")) for number in range(20_000)]
    assert ids[:3] + ids[-1:] == ["china", "china-group", "china-group-2", "china-group-19999"]
