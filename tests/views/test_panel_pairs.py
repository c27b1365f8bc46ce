"""Pairs in the evidence panel: an actor's friends and foes, the cell of the matrix, the strip of eras."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from kg.analysis.pairs import standings
from kg.index import index_of
from kg.model.relations import Relation
from kg.model.resolved import Resolved
from tests.views.invented import eras
from tests.views.page_words import told

pytestmark = pytest.mark.browser
Opener = Callable[..., Any]
PANEL = "#panel"


WITH_NORTH_KOREA = [
    ("South Korea", "−→±"),
    ("China", "−→+"),
    ("Russia", "+ 3 ended"),
    ("United States", "− 2"),
    ("IAEA", "− 1 ended"),
    ("Kim Jong Un", "0 1"),
    ("UN Security Council", "− 1"),
]


def test_an_actor_tells_its_friends_and_foes_and_leads_to_each(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2018&compare=era-2013&actor=north-korea")
    rows = seen.page.locator(f"{PANEL} .short button")
    assert [(row.locator("bdi").inner_text(), row.locator("> .soft").inner_text()) for row in rows.all()] == WITH_NORTH_KOREA
    rows.first.focus()
    seen.page.keyboard.press("Enter")
    assert "pair=north-korea~south-korea" in seen.js("decodeURIComponent(location.hash)")


def test_the_cell_of_the_matrix_is_found_again_in_the_head_of_its_pair(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2013&view=matrix&off=unreal")
    found = seen.js("""() => [...document.querySelectorAll("#matrix td:has(b)")].map((cell) => {
      cell.click();
      const [, all, own] = /: (\\d+) statements? both ways(?:, (\\d+) of them)?/.exec(document.querySelector("#panel .sum").textContent);
      const unreal = /(\\d+) that did not happen/.exec(cell.title)?.[1] ?? 0, text = cell.textContent;
      return [text.startsWith("(") ? text : text + " " + unreal, Number(own ?? all)];
    })""")
    assert len(found) > 10
    assert [number for _, number in found] == [sum(map(int, re.findall(r"\d+", cell))) for cell, _ in found]


def test_one_holders_view_is_counted_apart_from_what_is_undisputed(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016&as=south-korea")
    shown = len(seen.js("comity.rows()"))
    seen.js("comity.show({as: 'undisputed'})")
    undisputed = len(seen.js("comity.rows()"))
    assert 0 < undisputed < shown
    seen.js("comity.show({as: 'south-korea'})")
    own = shown - undisputed
    sentence = f"{own} statement{'s' if own > 1 else ''} of South Korea’s view, {undisputed} undisputed beside them."
    assert seen.page.locator(f"{PANEL} p", has_text="beside them").inner_text() == sentence


@pytest.mark.parametrize(("certain", "as_"), [(False, None), (True, None), (False, "gilbert-rozman"), (True, "south-korea")])
def test_the_strip_of_a_pair_is_what_the_records_say(
    browser_page: Opener, resolved: Resolved, relations: Mapping[str, Relation], certain: bool, as_: str | None
) -> None:
    index = index_of(resolved, relations)
    known = [standings(resolved, relations, index, era.bounds, certain=certain, as_seen_by=as_) for era in eras()]
    marks = {"+": "+", "-": "−", "0": "0", "mixed": "±"}
    seen = browser_page(hash_=f"#era=era-2013&off=&certain={str(certain).lower()}&as={as_ or 'everybody'}")
    pairs = sorted({pair for era in known for pair in era})
    assert len(pairs) > 20
    for pair in pairs:
        seen.js(f"comity.show({{pair: '{'~'.join(pair)}'}})")
        found = seen.js("[...document.querySelectorAll('.strip button')].map((one) => one.children[1].textContent)")
        expected = [f"{marks[era[pair].sign or '']} {len(era[pair].statements)}" if pair in era else "none" for era in known]
        assert (pair, found) == (pair, expected)


def test_a_cell_of_the_strip_goes_to_its_era_and_keeps_pair_and_focus(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2013&pair=china~north-korea")
    cells = seen.page.locator(".strip button")
    for name in ("2013–2015 unfriendly, 2 statements, shown now", "2016–2017 unfriendly, 2 statements", "2018–2019 friendly, 1 statement"):
        assert seen.page.get_by_role("button", name=name, exact=True).count() == 1
    cells.last.focus()
    seen.page.keyboard.press("Enter")
    assert seen.js("decodeURIComponent(location.hash)") == "#era=era-2018&pair=china~north-korea"
    assert cells.last.get_attribute("aria-current") == "true"
    assert told(seen) == ["china-friendlyto-north-korea-15"]
    assert seen.js("document.activeElement.dataset.hold") == "era era-2018"
