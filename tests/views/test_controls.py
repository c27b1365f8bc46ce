"""Header, keys and columns in a real Chromium."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.model.period import Period
from kg.views import PageRequest, page
from kg.views.request import Group, Span
from tests.views.invented import eras, peninsula, relation_kinds, resolved_of
from tests.views.page_words import active, address, text

pytestmark = pytest.mark.browser
Opener = Callable[..., Any]

HALVES = Group("halves", "Half", (Span("early", "Early", Period.parse("2013/2016")), Span("late", "Late", Period.parse("2017/2019"))))


@pytest.fixture(scope="module")
def two_ways() -> bytes:
    """A page with two periodisations."""
    request = PageRequest(groups=(Group("eras", "Era", eras()), HALVES), title="Two ways", default="era-2016")
    return page(resolved_of(peninsula()), relation_kinds(), request)


# Header


def test_another_periodisation_shows_its_eras_and_goes_to_the_one_that_shares_most_time(browser_page: Opener, two_ways: bytes) -> None:
    seen = browser_page(two_ways, hash_="#era=era-2018&compare=era-2013")
    assert seen.page.locator("#group option").all_text_contents() == ["Era", "Half"]
    seen.page.select_option("#group", "halves")
    assert seen.page.locator("#tabs button").all_text_contents() == ["Early", "Late"]
    assert address(seen) == {"era": "late"}
    assert text(seen, "[role=tab][aria-selected=true][data-era]") == "Late"
    seen.page.go_back()
    assert seen.page.locator("#group").input_value() == "eras"
    assert seen.page.locator("#tabs button").count() == 3


def test_a_page_of_one_periodisation_offers_no_other(browser_page: Opener) -> None:
    assert not browser_page().page.locator("#group-choice").is_visible()


def test_the_era_can_be_compared_with_any_other_swapped_and_left_alone_again(browser_page: Opener, two_ways: bytes) -> None:
    seen = browser_page(two_ways, hash_="#era=era-2016")
    assert seen.page.locator("#compare optgroup").evaluate_all("all => all.map((one) => one.label)") == ["Era", "Half"]
    assert seen.page.locator("#compare option[value=era-2016]").is_disabled()
    seen.page.select_option("#compare", "era-2013")
    assert text(seen, ".chip").startswith("2016\u20132017 against 2013\u20132015")
    assert text(seen, "#status").startswith("2016\u20132017 against 2013\u20132015: ")
    assert seen.page.locator("#tabs .compared").text_content() == "2013\u20132015"
    seen.page.click("#swap")
    assert address(seen) == {"era": "era-2013", "compare": "era-2016"}
    assert active(seen) == "swap"
    seen.page.click("#stop-comparing")
    assert address(seen) == {"era": "era-2013"}
    assert seen.page.locator(".chip").count() == 0
    assert active(seen) == "compare"
    seen.page.go_back()
    assert seen.page.locator("#compare").input_value() == "era-2016"


def test_a_period_of_ones_own_is_no_era_and_leads_back_to_one(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016&during=2014/2016")
    assert seen.page.locator("[role=tab][data-era][aria-selected=true]").count() == 0
    assert seen.page.locator("[role=tab][data-era][tabindex='0']").count() == 1
    assert text(seen, ".chip").startswith("2014\u20132016")
    seen.page.click("#back-to-era")
    assert address(seen) == {"era": "era-2016"}


def test_a_status_that_is_cut_off_can_be_read_whole(browser_page: Opener) -> None:
    seen = browser_page(width=1024, height=640, hash_="#era=era-2016&compare=era-2013")
    cut = "(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)(document.getElementById('status'))"
    assert seen.js(cut)
    seen.page.click("#status-more")
    assert not seen.js(cut)
    assert seen.page.locator("#status-more").get_attribute("aria-expanded") == "true"
    assert not browser_page(hash_="#era=era-2016").page.locator("#status-more").is_visible()


@pytest.mark.parametrize(("width", "more"), [(1440, ""), (1024, ""), (1440, "&during=2014/2016")])
def test_chips_are_whole_and_the_status_gives_way_to_them(browser_page: Opener, width: int, more: str) -> None:
    seen = browser_page(width=width, hash_="#era=era-2016&compare=era-2013" + more)
    cut = "(all) => all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent)"
    chips = seen.page.locator(".chip bdi")
    assert chips.count() == (4 if more else 2)
    assert chips.evaluate_all(cut) == []


def test_an_opened_status_has_the_width_of_the_window(browser_page: Opener) -> None:
    seen = browser_page(width=1024, height=640, hash_="#era=era-2016&compare=era-2013")
    seen.page.click("#status-more")
    line, chip = (seen.page.locator(name).bounding_box() for name in ("#status", ".chip"))
    assert line["width"] > 900
    assert line["y"] >= chip["y"] + chip["height"]


def test_a_written_period_that_is_an_era_chooses_that_era(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2018&during=2014/2016")
    for written, shown in (
        ("2016/2017", {"era": "era-2016"}),
        ("2016/2018", {"during": "2016/2018"}),
        ("2013-01-01/2015-12-31", {"era": "era-2013"}),
    ):
        seen.page.fill("#period", written)
        seen.page.press("#period", "Enter")
        assert address(seen) == shown
    assert text(seen, "[role=tab][aria-selected=true][data-era]") == "2013\u20132015"
    assert seen.page.locator(".chip").count() == 0


def test_play_offers_to_stop_while_it_plays(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2013")
    words = [text(seen, "#play button")]
    for _ in range(2):
        seen.page.click("#play button")
        words.append(text(seen, "#play button"))
    assert words == ["Play", "Stop", "Play"]


CHOSEN = "#tabs [aria-selected=true], #views [aria-selected=true], #actors [aria-pressed=true], .time-eras [aria-current=true]"
OUTLINES = "(all) => all.map((one) => getComputedStyle(one)).map(({ outlineStyle, outlineWidth }) => outlineStyle + ' ' + outlineWidth)"
COLOURS = "(all) => all.map((one) => getComputedStyle(one).backgroundImage + getComputedStyle(one).backgroundColor)"


def test_with_forced_colours_what_is_chosen_has_an_outline_and_signs_keep_their_colours(browser_page: Opener) -> None:
    seen, plain = (browser_page(hash_="#era=era-2016&actor=russia&view=matrix", forced_colors=forced) for forced in ("active", "none"))
    seen.open_lists()
    chosen = seen.page.locator(CHOSEN)
    assert chosen.evaluate_all(OUTLINES) == ["solid 3px"] * 4
    signs = "#matrix td.plus, #matrix td.minus, #matrix td.mixed"
    cells = seen.page.locator(signs).evaluate_all(COLOURS)
    assert len(set(cells)) > 2
    assert cells == plain.page.locator(signs).evaluate_all(COLOURS)
    bands = [one.page.locator(".time-band").evaluate("(one) => getComputedStyle(one).backgroundColor") for one in (seen, plain)]
    assert bands[0] != bands[1]


# Keys


def test_single_keys_change_era_and_view_and_find_the_search(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016")
    for key, field, value in (("]", "era", "era-2018"), ("]", "era", "era-2018"), ("[", "era", "era-2016"), ("m", "view", "matrix")):
        seen.page.keyboard.press(key)
        assert address(seen)[field] == value
    for key, view in (("t", "table"), ("e", "eras"), ("m", "matrix")):
        seen.page.keyboard.press(key)
        assert address(seen)["view"] == view
    seen.page.keyboard.press("g")
    assert "view" not in address(seen)
    seen.page.keyboard.press("/")
    assert active(seen) == "find"
    seen.page.keyboard.type("m]/?")
    assert seen.page.locator("#find").input_value() == "m]/?"
    assert address(seen) == {"era": "era-2016"}


def test_the_key_of_the_search_unfolds_the_filters(browser_page: Opener) -> None:
    seen = browser_page(width=820, height=1180, hash_="#era=era-2016")
    assert not seen.page.locator("#find").is_visible()
    seen.page.keyboard.press("/")
    assert active(seen) == "find"
    assert seen.page.locator("#fold-side").get_attribute("aria-expanded") == "true"


def test_escape_chooses_nothing(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016&actor=russia&near=1")
    seen.page.keyboard.press("Escape")
    assert address(seen) == {"era": "era-2016"}


def test_help_opens_with_a_key_takes_the_focus_and_gives_it_back(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016&actor=russia")
    seen.page.focus("#fold-side")
    seen.page.keyboard.press("?")
    assert seen.page.locator("#help").is_visible()
    assert seen.js("document.activeElement.closest('dialog').id") == "help"
    seen.page.keyboard.press("m")
    seen.page.uncheck("#single-keys")
    seen.page.keyboard.press("Escape")
    assert not seen.page.locator("#help").is_visible()
    assert active(seen) == "fold-side"
    seen.page.keyboard.press("m")
    assert address(seen) == {"era": "era-2016", "actor": "russia"}


WHERE = "(({ id }, part) => [part?.id || part?.localName, id])(document.activeElement, document.activeElement.closest('header, section'))"


def test_every_control_is_reached_with_tab_in_the_order_of_the_page(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016&actor=russia")
    regions: list[str] = []
    names: set[str] = set()
    for _ in range(seen.page.locator("button, select, input, summary, a, [tabindex='0']").count()):
        seen.page.keyboard.press("Tab")
        region, name = seen.js(WHERE)
        if name in names and region == "header":
            break
        names.add(name or "-")
        regions += [region] if region and region not in regions else []
    assert regions == ["header", "side", "lists", "middle", "evidence"]
    fields = {"compare", "find", "as", "as-name", "certain", "limit", "near", "lift", "list-order"}
    assert names >= fields | {"fold-side", "fold-evidence", "open-help", "zoom-in"}


def test_a_skip_link_leads_to_the_picture_and_leaves_the_address_alone(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016")
    seen.page.keyboard.press("Tab")
    assert text(seen, ".skip:focus") == "To the picture"
    seen.page.keyboard.press("Enter")
    assert active(seen) == "middle"
    assert address(seen) == {"era": "era-2016"}


# Columns


@pytest.mark.parametrize("size", [(1440, 900), (1024, 640)], ids=str)
def test_the_columns_fold_and_the_picture_keeps_its_width(browser_page: Opener, size: tuple[int, int]) -> None:
    seen = browser_page(width=size[0], height=size[1], hash_="#era=era-2016")
    width = "document.getElementById('picture').clientWidth"
    assert seen.js(width) >= 560
    for name in ("side", "evidence"):
        seen.page.click(f"#fold-{name}")
        assert not seen.page.locator(f"#{name}").is_visible()
        assert seen.page.locator(f"#fold-{name}").get_attribute("aria-expanded") == "false"
    assert seen.js(width) == size[0]
    assert address(seen) == {"era": "era-2016"}
    seen.page.click("#fold-side")
    assert seen.page.locator("#side").is_visible()


def test_on_a_tablet_the_bar_is_one_row(browser_page: Opener) -> None:
    seen = browser_page(width=820, height=1180)
    tops = seen.page.locator("#bar button:visible").evaluate_all("(all) => all.map((one) => one.getBoundingClientRect().top)")
    assert len(tops) == 12
    assert max(tops) - min(tops) < 4
