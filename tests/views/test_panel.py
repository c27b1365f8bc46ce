"""The evidence panel in a real Chromium: what it tells of statements, pairs, actors and events, and what can be done there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.model.dated import When
from kg.model.entities import Actor, Source
from kg.model.evidence import Evidence
from kg.model.records import Record
from kg.model.relations import Relation
from kg.model.statements import Statement
from kg.model.vocabulary import ActorKind, SourceKind
from kg.views import page
from tests.views.invented import request_for, resolved_of
from tests.views.page_words import told, words

pytestmark = pytest.mark.browser
Opener = Callable[..., Any]
PANEL = "#panel"


def article(seen: Any, name: str) -> str:
    return words(seen, f'{PANEL} article[data-id="{name}"]')


# What is said, by the state in which the page tells it: plainly, with figures, disputed, hedged, denied, reported and derived.
SAID: dict[str, dict[str, str]] = {
    "era: 'era-2013', pair: 'north-korea~russia', off: ['roles']": {
        "russia-friendlyto-north-korea-1": (
            "+ Russia is friendly to North Korea Friendly, undisputed, 1 passage When 2013/2015; certainly in 2013–2015 "
            "Reported by Gilbert Rozman (author of the source) Status is or was so; stated "
            "Rozman 2022: paragraph 1, characters 100-180 Cite"
        ),
        "russia-aids-north-korea-2": (
            "+ Russia aids North Korea Friendly, according to Gilbert Rozman, 1 passage disputed When 2014; certainly in 2013–2015 "
            "Status is or was so; stated Figures debt-relief: 10 billion USD "
            "Disputed: attribution, within source Russia aids North Korea 2014; according to Gilbert Rozman "
            "China criticises North Korea 2013/2017; according to Gilbert Rozman No reading is preferred. "
            "Rozman 2022: paragraph 2, characters 200-280 Cite"
        ),
        "north-korea-supports-russia-3": (
            "+ North Korea supports Russia Friendly, according to Gilbert Rozman, 1 passage implied When 2014; certainly in 2013–2015 "
            "Status is or was so; implied Because Vote on Crimea Rozman 2022: paragraph 3, characters 300-380 Cite"
        ),
    },
    "era: 'era-2013', pair: 'japan~russia', off: ['roles']": {
        "japan-sanctions-russia-8": (
            "− Japan sanctions Russia Unfriendly, undisputed, 1 passage hedged When 2014/2016; certainly in 2013–2015 "
            "Reported by Gilbert Rozman (author of the source) Status is or was so; hedged "
            "Rozman 2022: paragraph 8, characters 800-880 Cite"
        ),
    },
    "era: 'era-2013', pair: 'russia~south-korea', off: []": {
        "south-korea-sanctions-russia-6": (
            "0 South Korea sanctions Russia Not so, undisputed, 1 passage denied When 2014; certainly in 2013–2015 "
            "Reported by Gilbert Rozman (author of the source) Status denied: the holder says it is not so; stated "
            "Rozman 2022: paragraph 6, characters 600-680 Cite"
        ),
    },
    "era: 'era-2016', pair: 'vladimir-putin~south-korea', off: ['roles']": {
        "vladimir-putin-criticises-south-korea-20": (
            "− Vladimir Putin criticises South Korea Unfriendly, according to Vladimir Putin, 1 passage When 2017~; possibly in 2016–2017 "
            "Reported by Gilbert Rozman, 2021; then Gilbert Rozman (author of the source) Status is or was so; stated "
            "Rozman 2022: paragraph 20, characters 2000-2080 Cite"
        ),
    },
    "era: 'era-2018', pair: 'vladimir-putin~kim-jong-un', off: ['roles']": {
        "vladivostok-summit--kim-jong-un--vladimir-putin--met": (
            "0 Kim Jong Un met with Vladimir Putin Neither friendly nor unfriendly, undisputed, 2 passages derived "
            "When 2019-04-25 (preferred: the host's record gives the day); 2018; certainly in 2018–2019 "
            "Reported by Gilbert Rozman (author of the source) Status is or was so; stated "
            "Event Vladivostok summit Derived made by the build from Vladivostok summit (vladivostok-summit) "
            "Rozman 2022: paragraph 36, characters 3600-3680; paragraph 37, characters 3700-3780 Cite"
        ),
    },
    "era: 'era-2018', pair: 'vladimir-putin~kim-jong-un', off: []": {
        "kim-jong-un-invites-vladimir-putin-36": (
            "0 Kim Jong Un invites Vladimir Putin Would be neither friendly nor unfriendly, undisputed, 1 passage unrealised "
            "When 2018; certainly in 2018–2019 Reported by Gilbert Rozman (author of the source) Status did not come about; stated "
            "Rozman 2022: paragraph 36, characters 3600-3680 Cite"
        ),
    },
}


def test_a_statement_says_what_when_whose_view_how_and_where(browser_page: Opener) -> None:
    seen = browser_page()
    for state, texts in SAID.items():
        seen.js(f"comity.show({{{state}}})")
        assert {name: article(seen, name) for name in texts} == texts
    assert seen.errors == []


def test_statements_stand_in_the_order_of_time_and_those_that_are_not_so_come_last(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2013&pair=russia~south-korea&off=")
    assert told(seen) == ["south-korea-tradeswith-russia-28", "south-korea-courts-russia-19", "south-korea-sanctions-russia-6"]
    assert seen.page.locator(f"{PANEL} h4").all_text_contents()[1:] == ["Statements 2", "Did not happen, was planned, or is denied 1"]


def test_a_pair_is_headed_by_its_sign_as_somebodys_word_and_its_kinds(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2013&pair=north-korea~russia")
    assert words(seen, f"{PANEL} h3") == "North Korea – Russia"
    assert words(seen, f"{PANEL} .sum") == (
        "+ friendly, according to Gilbert Rozman; 1 undisputed: 3 statements both ways, 1 of them North Korea → Russia, 3 passages."
    )
    assert words(seen, f"{PANEL} .kinds") == "aids 1 is friendly to 1 supports 1"
    assert words(seen, f"{PANEL} [role=status]") == "Evidence: 3 statements."


def test_a_pair_that_is_compared_is_headed_by_its_sign_in_either_time(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2018&compare=era-2016&pair=north-korea~south-korea")
    assert words(seen, f"{PANEL} .sum") == (
        "± mixed in 2018–2019, − unfriendly in 2016–2017, according to Gilbert Rozman; 2 undisputed: 3 statements both ways, "
        "1 of them North Korea → South Korea, 3 passages."
    )


def test_a_line_has_the_statements_that_the_picture_bundles_in_it(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016&off=")
    lines = seen.js("comity.lines()")
    seen.open_lists()
    names = seen.js("[...document.querySelectorAll('#lines [data-line]')].map((one) => one.dataset.line)")
    assert len(names) == len(lines) > 10
    for name, line in zip(names, lines, strict=True):
        seen.js(f"comity.show({{line: '{name}'}})")
        assert told(seen) == line["statements"]


def test_a_line_leads_to_both_ways_and_to_its_ends(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2013&line=north-korea~russia~friendly")
    seen.page.get_by_role("button", name="Both ways, all kinds").click()
    assert "pair=north-korea~russia" in seen.js("decodeURIComponent(location.hash)")
    assert len(told(seen)) == 3
    seen.page.locator(f"{PANEL} h3 button").last.click()
    assert words(seen, f"{PANEL} h3") == "Russia"


def test_an_actor_is_headed_by_its_kind_names_and_standing(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2013&actor=un-security-council&off=")
    assert words(seen, f"{PANEL} h3") == "UN Security Council"
    assert words(seen, f"{PANEL} dl >> nth=0") == "Also UNSC"
    assert words(seen, f"{PANEL} .standing") == "Statements that are so + friendly − unfriendly 0 neither from it 0 1 0 to it 0 0 2"


# Its partners in 2018-2019 against 2013-2015, by number of statements in either.
def test_an_event_tells_when_who_took_part_and_what_is_disputed(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2018&actor=panmunjom-summit")
    assert words(seen, f"{PANEL} h3") == "Panmunjom summit"
    assert words(seen, f"{PANEL} dl >> nth=0") == "When 2018-04-27 Involved Kim Jong Un, guest Moon Jae-in, host"
    assert words(seen, f"{PANEL} .sources >> nth=0") == "Rozman 2022: paragraph 40, characters 4000-4080"
    assert told(seen) == ["panmunjom-summit--kim-jong-un--moon-jae-in--met"]


def test_a_policy_tells_who_proposes_it_to_whom_though_its_kind_is_off(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2018&actor=new-northern-policy")
    assert words(seen, f"{PANEL} dl >> nth=0") == "When 2017/2019 Involved Moon Jae-in, proponent Russia, target"
    assert "russia-supports-new-northern-policy-40" in told(seen)


def test_the_event_of_a_statement_is_a_button_that_shows_the_event(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2018&pair=vladimir-putin~kim-jong-un")
    seen.page.locator(f"{PANEL} dd button", has_text="Vladivostok summit").focus()
    seen.page.keyboard.press("Enter")
    assert words(seen, f"{PANEL} h3") == "Vladivostok summit"
    assert seen.js("document.activeElement.id") == "evidence-title"


def test_no_statement_is_said_apart_from_neutral(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2018&pair=japan~north-korea")
    assert [cell.inner_text().split() for cell in seen.page.locator(".strip li").all()] == [
        ["2013–2015", "none", "no", "statement"],
        ["2016–2017", "none", "no", "statement"],
        ["2018–2019", "none", "no", "statement,", "shown", "now"],
    ]
    assert words(seen, f"{PANEL} .strip + p") == "No statement in what is shown now. That is not the same as neutral."
    assert words(seen, f"{PANEL} [role=status]") == "Evidence: 0 statements."


def test_comparing_says_of_each_statement_whether_it_began_ended_or_is_kept(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2018&compare=era-2016&pair=north-korea~south-korea")
    marks = {name: words(seen, f'{PANEL} article[data-id="{name}"] .marks') for name in told(seen)}
    assert marks == {
        "south-korea-sanctions-north-korea-10": "kept",
        "north-korea-friendlyto-south-korea-30": "began",
        "south-korea-friendlyto-north-korea-29": "began",
    }
    kept = article(seen, "south-korea-sanctions-north-korea-10")
    assert "2016/2019; certainly in 2018–2019; certainly in 2016–2017" in kept
    assert "2018; certainly in 2018–2019; not in 2016–2017" in article(seen, "south-korea-friendlyto-north-korea-29")


def test_the_buttons_of_the_neighbourhood_set_its_steps_and_keep_the_focus(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016&actor=iaea")
    alone = len(seen.js("comity.lines()"))
    for steps, number in (("one step", 1), ("two steps", 2), ("everybody", 0)):
        seen.page.locator(f"{PANEL} .actions").get_by_role("button", name=steps).focus()
        seen.page.keyboard.press("Enter")
        assert seen.js("document.activeElement.textContent") == steps
        assert seen.js("document.activeElement.getAttribute('aria-pressed')") == "true"
        near = seen.js("new URLSearchParams(location.hash.slice(1)).get('near')")
        assert near == (str(number) if number else None)
    assert len(seen.js("comity.lines()")) == alone


def test_what_is_not_in_the_graph_can_be_shown_there(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016&view=table&actor=thaad")
    seen.page.get_by_role("button", name="Show in the graph").click()
    assert "thaad" in seen.js("comity.places()")
    assert seen.page.get_by_role("button", name="Show in the graph").count() == 0


def test_a_citation_is_selected_and_copied_if_the_browser_lets_it(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2013&pair=japan~russia")
    citation = "Rozman 2022, paragraph 8, characters 800-880. Statement japan-sanctions-russia-8, Invented peninsula 1."
    for allowed, said in ((True, "Copied: "), (False, "Selected, ready to be copied: ")):
        answer = "text => { window.copied = text; return Promise.resolve(); }" if allowed else "() => Promise.reject(new Error('no'))"
        seen.js(f"Object.defineProperty(navigator, 'clipboard', {{configurable: true, value: {{writeText: {answer}}}}})")
        seen.page.get_by_role("button", name="Cite").click()
        seen.page.locator(f"{PANEL} .citation", has_text=said).wait_for()
        assert words(seen, f"{PANEL} .citation") == said + citation
        assert seen.js("String(getSelection())") == citation
    assert seen.js("window.copied") == citation


def test_a_long_list_is_cut_and_more_is_shown_where_it_broke_off(browser_page: Opener, relations: dict[str, Relation]) -> None:
    ends = {name: Actor(id=name, label=name, kind=ActorKind.STATE) for name in ("east", "west")}
    source = Source(id="paper", label="Paper", kind=SourceKind.ARTICLE, date="2016")
    made: dict[str, Record] = {**ends, "paper": source}
    for number in range(230):
        made[f"s{number:03}"] = Statement(
            id=f"s{number:03}",
            subject="east",
            relation="criticises",
            object="west",
            when=When("2014"),
            according_to=("undisputed",),
            evidence=(Evidence(source="paper", locator=f"line {number}"),),
        )
    seen = browser_page(page(resolved_of(made), relations, request_for()), hash_="#era=era-2013&pair=east~west")
    assert (len(told(seen)), words(seen, f"{PANEL} [role=status]")) == (100, "Evidence: 100 of 230 statements.")
    seen.page.get_by_role("button", name="Show 100 more of 230 statements").press("Enter")
    assert (len(told(seen)), seen.js("document.activeElement.closest('article').dataset.id")) == (200, "s100")
    seen.page.get_by_role("button", name="Show 30 more of 230 statements").press("Enter")
    assert told(seen) == sorted(name for name in made if name[0] == "s")
    assert seen.page.locator(".more").count() == 0


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844), (320, 640)])
def test_long_words_break_inside_the_panel(browser_page: Opener, hostile_bytes: bytes, width: int, height: int) -> None:
    seen = browser_page(hostile_bytes, width=width, height=height, hash_="#era=e1&pair=actor-5~actor-6")
    assert told(seen) == ["said-5"]
    assert seen.js("document.getElementById('evidence').scrollWidth <= document.getElementById('evidence').clientWidth")
    assert seen.js("document.documentElement.scrollWidth") <= width
    assert seen.errors == []


def test_a_window_of_another_size_leaves_what_was_folded_and_unfolded(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2013&pair=north-korea~russia")
    seen.page.locator("#panel .dispute[open] summary").first.click()
    folded = seen.page.locator("#panel details").evaluate_all("(all) => all.map((one) => one.open)")
    width = seen.js("document.querySelector('#canvas canvas').width")
    seen.page.click("#fold-side")
    seen.until(f"document.querySelector('#canvas canvas').width > {width}")
    seen.drawn()
    assert seen.page.locator("#panel details").evaluate_all("(all) => all.map((one) => one.open)") == folded
    assert False in folded
    seen.js("comity.show({era: 'era-2016'})")
    assert "2016" in words(seen, "#panel > div > p:first-child")
