"""What choosing does: by the pointer, of a second era, in a window of another size; and where the focus goes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
Opener = Callable[..., Any]


def hovered(seen: Any, place: list[int]) -> tuple[str, str]:
    """What the picture says of a place, and the pointer over it."""
    seen.page.mouse.move(place[0] + 1, place[1])
    seen.page.mouse.move(*place)
    seen.drawn()
    title, cursor = seen.js("(({ title, style }) => [title, style.cursor])(document.getElementById('canvas'))")
    return title, cursor


def test_the_pointer_is_told_what_a_click_would_choose(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016")
    assert hovered(seen, seen.js("comity.places().iaea")) == ("IAEA", "pointer")
    line = next(one for one in seen.js("comity.lines()") if (one["from"], one["to"], one["kind"]) == ("iaea", "north-korea", "unfriendly"))
    title, cursor = hovered(seen, line["at"])
    assert (title, cursor) == ("IAEA \u2192 North Korea: Unfriendly", "pointer")
    box = seen.page.locator("#canvas").bounding_box()
    assert hovered(seen, [box["x"] + 4, box["y"] + 4]) == ("", "")


def test_choosing_what_is_not_drawn_now_leaves_the_picture_alone(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016")
    before = seen.js("[comity.places(), comity.rows()]")
    seen.page.fill("#find", "Panmunjom")
    seen.page.keyboard.press("Enter")
    expect(seen.page.locator("#panel h3")).to_contain_text("Panmunjom")
    assert seen.js("[comity.places(), comity.rows()]") == before


def test_a_window_of_another_size_has_the_picture_of_that_size(browser_page: Opener) -> None:
    resized, fresh = browser_page(width=1440, height=900), browser_page(width=1000, height=640)
    resized.page.set_viewport_size({"width": 1000, "height": 640})
    if resized.js("!document.querySelector('main').classList.contains('no-side')") != fresh.js(
        "!document.querySelector('main').classList.contains('no-side')"
    ):
        resized.page.click("#fold-side")
    expect(resized.page.locator("#status")).to_have_text(fresh.page.locator("#status").text_content() or "")
    resized.page.wait_for_function(
        "(places) => JSON.stringify(comity.places()) === JSON.stringify(places)", arg=fresh.js("comity.places()")
    )


@pytest.mark.parametrize(
    ("view", "key", "inside"),
    [("matrix", "t", "#matrix [tabindex='0']"), ("table", "e", "#rows button"), ("eras", "g", "#multiples button")],
)
def test_a_key_for_another_way_to_look_takes_the_focus_along(browser_page: Opener, view: str, key: str, inside: str) -> None:
    seen = browser_page(hash_=f"#era=era-2016&view={view}")
    seen.page.locator(inside).first.focus()
    seen.page.keyboard.press(key)
    shown = {"t": "table", "e": "eras", "g": "graph"}[key]
    assert seen.js("document.activeElement.dataset.view") == shown


@pytest.mark.parametrize(("shown", "chosen"), [("era-2016", "era-2013"), ("era-2013", "era-2016")])
def test_of_two_eras_the_later_is_compared_with_the_earlier(browser_page: Opener, shown: str, chosen: str) -> None:
    seen = browser_page(hash_=f"#era={shown}")
    seen.page.select_option("#compare", chosen)
    assert seen.js("location.hash") == "#era=era-2016&compare=era-2013"
    seen.page.click("#swap")
    assert seen.js("location.hash") == "#era=era-2013&compare=era-2016"


def test_a_chosen_pair_stands_out_both_ways_and_all_else_is_pale(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2013&pair=north-korea~russia")
    between = [{line["from"], line["to"]} == {"north-korea", "russia"} for line in seen.js("comity.lines()")]
    seen.page.emulate_media(media="print")
    seen.page.locator("#paper > svg").wait_for()
    opacities = seen.page.locator("#paper path.line").evaluate_all("(all) => all.map((one) => one.getAttribute('stroke-opacity'))")
    assert sorted(opacities) == sorted("1" if own else "0.15" for own in between)
    assert any(between)
    assert "Chosen: the lines between North Korea and Russia." in (seen.page.locator("#paper").text_content() or "")


def test_the_table_marks_what_is_chosen_and_shows_the_first_of_it(browser_page: Opener) -> None:
    seen = browser_page(width=1200, height=500, hash_="#era=era-2013&view=table")
    of = {row: {line["from"], line["to"]} for line in seen.js("comity.lines()") for row in line["statements"]}
    for change, wanted in (
        ("actor: 'iaea'", {row for row, ends in of.items() if "iaea" in ends}),
        ("pair: 'north-korea~russia'", {row for row, ends in of.items() if ends == {"north-korea", "russia"}}),
    ):
        seen.js(f"comity.show({{actor: '', pair: '', {change}}})")
        marked = seen.page.locator("#table tr.chosen")
        assert set(marked.evaluate_all("(all) => all.map((one) => one.dataset.id)")) == wanted
        expect(marked.first).to_be_in_viewport()
