"""A network that nobody could read at once: the page opens as its strongest part, says so, and leads to all the rest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from kg.model.resolved import Resolved
from kg.views import page
from tests.views.conftest import Seen
from tests.views.invented import relation_kinds
from tests.views.large import large, request_of_eras

pytestmark = pytest.mark.browser
Opener = Callable[..., Any]
ACTORS, STATEMENTS = 600, 6_000
FAR, FAR_LABEL = "actor-00431", "Group 431"  # one of the weak


@pytest.fixture(scope="module")
def network() -> Resolved:
    return large(ACTORS, STATEMENTS)


@pytest.fixture(scope="module")
def content(network: Resolved) -> bytes:
    return page(network, relation_kinds(), request_of_eras())


@pytest.fixture
def seen(browser_page: Opener, content: bytes) -> Iterator[Seen]:
    opened = browser_page(content)
    yield opened
    assert (opened.errors, opened.fetched) == ([], [])


def neighbours(network: Resolved, name: str, of: set[str]) -> set[str]:
    """Who stands at the other end of one of these statements."""
    ends = [(one.subject, one.object) for one in network.statements.values() if one.id in of]
    return {end for both in ends if name in both for end in both}


def test_it_opens_as_its_strongest_part_and_says_of_how_much(seen: Seen) -> None:
    words = seen.page.locator("#status").text_content() or ""
    found = re.search(r"showing (\d+) of (\d+) entities.*, ranked by number of statements", words)
    assert found, words
    assert int(found[1]) <= 60 < int(found[2]) <= ACTORS
    assert 20 <= len(seen.js("comity.places()")) <= int(found[1])
    assert 20 <= len(seen.js("comity.lines()")) <= 120


def test_a_far_off_actor_is_searched_for_and_seen_with_all_its_neighbours(seen: Seen, network: Resolved) -> None:
    seen.js("comity.show({during: '2001/2020'})")
    assert FAR not in seen.js("comity.places()")
    seen.page.fill("#find", FAR_LABEL)
    seen.page.keyboard.press("Enter")
    expect(seen.page.locator("#evidence-title + #panel h3")).to_contain_text(FAR_LABEL)
    seen.page.get_by_role("button", name="Show in the graph").click()
    shown = set(seen.js("comity.rows()"))
    assert len(shown) > 5
    assert set(seen.js("Object.keys(comity.places())")) == neighbours(network, FAR, shown)


def test_the_matrix_and_the_table_hold_what_the_words_say(seen: Seen) -> None:
    seen.js("comity.show({view: 'matrix'})")
    words = seen.page.locator("#status").text_content() or ""
    statements = int(words.split(" statements")[0].split()[-1].replace(",", ""))
    assert len(seen.js("comity.rows()")) == statements
    seen.js("comity.show({view: 'table'})")
    assert seen.page.locator("#rows tr").count() == min(statements, 500)
