"""The page on a phone, and on paper."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from typing import Any
from urllib.parse import parse_qsl

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
Opener = Callable[..., Any]

VISIBLE_TARGETS = """() => [...document.querySelectorAll("button, select, input, summary, label:has(input[type=checkbox])")]
  .filter((one) => one.checkVisibility() && !(one.type === "checkbox" && one.closest("label")))
  .map((one) => ({ name: one.id || one.className || one.textContent, box: one.getBoundingClientRect() }))
  .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24)).map(({ name, box }) => [name, box.width, box.height])"""


@pytest.mark.parametrize("width", [320, 390, 600])
@pytest.mark.parametrize("more", ["", "&compare=era-2013&actor=russia", "&view=table", "&view=matrix", "&view=eras", "&during=2014/2016"])
def test_nothing_scrolls_sideways(browser_page: Opener, width: int, more: str) -> None:
    seen = browser_page(width=width, height=700, hash_="#era=era-2016" + more, has_touch=True)
    assert seen.js("document.documentElement.scrollWidth") <= width
    assert seen.errors == []


def test_the_picture_stands_before_search_filters_and_lists_and_these_before_the_evidence(browser_page: Opener) -> None:
    seen = browser_page(width=390, height=844, has_touch=True)
    order = seen.js("[...document.querySelector('main').children].map((one) => one.id)")
    assert order == ["middle", "side", "evidence"]
    names = ["picture", "timeline", "find", "changes", "actors", "lines", "evidence"]
    tops = [seen.js(f"document.getElementById('{name}').getBoundingClientRect().top") for name in names]
    assert tops == sorted(tops)
    assert seen.page.locator(".filters[open]").count() == 0


def test_no_name_covers_another_in_the_neighbourhood_that_a_phone_opens_with(browser_page: Opener, shipped: tuple[Any, bytes]) -> None:
    seen = browser_page(shipped[1], width=390, height=844, has_touch=True)
    most = 0
    for era in seen.js("comity.eras()"):
        seen.js(f"comity.show({{era: '{era}'}})")
        seen.drawn()
        boxes = seen.js("Object.values(comity.boxes())")
        most = max(most, len(boxes))
        covered = [(a, b) for a, b in combinations(boxes, 2) if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]]
        assert covered == []
    assert most > 10


def test_a_window_made_wide_again_has_its_columns_and_open_filters_back(browser_page: Opener) -> None:
    opened = "[...document.querySelectorAll('.filters[open] summary')].map((one) => one.textContent)"
    seen = browser_page(width=390, height=844)
    seen.page.set_viewport_size({"width": 1440, "height": 900})
    seen.page.wait_for_function("document.querySelector('main').children[0].id === 'side'")
    assert seen.js("[...document.querySelector('main').children].map((one) => one.id)") == ["side", "middle", "evidence"]
    assert seen.js(opened) == ["Relations", "Marks", "Whose view", "Show", "Kinds"]


def test_nothing_hangs_out_of_the_cards_of_events_and_of_the_key_of_the_bars(browser_page: Opener) -> None:
    seen = browser_page(width=390, height=844, has_touch=True, hash_="#era=era-2018")
    bottoms = seen.js(
        "[...document.querySelectorAll('.event')].map((one) => [one, one.lastChild].map((e) => e.getBoundingClientRect().bottom))"
    )
    assert len(bottoms) == 4
    assert all(date < card for card, date in bottoms)
    assert seen.js("(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector('.time-key'))") == 0


def test_targets_are_large_enough_for_a_finger(browser_page: Opener) -> None:
    seen = browser_page(width=390, height=844, has_touch=True, hash_="#era=era-2016&compare=era-2013")
    seen.js("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert seen.page.evaluate(VISIBLE_TARGETS) == []


def test_the_era_is_a_list_that_also_tells_a_period_of_ones_own(browser_page: Opener) -> None:
    seen = browser_page(width=390, height=844, hash_="#during=2014/2016")
    assert seen.page.locator("#era option").all_text_contents() == [
        "2014\u20132016 (a period of your own)",
        "2013\u20132015",
        "2016\u20132017",
        "2018\u20132019",
    ]
    seen.page.select_option("#era", "era-2018")
    assert seen.js("new URLSearchParams(location.hash.slice(1)).get('era')") == "era-2018"
    assert seen.page.locator("#era option").count() == 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_has_the_picture_and_the_table_black_on_white_and_no_controls(browser_page: Opener, scheme: str) -> None:
    seen = browser_page(hash_="#era=era-2016", color_scheme=scheme)
    lines = len(seen.js("comity.lines()"))
    seen.page.emulate_media(media="print", color_scheme=scheme)
    seen.page.locator("#paper > svg").wait_for()
    assert seen.page.locator("#paper svg path.line").count() == lines
    assert "2016\u20132017" in (seen.page.locator("#paper > svg").text_content() or "")
    assert seen.page.locator("#rows tr").count() == sum(len(line["statements"]) for line in seen.js("comity.lines()"))
    assert seen.page.locator("#rows").is_visible()
    colours = seen.js("(({ color, backgroundColor }) => [color, backgroundColor])(getComputedStyle(document.body))")
    assert colours == ["rgb(21, 25, 29)", "rgb(255, 255, 255)"]
    for name in ("side", "bar", "timeline", "evidence", "tabs", "picture", "compare", "zoom"):
        assert not seen.page.locator(f"#{name}").is_visible()
    seen.page.emulate_media(media="screen", color_scheme=scheme)
    seen.page.locator("#picture").wait_for()
    expect(seen.page.locator("#paper svg")).to_have_count(0)


def test_paper_has_the_evidence_of_what_is_chosen_without_its_buttons(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016&actor=russia")
    seen.page.emulate_media(media="print")
    assert [one.is_visible() for one in seen.page.locator("#panel article").all()] == [True] * 5
    assert seen.page.get_by_role("button", name="Cite").count() == 0
    assert seen.page.locator("#panel .actions").is_hidden()


def test_on_a_phone_a_button_leads_back_to_the_picture(browser_page: Opener) -> None:
    seen = browser_page(width=390, height=844, hash_="#era=era-2013&actor=russia&near=1")
    back = seen.page.get_by_role("button", name="Back to the picture")
    back.scroll_into_view_if_needed()
    assert seen.js("document.getElementById('middle').getBoundingClientRect().bottom") < 844
    before = seen.js("location.hash")
    back.click()
    assert abs(seen.js("document.getElementById('middle').getBoundingClientRect().top")) < 5
    assert seen.js("location.hash") == before


@pytest.mark.parametrize("script", [True, False])
def test_on_paper_no_column_of_the_table_is_cut_off_and_heads_have_no_arrows(browser_page: Opener, script: bool) -> None:
    a4 = 718  # CSS px between margins of a centimetre
    seen = browser_page(width=a4, height=1000, hash_="#era=era-2016&compare=era-2013&view=table", java_script_enabled=script)
    seen.page.emulate_media(media="print")
    seen.page.locator("#rows tr").last.wait_for()
    right = "(all) => Math.max(...all.map((one) => one.getBoundingClientRect().right))"
    assert seen.page.locator("#table tr > *").evaluate_all(right) <= a4
    shown = seen.page.locator("#table thead button").evaluate_all("(all) => all.map((one) => getComputedStyle(one, '::after').display)")
    assert set(shown) == ({"none"} if script else set())


def test_on_a_phone_who_is_only_in_the_era_compared_with_is_chosen_with_a_neighbourhood(browser_page: Opener) -> None:
    seen = browser_page(width=390, height=844, hash_="#era=era-2016")
    later = set(seen.js("comity.show({near: 0, actor: '', limit: 0}), Object.keys(comity.places())"))
    earlier = set(seen.js("comity.show({era: 'era-2013'}), Object.keys(comity.places())"))
    gone = min(earlier - later)
    seen.js("comity.show({era: 'era-2016', compare: 'era-2013'})")
    seen.page.locator(f"#actors [data-actor='{gone}']").click()
    assert set(parse_qsl(seen.js("location.hash.slice(1)"))) >= {("actor", gone), ("near", "1")}
    assert gone in seen.js("comity.places()")


def test_a_tap_on_an_actor_presses_nothing_that_comes_under_the_finger(browser_page: Opener) -> None:
    seen = browser_page(width=390, height=844, has_touch=True, is_mobile=True, hash_="#era=era-2016")
    seen.js("window.clicked = [], document.addEventListener('click', (event) => clicked.push(event.target.outerHTML), true)")
    seen.page.touchscreen.tap(*seen.js("comity.places()['north-korea']"))
    seen.until("location.hash.includes('actor=north-korea')")
    seen.page.wait_for_timeout(500)
    assert seen.js("clicked") == []


def test_at_two_hundred_percent_the_page_is_as_on_a_phone(browser_page: Opener) -> None:
    seen = browser_page(width=720, height=450, hash_="#era=era-2016")
    assert seen.js("document.querySelector('main').children[0].id") == "middle"
    assert "near=1" in seen.js("(comity.show({certain: true}), location.hash)")
    assert seen.js("document.documentElement.scrollWidth") <= 720
