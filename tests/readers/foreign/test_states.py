"""The table of states is whole, and agrees with its judges."""

from __future__ import annotations

import pycountry
import pytest
import yaml

from kg import resources
from kg.model.vocabulary import ActorKind
from kg.readers.foreign.facts import Party
from kg.readers.foreign.roster import slug
from kg.readers.foreign.states import state, state_named, states

# The numbers of the state system, as the Correlates of War publish them (version 2016).
SYSTEM = """
2 20 31 40 41 42 51 52 53 54 55 56 57 58 60 70 80 90 91 92 93 94 95 100 101 110 115 130 135 140 145 150 155 160 165
200 205 210 211 212 220 221 223 225 230 232 235 240 245 255 260 265 267 269 271 273 275 280 290 300 305 310 315 316 317 325 327 329 331
332 335 337 338 339 341 343 344 345 346 347 349 350 352 355 359 360 365 366 367 368 369 370 371 372 373 375 380 385 390 395
402 403 404 411 420 432 433 434 435 436 437 438 439 450 451 452 461 471 475 481 482 483 484 490 500 501 510 511 516 517 520 522 530 531
540 541 551 552 553 560 565 570 571 572 580 581 590 591
600 615 616 620 625 626 630 640 645 651 652 660 663 666 670 678 679 680 690 692 694 696 698
700 701 702 703 704 705 710 712 713 730 731 732 740 750 760 770 771 775 780 781 790 800 811 812 816 817 820 830 835 840 850 860
900 910 920 935 940 946 947 950 955 970 983 986 987 990
"""
CODED = [each for each in states() if each.alpha2]


def test_every_state_of_the_system_is_there_once_and_in_order() -> None:
    assert [each.cow for each in states() if each.cow] == [int(number) for number in SYSTEM.split()]
    assert [each.id for each in states() if not each.cow] == ["serbia", "soviet-union"]


def test_an_id_is_the_slug_of_the_label() -> None:
    assert [each.id for each in states()] == [slug(each.label) for each in states()]


def test_codes_and_names_lead_to_one_state_each() -> None:
    for each in states():
        codes: tuple[int | str | None, ...] = (each.cow, each.alpha2, each.alpha3)
        assert {state(code) for code in codes if code} <= {each}
        for name in (each.label, *each.names):
            assert name == name.strip() != ""
            assert state_named(name.upper()) is each


@pytest.mark.parametrize("code", [0, 365000, "", "XX", "ru"])
def test_what_is_no_code_leads_to_none(code: int | str) -> None:
    assert state(code) is None


@pytest.mark.parametrize("alpha2", [each.alpha2 for each in CODED])
def test_iso_has_the_same_codes_for_all_its_names(alpha2: str) -> None:
    judge = pycountry.countries.get(alpha_2=alpha2)
    ours = state(alpha2)
    assert ours
    assert judge
    assert judge.alpha_3 == ours.alpha3
    assert state_named(judge.name) is ours
    assert state_named(getattr(judge, "common_name", judge.name)) is ours


def test_states_of_the_past_have_no_code_of_today() -> None:
    without = {each.id for each in states() if not each.alpha2}
    assert len(without) == len(states()) - len(CODED) == 25
    assert {"czechoslovakia", "east-germany", "papal-states", "south-vietnam", "soviet-union", "yugoslavia"} <= without


def test_the_shipped_corpus_calls_the_same_states_by_the_same_ids() -> None:
    entries = yaml.load((resources.shipped_corpus() / "actors" / "states.yaml").read_text("utf-8"), yaml.BaseLoader)
    shipped = [(entry["id"], entry.get("cow"), entry.get("iso3166")) for entry in entries]
    ours = {each.id: (each.id, each.cow and str(each.cow), each.alpha2 or None) for each in states()}
    assert shipped == [ours[name] for name, _, _ in shipped]


def test_a_state_is_named_as_a_row_would_name_it() -> None:
    found = [each.party for each in (state(2), state_named("USSR"), state(260)) if each]
    assert found == [
        Party("United States", ActorKind.STATE, 2, "US"),
        Party("Soviet Union", ActorKind.STATE),
        Party("West Germany", ActorKind.STATE, 260),
    ]
