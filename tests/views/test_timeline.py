"""The time line in a real Chromium: bars, brush, eras, events and Play."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest

from kg.model.bounds import Bounds
from kg.model.period import Period
from kg.model.relations import Relation
from kg.model.resolved import Resolved
from kg.model.vocabulary import Status
from kg.views import PageRequest, page
from kg.views.request import Group, Span
from tests.views.invented import eras

pytestmark = pytest.mark.browser
Opener = Callable[..., Any]
YEARS = range(2013, 2020)  # of the invented eras
EVERYTHING = "#era=era-2016&off=&limit=0"


def spot(seen: Any, year: float) -> tuple[float, float]:
    """Where the bars show a time, in CSS px: 2014.5 is the middle of 2014."""
    box = seen.page.locator(".time-field").bounding_box()
    return box["x"] + box["width"] * (year - YEARS[0]) / len(YEARS), box["y"] + box["height"] / 2


def drag(seen: Any, start: float, end: float) -> None:
    """From one time to another with the mouse, in steps and not let go before a frame has passed."""
    seen.page.mouse.move(*spot(seen, start))
    seen.page.mouse.down()
    for step in (0.3, 0.6, 1):
        seen.page.mouse.move(*spot(seen, start + (end - start) * step))
        seen.page.wait_for_timeout(40)
    seen.page.mouse.up()


def during(seen: Any) -> str | None:
    found: str | None = seen.js("new URLSearchParams(location.hash.slice(1)).get('during')")
    return found


def depth(seen: Any) -> int:
    return int(seen.js("history.length"))


def words_of(handle: str, seen: Any) -> str:
    return str(seen.page.locator(f".time-handle.{handle}").get_attribute("aria-valuetext"))


def tally(resolved: Resolved, relations: Mapping[str, Relation], period: Period, certain: bool) -> tuple[int, int, int, int]:
    """All that is so and holds in the period; friendly, unfriendly, neither."""
    there = [
        s
        for s in resolved.statements.values()
        if s.status is Status.ACTUAL and not s.negated and resolved.bounds[s.id].holds(period, certain)
    ]
    signs = [relations[s.relation].sign(s) for s in there]
    return len(there), sum(sign > 0 for sign in signs), sum(sign < 0 for sign in signs), signs.count(0)


@pytest.mark.parametrize("certain", [False, True])
def test_the_year_under_the_pointer_tells_what_the_records_count(
    browser_page: Opener, resolved: Resolved, relations: Mapping[str, Relation], certain: bool
) -> None:
    seen = browser_page(hash_=f"{EVERYTHING}&certain={str(certain).lower()}")
    told = {}
    for year in YEARS:
        seen.page.mouse.move(*spot(seen, year + 0.5))
        numbers = re.findall(r"\d+", seen.page.locator(".time-note").text_content())
        told[int(numbers[0])] = tuple(map(int, numbers[1:]))
    assert told == {year: tally(resolved, relations, Period.parse(str(year)), certain) for year in YEARS}
    assert len(set(told.values())) > 3


def test_the_bars_are_as_high_as_their_numbers(browser_page: Opener, resolved: Resolved, relations: Mapping[str, Relation]) -> None:
    seen = browser_page(hash_=EVERYTHING)
    counts = {year: tally(resolved, relations, Period.parse(str(year)), False) for year in YEARS}
    for place, sign in enumerate(("friendly", "unfriendly", "neither"), 1):
        heights = [float(h) for h in re.findall(r"v([\d.]+)", seen.page.locator(f".time-bars path.{sign}").get_attribute("d"))]
        numbers = [counts[year][place] for year in YEARS if counts[year][place]]
        each = max(heights) / max(numbers)
        assert heights == pytest.approx([number * each for number in numbers], abs=0.2)


def test_the_handles_say_how_many_statements_the_period_has(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016&limit=0")
    assert words_of("begin", seen) == f"2016; {len(seen.js('comity.rows()'))} statements in 2016\u20132017"
    seen.js("comity.show({during: '2014-03/2018-06-12'})")
    assert words_of("end", seen) == f"2018-06-12; {len(seen.js('comity.rows()'))} statements in 2014-03-01\u20132018-06-12"
    assert words_of("begin", seen).startswith("2014-03; ")


def test_a_drag_over_the_bars_shows_that_period_and_back_goes_back_at_once(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016")
    before = depth(seen)
    drag(seen, 2014.4, 2018.6)
    assert (during(seen), depth(seen)) == ("2014/2018", before + 1)
    assert (seen.page.locator("#status").text_content() or "").startswith("2014\u20132018: ")
    assert seen.page.locator("#period").input_value() == "2014/2018"
    seen.page.go_back()
    assert (during(seen), seen.page.locator("#period").input_value()) == (None, "")
    assert seen.page.locator("#tabs [aria-selected=true]").get_attribute("data-era") == "era-2016"


def test_with_shift_a_drag_goes_by_months(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016")
    seen.page.keyboard.down("Shift")
    drag(seen, 2014 + 2.5 / 12, 2014 + 9.5 / 12)
    seen.page.keyboard.up("Shift")
    assert during(seen) == "2014-03/2014-10"


def test_a_handle_changes_its_edge_and_the_middle_moves_the_whole(browser_page: Opener) -> None:
    seen = browser_page(hash_="#during=2014/2015")
    drag(seen, 2016, 2018.1)
    assert during(seen) == "2014/2017"
    drag(seen, 2014, 2014.9)
    assert during(seen) == "2015/2017"
    drag(seen, 2016.5, 2014.4)
    assert during(seen) == "2013/2015"


def test_an_edge_of_an_era_can_be_dragged_too(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016")
    drag(seen, 2018, 2019)
    assert during(seen) == "2016/2018"


def test_a_click_on_the_bars_goes_back_to_the_era(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016")
    drag(seen, 2013.5, 2014.5)
    seen.page.mouse.click(*spot(seen, 2018.5))
    assert (during(seen), "era=era-2016" in seen.js("location.hash")) == (None, True)


def test_the_handles_move_by_keyboard_and_a_run_of_keys_is_one_step_back(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016")
    before = depth(seen)
    for keys, period in (
        (("begin", "ArrowLeft"), "2015/2017"),
        (("begin", "ArrowDown"), "2014/2017"),
        (("begin", "Shift+ArrowRight"), "2014-02/2017"),
        (("begin", "Home"), "2013/2017"),
    ):
        seen.page.locator(f".time-handle.{keys[0]}").press(keys[1])
        assert during(seen) == (period if "-" not in period else "2014-02/2017-12")
    assert depth(seen) == before + 1
    assert seen.js("document.activeElement.getAttribute('aria-label')") == "Begin of the period"
    seen.page.locator(".time-handle.end").press("Shift+ArrowUp")
    assert (during(seen), depth(seen)) == ("2013-01/2018-01", before + 2)
    seen.page.locator(".time-handle.end").press("End")
    assert during(seen) == "2013/2019"
    seen.page.go_back()
    assert during(seen) == "2013/2017"


def test_a_period_can_be_written_and_what_is_none_says_so(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016")
    field, error = seen.page.locator("#period"), seen.page.locator("#period-error")
    field.fill("2013-05/2014")
    field.press("Enter")
    assert (during(seen), field.input_value()) == ("2013-05/2014-12", "2013-05/2014-12")
    field.fill("spring 2014")
    field.press("Enter")
    assert "No period: spring 2014" in error.text_content()
    assert (field.get_attribute("aria-invalid"), field.input_value()) == ("true", "spring 2014")
    assert during(seen) == "2013-05/2014-12"
    seen.page.locator("#back-to-era").click()
    assert (during(seen), field.get_attribute("aria-invalid"), error.text_content()) == (None, None, "")


def test_eras_lie_below_the_bars_and_a_click_shows_one(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016&compare=era-2013")
    segments = {one.get_attribute("data-span"): one for one in seen.page.locator(".time-eras button").all()}
    assert list(segments) == seen.js("comity.eras()")
    current = seen.page.locator(".time-eras [aria-current=true]")
    assert current.evaluate_all("(all) => all.map((one) => one.dataset.span)") == ["era-2016"]
    assert seen.page.locator(".time-eras .compared").evaluate_all("(all) => all.map((one) => one.dataset.span)") == ["era-2013"]
    segments["era-2018"].click()
    assert "era=era-2018" in seen.js("location.hash")
    box = segments["era-2018"].bounding_box()
    assert (box["x"], box["x"] + box["width"]) == pytest.approx((spot(seen, 2018)[0], spot(seen, 2020)[0]), abs=2)


def test_an_era_of_vague_bounds_is_solid_only_where_it_is_certain(
    browser_page: Opener, resolved: Resolved, relations: Mapping[str, Relation]
) -> None:
    vague = Span("vague", "Vague", Bounds(date(2014, 1, 1), date(2015, 12, 31), date(2017, 1, 1), date(2019, 12, 31)))
    content = page(resolved, relations, PageRequest(groups=(Group("eras", "Era", (*eras(), vague)),), title="Vague"))
    seen = browser_page(content, hash_="#era=vague")
    whole, solid = (seen.page.locator(f"[data-span=vague]{part}").bounding_box() for part in ("", " .solid"))
    for box, (start, end) in ((whole, (2014, 2020)), (solid, (2016, 2017))):
        assert (box["x"], box["x"] + box["width"]) == pytest.approx((spot(seen, start)[0], spot(seen, end)[0]), abs=3)
    crisp = seen.page.locator("[data-span=era-2016]").bounding_box()
    assert whole["y"] >= crisp["y"] + crisp["height"] - 1


def test_an_event_chosen_in_the_strip_shows_in_the_panel(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2013")
    event = seen.page.locator(".event", has_text="Vote on Crimea")
    event.focus()
    seen.page.keyboard.press("Enter")
    assert seen.page.locator("#panel h3").first.text_content() == "Vote on Crimea"
    assert "actor=crimea-vote" in seen.js("location.hash")
    assert seen.js("[document.activeElement.dataset.event, document.activeElement.getAttribute('aria-pressed')]") == ["crimea-vote", "true"]


def test_every_event_has_one_mark_at_its_time_and_labels_do_not_overlap(browser_page: Opener, resolved: Resolved) -> None:
    for size in ({}, {"width": 1024, "height": 640}):
        seen = browser_page(hash_="#era=era-2018", **size)
        marks = seen.page.locator(".time-events > *").evaluate_all(
            """(all) => all.map((one) => {
              const box = (part) => { const { left, right, top } = part.getBoundingClientRect(); return [left, right, top]; };
              return [one.dataset.event, one.matches("button"), one.matches(".now"), box(one), box(one.querySelector(".dot, .possible"))];
            })"""
        )
        events = {name for name, kind in resolved.records.by_id.items() if type(kind).__name__ == "Event"}
        assert sorted(mark[0] for mark in marks) == sorted(events)
        for name, _, now, _, (left, right, _) in marks:
            held = resolved.bounds[name]
            assert now == held.possibly(Period.parse("2018/2019"))
            first, last = held.earliest_begin, held.latest_end
            start, end = (spot(seen, day.year + (day.timetuple().tm_yday - 1) / 365)[0] for day in (first, last))
            assert left - 5 <= start
            assert end <= right + 5
        labelled = [mark[3] for mark in marks if mark[1]]
        assert labelled
        assert not [(a, b) for a in labelled for b in labelled if a < b and a[2] == b[2] and a[1] > b[0] and b[1] > a[0]]


def test_play_goes_from_era_to_era_and_stops_at_the_end(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2013")
    button, before = seen.page.locator("#play button"), depth(seen)
    button.click()
    assert (button.text_content(), "era=era-2016" in seen.js("location.hash")) == ("Stop", True)
    seen.page.wait_for_function("() => location.hash.includes('era=era-2018')", timeout=6000)
    assert (button.text_content(), depth(seen)) == ("Play", before + 1)
    seen.page.go_back()
    assert "era=era-2013" in seen.js("location.hash")


@pytest.mark.parametrize("action", ["escape", "press", "era", "choice"])
def test_play_stops_at_any_other_action(browser_page: Opener, action: str) -> None:
    seen = browser_page(hash_="#era=era-2013")
    button = seen.page.locator("#play button")
    button.click()
    if action == "escape":
        seen.page.keyboard.press("Escape")
    elif action == "press":
        button.click()
    elif action == "era":
        seen.page.click("[data-era=era-2016]")
    else:
        seen.js("comity.show({actor: 'russia'})")
    assert button.text_content() == "Play"
    seen.page.wait_for_timeout(2800)
    assert "era=era-2016" in seen.js("location.hash")


def test_with_reduced_motion_the_button_steps_once_a_click_and_begins_anew(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2013", reduced_motion="reduce")
    button, shown = seen.page.locator("#play button"), []
    assert button.text_content() == "Next era"
    for _ in range(3):
        button.click()
        shown.append(seen.js("new URLSearchParams(location.hash.slice(1)).get('era')"))
    assert shown == ["era-2016", "era-2018", "era-2013"]


def test_on_a_phone_the_events_are_a_list_and_nothing_scrolls_sideways(browser_page: Opener) -> None:
    seen = browser_page(width=390, height=844, has_touch=True, hash_="#era=era-2018")
    assert seen.js("document.documentElement.scrollWidth") <= 390
    names = seen.page.locator(".time-events button .name").all_text_contents()
    assert names == ["Beijing visit", "Panmunjom summit", "Singapore summit", "Vladivostok summit"]
    seen.page.locator(".event", has_text="Panmunjom summit").tap()
    assert seen.page.locator("#panel h3").first.text_content() == "Panmunjom summit"


def test_bars_follow_the_width_and_the_colours_of_the_window(browser_page: Opener) -> None:
    seen = browser_page(color_scheme="light")
    drawn = seen.page.locator(".time-bars path.friendly").get_attribute("d")
    seen.page.set_viewport_size({"width": 1100, "height": 800})
    seen.page.wait_for_function("(was) => document.querySelector('.time-bars path.friendly').getAttribute('d') !== was", arg=drawn)
    assert seen.page.locator(".time-field").evaluate("(one) => one.scrollWidth <= one.clientWidth + 20")
    fill = "getComputedStyle(document.querySelector('.time-bars path.friendly')).fill"
    assert seen.js(fill) == "rgb(0, 114, 178)"
    seen.page.emulate_media(color_scheme="dark")
    seen.page.wait_for_function(f"() => {fill} === 'rgb(86, 180, 233)'")
    assert seen.errors == []
