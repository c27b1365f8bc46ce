"""The page in a real Chromium: what it shows, what it fetches, what runs."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from kg.dataset import relations
from kg.graph import Graph
from kg.index import index_of
from kg.model.resolved import Resolved
from kg.views import PageRequest
from kg.views.style import FAMILIES

pytestmark = pytest.mark.browser
Opener = Callable[..., Any]


def key(line: dict[str, str]) -> tuple[str, str, str]:
    return line["from"], line["to"], line["kind"]


def statements(seen: Any) -> list[str]:
    return sorted(name for line in seen.js("comity.lines()") for name in line["statements"])


def test_nothing_is_fetched_and_nothing_complains(browser_page: Opener) -> None:
    seen = browser_page()
    for era in seen.js("comity.eras()"):
        seen.js(f"comity.show({{era: '{era}'}})")
    seen.page.wait_for_timeout(300)
    assert seen.fetched == []
    assert seen.errors == []


def test_an_actor_never_moves_between_eras(browser_page: Opener) -> None:
    seen = browser_page()
    known: dict[str, set[tuple[float, float]]] = {}
    for era in [*seen.js("comity.eras()"), seen.js("comity.eras()")[0]]:
        seen.js(f"comity.show({{era: '{era}'}})")
        for name, (x, y) in seen.js("comity.places()").items():
            known.setdefault(name, set()).add((x, y))
    assert len(known) > 15
    assert all(len(places) == 1 for places in known.values())


@pytest.mark.parametrize("certain", ["false", "true"])
@pytest.mark.parametrize("as_", ["everybody", "undisputed", "gilbert-rozman", "south-korea"])
@pytest.mark.parametrize("off", ["['planned']", "[]"])
def test_the_table_holds_the_statements_of_the_visible_lines(browser_page: Opener, certain: str, as_: str, off: str) -> None:
    seen = browser_page()
    for era in seen.js("comity.eras()"):
        seen.js(f"comity.show({{era: '{era}', certain: {certain}, as: '{as_}', off: {off}}})")
        drawn = statements(seen)
        assert sorted(seen.js("comity.rows()")) == drawn
        assert len(set(drawn)) == len(drawn)


def test_the_picture_draws_the_lines_that_are_listed(browser_page: Opener) -> None:
    seen = browser_page()
    seen.open_lists()
    lines = seen.page.locator("#lines button")
    assert lines.count() == len(seen.js("comity.lines()"))
    assert seen.page.locator("#actors button").count() == len(seen.js("comity.places()"))


def test_the_view_of_one_holder_has_his_statements_and_the_undisputed_ones(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016&as=vladimir-putin")
    shown = statements(seen)
    assert "vladimir-putin-criticises-south-korea-20" in shown
    assert "united-states-sanctions-russia-7" in shown
    assert "china-criticises-north-korea-14" not in shown
    # As Russia saw it: Putin led Russia when he said so.
    seen.js("comity.show({as: 'russia', off: []})")
    assert "russia-opposes-thaad-22" in statements(seen)


def test_what_did_not_happen_shows_only_when_asked_for(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2018")
    assert "kim-jong-un-invites-vladimir-putin-36" not in statements(seen)
    seen.js("document.querySelector('[data-off=unrealised]').click()")
    assert "kim-jong-un-invites-vladimir-putin-36" in statements(seen)
    seen.js("comity.show({view: 'table'})")
    assert "Did not happen" in (seen.page.locator("#unreal-rows").text_content() or "")


def test_the_legend_counts_and_filters(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016")
    sanctions = [line for line in seen.js("comity.lines()") if line["kind"] == "sanctions"]
    entry = seen.page.locator("#legend li", has_text="Sanctions")
    assert entry.locator(".count").text_content() == str(len(sanctions)) != "0"
    entry.locator("input").uncheck()
    assert not [line for line in seen.js("comity.lines()") if line["kind"] == "sanctions"]
    assert "off=" in seen.js("location.hash")
    assert entry.locator(".count").text_content() == str(len(sanctions))


def test_the_page_opens_with_actors_and_adds_policies_when_asked(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016")
    entry = seen.page.locator("#signs li", has_text="Policy")
    number = int(entry.locator(".count").text_content() or "")
    assert number > 0
    before = set(seen.js("Object.keys(comity.places())"))
    opposed = "russia-opposes-thaad-22"
    assert (opposed in statements(seen), entry.locator("input").is_checked()) == (False, False)
    entry.locator("input").check()
    assert opposed in statements(seen)
    after = set(seen.js("Object.keys(comity.places())"))
    assert (before < after, len(after - before)) == (True, number)
    assert "policy" not in seen.js("location.hash").partition("off=")[2]


def test_a_line_chosen_in_the_list_shows_its_evidence(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016")
    seen.open_lists()
    seen.page.locator("#lines button", has_text="China \u2192 North Korea").first.click()
    panel = seen.page.locator("#panel").text_content() or ""
    for words in (
        "China criticises North Korea",
        "2013/2017 (date from context)",
        "Gilbert Rozman",
        "disputed",
        "Rozman 2022",
        "paragraph 14",
    ):
        assert words in panel


def test_a_real_click_on_a_line_shows_its_evidence(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016")
    line = next(one for one in seen.js("comity.lines()") if (one["from"], one["to"]) == ("japan", "russia"))
    seen.page.mouse.click(*line["at"])
    seen.page.wait_for_timeout(300)
    panel = seen.page.locator("#panel").text_content() or ""
    assert "Japan sanctions Russia" in panel
    assert "paragraph 8, characters 800-880" in panel


def test_a_real_click_on_an_actor_shows_its_statements(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016")
    seen.page.mouse.click(*seen.js("comity.places()")["iaea"])
    seen.page.wait_for_timeout(300)
    assert seen.page.locator("#panel h3").text_content() == "IAEA"
    assert "actor=iaea" in seen.js("location.hash")


def test_a_derived_statement_says_from_what(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2018&actor=vladimir-putin")
    panel = seen.page.locator("#panel").text_content() or ""
    assert "Vladivostok summit (vladivostok-summit)" in panel
    assert "2019-04-25 (preferred: the host's record gives the day); 2018" in panel


def test_the_address_brings_back_the_state_and_back_goes_back(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2013&certain=true&as=undisputed&off=friendly&actor=russia")
    assert seen.page.locator("#as").input_value() == "undisputed"
    assert seen.page.locator("#certain").input_value() == "true"
    assert not [line for line in seen.js("comity.lines()") if line["kind"] == "friendly"]
    seen.page.click("[role=tab][data-era=era-2018]")
    assert "era=era-2018" in seen.js("location.hash")
    seen.page.go_back()
    assert seen.page.locator("#tabs [aria-selected=true]").get_attribute("data-era") == "era-2013"


def test_an_address_that_names_nothing_known_opens_the_page_as_it_is(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=nowhere&as=nobody&actor=__proto__&off=constructor&limit=x&compare=%00")
    assert seen.errors == []
    assert len(seen.js("comity.lines()")) > 10


def test_eras_lines_and_actors_are_reached_by_keyboard(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2013")
    seen.page.focus("#tabs [aria-selected=true]")
    seen.page.keyboard.press("ArrowRight")
    assert seen.js("document.activeElement.dataset.era") == "era-2016"
    assert "2016\u20132017" in (seen.page.locator("#status").text_content() or "")
    seen.page.locator("#lists summary", has_text="Lines").focus()
    seen.page.keyboard.press("Enter")
    seen.page.locator("#lines button").first.wait_for()
    seen.page.keyboard.press("Tab")
    assert seen.js("document.activeElement.dataset.line") is not None
    seen.page.keyboard.press("Enter")
    assert seen.page.locator("#panel article").count() > 0
    assert seen.js("document.activeElement.dataset.line") is not None
    seen.page.focus("#find")
    seen.page.keyboard.type("iaea")
    seen.page.keyboard.press("Enter")
    assert seen.page.locator("#panel h3").text_content() == "IAEA"


@pytest.mark.parametrize("certain", [False, True])
@pytest.mark.parametrize("holder", [None, "gilbert-rozman", "russia"])
def test_an_era_shows_exactly_what_the_index_says_holds_in_it(
    browser_page: Opener, resolved: Resolved, request_of_all: PageRequest, certain: bool, holder: str | None
) -> None:
    seen, index = browser_page(), index_of(resolved, relations())
    for span in request_of_all.spans:
        wanted = {"era": span.id, "certain": certain, "as": holder or "everybody", "off": [], "limit": 0}
        seen.page.evaluate("(wanted) => comity.show(wanted)", wanted)
        rows = index.holding(span.bounds, certain=certain, as_seen_by=holder)
        assert statements(seen) == sorted(row.id for row in rows)
        certain_now = {row.id for row in index.holding(span.bounds, certain=True)}
        for line in seen.js("comity.lines()"):
            assert line["certain"] == bool(certain_now & set(line["statements"]))


@pytest.mark.parametrize(("certain", "holder"), [(False, None), (True, None), (False, "russia"), (True, "gilbert-rozman")])
def test_the_page_finds_the_same_difference_as_the_command(
    browser_page: Opener, shipped: tuple[Graph, bytes], certain: bool, holder: str | None
) -> None:
    graph, content = shipped
    seen = browser_page(content, width=800, height=500)  # where little is drawn, no less is told
    eras = seen.js("comity.eras()")
    for first, second in [*itertools.pairwise(eras), (eras[-1], eras[0])]:
        wanted = {"era": second, "compare": first, "certain": certain, "as": holder or "everybody", "off": []}
        seen.page.evaluate("(wanted) => comity.show(wanted)", wanted)
        told = json.loads(graph.difference(first, second, certain=certain, as_seen_by=holder).to_json())
        assert seen.js("comity.difference()") == {"sentence": told["sentence"], "counts": told["counts"]["pairs"], "pairs": told["pairs"]}


def test_comparing_names_what_began_ended_and_was_kept(browser_page: Opener) -> None:
    # In the matrix: the picture may leave out somebody for whom two eras together have no room.
    seen = browser_page(hash_="#era=era-2016&compare=era-2013&view=matrix")
    before = browser_page(hash_="#era=era-2013").js("comity.lines()")
    now = browser_page(hash_="#era=era-2016").js("comity.lines()")
    changes = {key(line): line["change"] for line in seen.js("comity.lines()")}
    then, here = {key(line) for line in before}, {key(line) for line in now}
    assert {k for k, change in changes.items() if change == "began"} == here - then
    assert {k for k, change in changes.items() if change == "ended"} == then - here
    assert {k for k, change in changes.items() if change == "kept"} == then & here
    assert sorted(seen.js("comity.rows()")) == statements(seen)


def test_a_phone_opens_as_a_neighbourhood_without_sideways_scroll(browser_page: Opener) -> None:
    seen = browser_page(width=390, height=844, has_touch=True)
    assert seen.page.locator("#era").is_visible()
    assert not seen.page.locator("#tabs").is_visible()
    assert seen.js("document.documentElement.scrollWidth") <= 390
    lines = seen.js("comity.lines()")
    centre = seen.js("new URLSearchParams(location.hash.slice(1)).get('actor')") or "north-korea"
    assert lines
    assert all(centre in (line["from"], line["to"]) for line in lines)
    places: dict[str, list[int]] = {}
    for era in seen.js("comity.eras()"):
        seen.js(f"comity.show({{era: '{era}'}})")
        assert sorted(seen.js("comity.rows()")) == statements(seen)
        for name, place in seen.js("comity.places()").items():
            assert places.setdefault(name, place) == place
            assert 0 <= place[0] <= 390
    assert seen.errors == []


def test_where_the_script_fails_the_still_version_stays(browser_page: Opener, page_bytes: bytes) -> None:
    seen = browser_page(page_bytes.replace(b'id="comity-data">{', b'id="comity-data">!{'))
    assert seen.page.locator("#still > svg").is_visible()
    assert seen.page.locator("#rows tr").count() > 15
    assert len(seen.errors) == 1


def test_dark_mode_changes_paper_and_lines(browser_page: Opener) -> None:
    light, dark = browser_page(color_scheme="light"), browser_page(color_scheme="dark")
    paper = "getComputedStyle(document.body).backgroundColor"
    assert light.js(paper) != dark.js(paper)
    assert "#56B4E9" in (dark.page.locator("#legend").inner_html())
    dark.page.emulate_media(color_scheme="light")
    dark.page.locator("#legend path[stroke='#0072B2']").first.wait_for(state="attached", timeout=5000)


def test_labels_that_mean_harm_run_nothing(browser_page: Opener, hostile_bytes: bytes) -> None:
    without_policy = hostile_bytes.replace(b'http-equiv="Content-Security-Policy"', b'name="none"')
    for content in (hostile_bytes, without_policy):
        seen = browser_page(content)
        seen.open_lists()
        for button in seen.page.locator("#lines button, #actors button").all()[:20]:
            button.click()
        for view in ("matrix", "table", "eras", "graph"):
            seen.js(f"comity.show({{era: 'e2', off: [], compare: 'e1', view: '{view}'}})")
        seen.js("comity.rows()")
        seen.page.wait_for_timeout(200)
        assert seen.js("window.ran") is None
        assert seen.page.locator("img, iframe, body svg [onload]").count() == 0
        assert seen.fetched == []
        assert seen.errors == []
        assert "</script><img src=x" in (seen.page.locator("#actors").text_content() or "")


def test_without_script_drawing_and_table_are_visible(browser_page: Opener) -> None:
    seen = browser_page(java_script_enabled=False)
    assert seen.page.locator("#still > svg").is_visible()
    strokes = set(re.findall(r'<g stroke="(#\w+)"', seen.page.locator("#still > svg > g").first.inner_html()))
    entries = [(one.locator("path").get_attribute("stroke"), one.inner_text().strip()) for one in seen.page.locator("#still li").all()]
    leading = [family for family in FAMILIES if family.id not in ("policies", "roles")]  # these are grey as "leads" is, and not drawn here
    assert entries == [(family.light, family.label) for family in leading if family.light in strokes]
    assert seen.page.locator("#rows tr").count() > 15
    assert not seen.page.locator("#side").is_visible()
