"""The matrix in a real Chromium: its cells against a count from the records, by keyboard, compared, and cut where it is too large."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from kg.model.relations import Relation
from kg.model.resolved import Resolved
from kg.model.statements import Statement
from kg.model.vocabulary import Status
from kg.views import page
from kg.views.request import Span
from tests.views.invented import eras, relation_kinds
from tests.views.large import large, request_of_eras

pytestmark = pytest.mark.browser
Opener = Callable[..., Any]
Cells = dict[tuple[str, str], tuple[str, bool]]
MARKS = {(): "0", (1,): "+", (-1,): "\u2212", (-1, 1): "\u00b1"}
# Row and column by label, text, and whether it is drawn as only possible.
_CELLS = """() => {
  const table = document.querySelector("#matrix table"), head = [...table.rows[0].cells].map((cell) => cell.textContent);
  return [...table.tBodies[0].rows].flatMap((row) => [...row.cells].slice(1).filter((cell) => cell.textContent).map((cell) =>
    [row.cells[0].textContent, head[cell.cellIndex], cell.textContent, cell.classList.contains("possible")]));
}"""


def cells(seen: Any) -> Cells:
    """The filled cells of the matrix as it is shown."""
    return {(row, column): (text, possible) for row, column, text, possible in seen.js(_CELLS)}


def counted(resolved: Resolved, relations: Mapping[str, Relation], span: Span, certain: bool) -> Cells:
    """The same from the records."""
    said: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for statement in resolved.statements.values():
        if resolved.bounds[statement.id].holds(span.bounds, certain):
            ends = statement.subject, statement.object
            for pair in {ends, ends[::-1]} if relations[statement.relation].symmetric else {ends}:
                said[pair].append(statement)
    label = resolved.records.label
    return {(label(a), label(b)): cell(resolved, relations, span, own) for (a, b), own in said.items()}


def cell(resolved: Resolved, relations: Mapping[str, Relation], span: Span, said: list[Statement]) -> tuple[str, bool]:
    """Text of a cell, and whether nothing in it is certain."""
    real = [one for one in said if one.status is Status.ACTUAL and not one.negated]
    doubt = "?" if resolved.disputed & {one.id for one in said} else ""
    signs = {relations[one.relation].sign(one) for one in real} - {0}
    text = MARKS[tuple(sorted(signs))] + str(len(real)) if real else f"({len(said)})"
    return text + doubt, bool(real) and not any(resolved.bounds[one.id].certainly(span.bounds) for one in real)


@pytest.mark.parametrize("certain", [False, True], ids=["possibly", "certainly"])
@pytest.mark.parametrize("span", eras(), ids=[span.id for span in eras()])
def test_cells_are_what_the_records_say(
    browser_page: Opener, resolved: Resolved, relations: dict[str, Relation], span: Span, certain: bool
) -> None:
    seen = browser_page(hash_=f"#era={span.id}&view=matrix&off=&limit=0&certain={str(certain).lower()}")
    wanted = counted(resolved, relations, span, certain)
    assert len(wanted) > 20
    assert cells(seen) == wanted


def test_rows_and_columns_are_the_entities_in_view_states_first(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016&view=matrix")
    rows = seen.js("[...document.querySelectorAll('#matrix tbody th')].map((one) => one.textContent)")
    columns = seen.js("[...document.querySelectorAll('#matrix thead th')].map((one) => one.textContent)")
    assert rows == columns
    assert len(rows) == len({name for line in seen.js("comity.lines()") for name in (line["from"], line["to"])})
    assert set(rows[:6]) == {"Russia", "China", "North Korea", "South Korea", "Japan", "United States"}
    seen.page.select_option("#matrix-order", "name")
    assert seen.js("[...document.querySelectorAll('#matrix tbody th')].map((one) => one.textContent)") == sorted(rows)
    assert "order=name" in seen.js("location.hash")


def test_the_grid_is_one_stop_and_arrows_lead_through_it(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016&view=matrix&order=name")
    focused = "[document.activeElement.parentNode.rowIndex, document.activeElement.cellIndex]"
    seen.page.focus("#matrix-order")
    seen.page.keyboard.press("Tab")
    assert seen.js(focused) == [1, 1]
    for key, place in (("ArrowRight", [1, 2]), ("ArrowDown", [2, 2]), ("ArrowLeft", [2, 1]), ("End", [2, -1]), ("Home", [2, 1])):
        seen.page.keyboard.press(key)
        last = seen.js("document.querySelector('#matrix table').rows[0].cells.length - 1")
        assert seen.js(focused) == [place[0], last if place[1] < 0 else place[1]]
    assert seen.page.locator("#matrix [tabindex='0']").count() == 1
    seen.page.keyboard.press("Tab")
    assert not seen.js("document.querySelector('#matrix table').contains(document.activeElement)")


def test_enter_chooses_the_pair_and_a_header_its_actor(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016&view=matrix&order=name")
    chosen = "[...document.querySelectorAll('#matrix [aria-selected=true]')].map((one) => [one.parentNode.rowIndex, one.cellIndex])"
    seen.page.locator("#matrix [aria-label*='China towards North Korea']").focus()
    seen.page.keyboard.press("Enter")
    assert "pair=china~north-korea" in seen.js("decodeURIComponent(location.hash)")
    assert "China criticises North Korea" in " ".join((seen.page.locator("#panel").inner_text()).split())
    row, column = seen.js("[document.activeElement.parentNode.rowIndex, document.activeElement.cellIndex]")
    assert seen.js(chosen) == [[row, column]]
    seen.page.keyboard.press("Home")
    seen.page.keyboard.press("ArrowLeft")
    seen.page.keyboard.press("Enter")
    assert "actor=china" in seen.js("location.hash")
    assert seen.js(chosen) == [[0, row], [row, 0]]


def test_a_click_on_a_cell_chooses_it_and_back_chooses_what_was_chosen(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016&view=matrix")
    for name in ("Japan towards Russia", "Russia towards China"):
        seen.page.click(f"#matrix [aria-label*='{name}']")
    seen.page.go_back()
    assert seen.page.locator("#matrix td[aria-selected=true]").get_attribute("title").startswith("Japan towards Russia")


def test_compared_cells_say_what_became_of_the_sign(browser_page: Opener, resolved: Resolved, relations: dict[str, Relation]) -> None:
    before, now = eras()[:2]
    seen = browser_page(hash_=f"#era={now.id}&compare={before.id}&view=matrix&off=&limit=0")
    then, here = (counted(resolved, relations, span, certain=False) for span in (before, now))

    def sign(found: Cells, pair: tuple[str, str]) -> str:
        text = found.get(pair, ("", False))[0]
        return "" if text.startswith("(") else text[:1]

    wanted = {}
    for pair in then.keys() | here.keys():
        old, new = sign(then, pair), sign(here, pair)
        if old or new:
            wanted[pair] = f"{new} began" if not old else f"{old} ended" if not new else new if old == new else f"{old}\u2192{new}"
    shown = {pair: text.rstrip("?") for pair, (text, _) in cells(seen).items() if not text.startswith("(")}
    assert len({text.split()[-1] for text in wanted.values()}) > 3
    assert shown == wanted


def test_a_cell_of_two_times_tells_both_in_words(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016&compare=era-2013&view=matrix")
    cell = seen.page.locator("#matrix [aria-label*='China towards South Korea']")
    told = "China towards South Korea: 2013\u20132015 friendly, 1 statement; 2016\u20132017 unfriendly, 1 statement; changed sign"
    assert (cell.get_attribute("title"), cell.get_attribute("aria-label")) == (told, f"+\u2192\u2212: {told}")


def test_more_entities_than_fit_are_cut_with_a_word(browser_page: Opener) -> None:
    content = page(large(400, 2500), relation_kinds(), request_of_eras())
    seen = browser_page(content, hash_="#view=matrix&limit=0&order=strength")
    assert seen.page.locator("#matrix tbody tr").count() == 120
    caption = seen.page.locator("#matrix caption").text_content() or ""
    number = len({name for line in seen.js("comity.lines()") for name in (line["from"], line["to"])})
    assert number > 120
    assert f"120 entities towards each other; the first 120 of {number}" in caption


def test_names_that_mean_harm_are_text_in_the_matrix(browser_page: Opener, hostile_bytes: bytes) -> None:
    seen = browser_page(hostile_bytes, hash_="#era=e2&view=matrix")
    assert "</script><img src=x" in (seen.page.locator("#matrix table").text_content() or "")
    assert seen.js("window.ran") is None
    assert seen.page.locator("#matrix img, #matrix svg").count() == 0
    assert seen.js("document.documentElement.scrollWidth") <= 1440
