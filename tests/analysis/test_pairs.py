"""What stands between two entities at a time."""

from __future__ import annotations

import pytest

from kg.analysis.pairs import Pair, Sign, Standing, standings
from kg.model.period import Period
from kg.model.records import Record
from kg.model.vocabulary import Status
from tests.analysis.build import RELATIONS, known
from tests.model.build import office, person, state, statement

NAMES = "freedonia", "sylvania"


def standing(*items: Record, on: str = "2014", certain: bool = False, seen: str | None = None) -> dict[Pair, Standing]:
    resolved, index = known(*map(state, NAMES), *items)
    return standings(resolved, RELATIONS, index, Period.parse(on), certain=certain, as_seen_by=seen)


def held(*names: str, sign: Sign) -> dict[Pair, Standing]:
    return {("freedonia", "sylvania"): Standing(frozenset(names), sign)}


@pytest.mark.parametrize(
    ("kinds", "sign"),
    [
        (["courts"], "+"),
        (["criticises"], "-"),
        (["tradesWith"], "0"),
        (["courts", "tradesWith"], "+"),
        (["criticises", "tradesWith"], "-"),
        (["courts", "criticises", "tradesWith"], "mixed"),
        (["courts", "courts", "courts", "criticises"], "mixed"),
    ],
)
def test_a_pair_is_mixed_where_both_signs_occur_and_never_an_average(kinds: list[str], sign: Sign) -> None:
    said = [statement(f"s{i}", f"freedonia {kind} sylvania") for i, kind in enumerate(kinds)]
    assert standing(*said) == held(*(s.id for s in said), sign=sign)


def test_a_pair_is_one_either_way_round() -> None:
    there, back = statement("there", "sylvania courts freedonia"), statement("back", "freedonia criticises sylvania")
    assert standing(there, back) == held("there", "back", sign="mixed")


def test_a_statement_of_an_entity_about_itself_is_a_pair_of_it_with_itself() -> None:
    assert standing(statement("doubt", "freedonia criticises freedonia")) == {
        ("freedonia", "freedonia"): Standing(frozenset({"doubt"}), "-")
    }


def test_a_statement_gives_its_own_sign_where_its_kind_has_none() -> None:
    assert standing(statement("deal", "freedonia tradesWith sylvania", polarity=1)) == held("deal", sign="+")


def test_what_is_denied_or_did_not_come_about_is_no_standing() -> None:
    denied = statement("denied", "freedonia courts sylvania", negated=True)
    planned = statement("planned", "freedonia courts sylvania", status=Status.PLANNED)
    assert standing(denied, planned) == {}
    assert standing(denied, planned, statement("real", "freedonia tradesWith sylvania")) == held("real", sign="0")


def test_a_vague_date_possibly_holds_and_does_not_certainly() -> None:
    sharp, vague = statement("sharp", "freedonia courts sylvania", "2014-05"), statement("vague", "freedonia criticises sylvania", "2014")
    assert standing(sharp, vague, on="2014-05") == held("sharp", "vague", sign="mixed")
    assert standing(sharp, vague, on="2014-05", certain=True) == held("sharp", sign="+")
    assert standing(sharp, vague, on="2015") == {}


def test_as_somebody_saw_it_is_his_view_and_what_is_undisputed() -> None:
    fact = statement("fact", "freedonia tradesWith sylvania")
    own = statement("own", "freedonia courts sylvania", according_to=("freedonia",))
    other = statement("other", "freedonia criticises sylvania", according_to=("sylvania",))
    assert standing(fact, own, other) == held("fact", "own", "other", sign="mixed")
    assert standing(fact, own, other, seen="freedonia") == held("fact", "own", sign="+")


def test_what_the_build_derives_stands_too() -> None:
    rufus, head = person("rufus"), office("presidency", "freedonia", leads=True)
    assert standing(rufus, head, statement("tenure", "rufus holdsOffice presidency")) == {
        ("presidency", "rufus"): Standing(frozenset({"tenure"}), "0"),
        ("freedonia", "rufus"): Standing(frozenset({"tenure--leads"}), "0"),
    }
