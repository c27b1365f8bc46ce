"""Small multiples in a real Chromium: all eras side by side, with the places of the graph, drawn when they are seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from kg.model.period import Period
from kg.model.relations import Relation
from kg.model.resolved import Resolved
from kg.views import PageRequest, page
from kg.views.request import Group, Span

pytestmark = pytest.mark.browser
Opener = Callable[..., Any]
_DRAWN = """() => [...document.querySelectorAll("#multiples li")].map((item) => ({
  label: item.querySelector("b").textContent,
  words: item.querySelector("b + span").textContent,
  lines: item.querySelectorAll("path.line").length,
  nodes: item.querySelectorAll("g.node").length,
  current: item.firstChild.getAttribute("aria-current"),
  places: Object.fromEntries([...item.querySelectorAll("g.node:has(text)")].map((node) =>
    [node.textContent, node.getAttribute("transform").match(/-?[\\d.]+/g).map(Number)])),
}))"""


def drawn(seen: Any) -> list[dict[str, Any]]:
    """Every small drawing, once all are in sight and drawn."""
    expect(seen.page.locator("#multiples svg:not(:has(*))")).to_have_count(0)
    found: list[dict[str, Any]] = seen.js(_DRAWN)
    return found


def test_every_era_has_a_drawing_of_its_lines(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016&view=eras&certain=true&as=gilbert-rozman")
    found = drawn(seen)
    assert [one["label"] for one in found] == ["2013\u20132015", "2016\u20132017", "2018\u20132019"]
    assert [one["current"] for one in found] == ["false", "true", "false"]
    for era, one in zip(seen.js("comity.eras()"), found, strict=True):
        seen.js(f"comity.show({{era: '{era}', view: 'graph'}})")
        lines, statements = seen.js("[comity.lines().length, comity.rows().length]")
        assert one["words"] == f"{lines} lines, {statements} statements"
        assert (one["lines"], one["nodes"]) == (lines, len(seen.js("Object.keys(comity.places())")))


def test_places_are_those_of_the_graph_in_every_era(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016&view=eras")
    places: dict[str, list[float]] = {}
    for one in drawn(seen):
        assert len(one["places"]) == 6
        for name, place in one["places"].items():
            assert places.setdefault(name, place) == place
    seen.js("comity.show({view: 'graph'})")
    graph = {name.replace("-", ""): place for name, place in seen.js("comity.places()").items()}
    pairs = [(place, graph[name.replace(" ", "").lower()]) for name, place in places.items()]
    (small, large), others = pairs[0], pairs[1:]
    for axis in (0, 1):  # the graph may be drawn out sideways, as its window is
        widest = max(others, key=lambda pair: abs(pair[1][axis] - large[axis]))
        part = (widest[0][axis] - small[axis]) / (widest[1][axis] - large[axis])
        assert part > 0
        for here, there in others:
            assert here[axis] - small[axis] == pytest.approx(part * (there[axis] - large[axis]), abs=1)


def test_a_drawing_opens_its_era_in_the_graph_and_back_comes_back(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016&view=eras")
    button = seen.page.get_by_role("button", name="2018\u20132019 24 lines, 24 statements")
    button.focus()
    seen.page.keyboard.press("Enter")
    assert seen.js("location.hash") == "#era=era-2018"
    assert seen.page.locator("#picture").is_visible()
    seen.page.go_back()
    assert [one["current"] for one in drawn(seen)] == ["false", "true", "false"]


def test_choosing_draws_only_what_has_to_change(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016&view=eras")
    drawn(seen)
    seen.js("document.querySelectorAll('#multiples svg').forEach((one) => { one.firstChild.known = true; })")
    known = "[...document.querySelectorAll('#multiples svg')].map((one) => one.firstChild.known === true)"
    seen.js("comity.show({era: 'era-2018', pair: 'china~russia', compare: 'era-2013'})")
    assert seen.js(known) == [True, True, True]
    seen.js("comity.show({certain: true})")
    drawn(seen)
    assert seen.js(known) == [False, False, False]


def test_a_chosen_actor_is_named_and_stands_out_in_every_era(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016&view=eras&actor=vladimir-putin")
    for one in drawn(seen):
        assert any("Putin" in name for name in one["places"])


def test_many_eras_are_drawn_when_they_come_into_sight(browser_page: Opener, resolved: Resolved, relations: dict[str, Relation]) -> None:
    spans = tuple(Span(f"y-{i}", f"from {i + 1}", Period.parse(f"2013-{i % 12 + 1:02}/2019")) for i in range(37))
    content = page(resolved, relations, PageRequest(groups=(Group("many", "Many", spans),), title="Many eras"))
    seen = browser_page(content, hash_="#view=eras")
    seen.page.locator("#multiples path.line").first.wait_for(state="attached")
    number = "[...document.querySelectorAll('#multiples svg')].filter((one) => one.childElementCount).length"
    assert 0 < seen.js(number) < 37
    seen.page.locator("#multiples li").last.scroll_into_view_if_needed()
    seen.page.locator("#multiples li").last.locator("path.line").first.wait_for(state="attached")
    assert seen.page.locator("#multiples li").count() == 37
