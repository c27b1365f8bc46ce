"""Search and lists in a real Chromium."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.model.dated import When
from kg.model.entities import Actor
from kg.model.records import Record
from kg.model.statements import Statement
from kg.model.vocabulary import ActorKind
from kg.views import page
from tests.views.invented import relation_kinds, request_for, resolved_of
from tests.views.page_words import active, address, statements, text

pytestmark = pytest.mark.browser
Opener = Callable[..., Any]


@pytest.fixture(scope="module")
def crowd() -> bytes:
    """A page of 210 persons, each friendly to the next."""
    names = [f"person-{i:03}" for i in range(210)]
    made: dict[str, Record] = {name: Actor(id=name, label=f"P\u00e9rson {name[-3:]}", kind=ActorKind.PERSON) for name in names}
    for i, name in enumerate(names):
        said = Statement(
            id=f"said-{i}", subject=name, relation="friendlyTo", object=names[i - 1], when=When("2014"), according_to=("undisputed",)
        )
        made[said.id] = said
    return page(resolved_of(made), relation_kinds(), request_for())


def test_search_finds_by_other_names_and_the_first_is_taken_with_enter(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016")
    seen.page.focus("#find")
    seen.page.keyboard.type("UNSC")
    assert seen.page.locator("#found [role=option]").all_text_contents() == ["UN Security CouncilInternational body"]
    assert seen.page.locator("#find").get_attribute("aria-activedescendant") == "found-0"
    seen.page.keyboard.press("Enter")
    assert address(seen)["actor"] == "un-security-council"
    assert not seen.page.locator("#found").is_visible()
    assert active(seen) == "find"


def test_arrows_walk_through_what_is_found_and_escape_clears(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016")
    seen.page.focus("#find")
    seen.page.keyboard.type("korea")
    options = seen.page.locator("#found [role=option]")
    assert options.count() > 2
    for key, place in (("ArrowDown", 1), ("ArrowUp", 0), ("ArrowUp", options.count() - 1), ("ArrowDown", 0)):
        seen.page.keyboard.press(key)
        assert seen.page.locator("#found [aria-selected=true]").get_attribute("id") == f"found-{place}"
    seen.page.keyboard.press("Escape")
    assert (seen.page.locator("#find").input_value(), seen.page.locator("#found").is_visible()) == ("", False)
    assert "actor" not in address(seen)


def test_what_is_not_in_the_era_is_found_apart_and_leads_to_its_first_era(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016&off=")
    seen.page.fill("#find", "crimea")
    group = seen.page.locator("#found [role=group]")
    assert group.locator(".group").text_content() == "Not in this picture"
    group.locator("[role=option]").click()
    assert text(seen, "#absent") == "Vote on Crimea is not in 2016\u20132017. Go to 2013\u20132015"
    seen.page.click("#absent button")
    assert address(seen)["era"] == "era-2013"
    assert not seen.page.locator("#absent").is_visible()


def test_an_entity_of_a_kind_that_is_off_says_so_and_can_be_shown(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016&actor=thaad")
    assert text(seen, "#absent") == "THAAD deployment is of a kind that is off. Show: Policy"
    seen.page.click("#absent button")
    assert "thaad" in seen.js("Object.keys(comity.places())")
    assert not seen.page.locator("#absent").is_visible()


def test_a_kind_of_relation_that_is_found_is_shown_alone(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016")
    seen.page.focus("#find")
    seen.page.keyboard.type("threat")
    seen.page.keyboard.press("Enter")
    assert statements(seen) == ["north-korea-threatens-united-states-12", "united-states-threatens-north-korea-13"]


def test_at_most_fifty_are_found_and_lists_grow_on_request(browser_page: Opener, crowd: bytes) -> None:
    seen = browser_page(crowd, hash_="#era=era-2013&limit=0")
    seen.page.fill("#find", "person")
    assert seen.page.locator("#found [role=option]").count() == 50
    assert text(seen, "#found-count") == "\u2026 and 160 more: write more of the name."
    seen.open_lists()
    for name, own in (("actors", "data-actor"), ("lines", "data-line")):
        rows = seen.page.locator(f"#{name} button[{own}]")
        assert rows.count() == 60
        assert text(seen, f"#{name} .more") == "Show 150 more of 150"
        seen.page.click(f"#{name} .more button")
        assert rows.count() == 210
        assert seen.page.locator(f"#{name} .more").count() == 0


def test_lists_stand_by_strength_or_by_name(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016")
    seen.open_lists()
    numbers = [int(one) for one in seen.page.locator("#actors .count").all_text_contents()]
    assert numbers == sorted(numbers, reverse=True)
    seen.page.select_option("#list-order", "name")
    names = seen.page.locator("#actors .name").all_text_contents()
    assert names == sorted(names, key=str.casefold)
    assert len(names) == len(numbers)
