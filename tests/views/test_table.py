"""The table in a real Chromium: as many rows as statements, in any order, and never too many at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import expect

from kg.model.resolved import Resolved
from kg.model.statements import Statement
from kg.views import page
from tests.views.invented import relation_kinds, request_for, resolved_of
from tests.views.large import large, request_of_eras

pytestmark = pytest.mark.browser
Opener = Callable[..., Any]
ROWS = "[...document.querySelectorAll('#table tr[data-id]')].map((row) => row.dataset.id)"


def column(seen: Any, name: str) -> list[str]:
    found: list[str] = seen.js(f"[...document.querySelectorAll('#rows td.{name}')].map((cell) => cell.textContent)")
    return found


def test_the_table_has_a_row_for_every_statement_in_the_order_of_time(browser_page: Opener, resolved: Resolved) -> None:
    seen = browser_page(hash_="#era=era-2016&view=table&off=")
    rows = seen.js(ROWS)
    assert rows == seen.js("comity.rows()")
    assert sorted(rows) == sorted(name for line in seen.js("comity.lines()") for name in line["statements"])
    real = seen.page.locator("#rows tr").count()
    for part in (rows[:real], rows[real:]):
        assert part
        begins = [resolved.bounds[name].earliest_begin for name in part]
        assert begins == sorted(begins)
    assert (seen.page.locator("#unreal-rows tr").first.text_content() or "").startswith("Did not happen")


def test_a_statement_is_named_as_it_is_whatever_its_id(browser_page: Opener, resolved: Resolved) -> None:
    records = dict(resolved.records.by_id)
    said = records["china-criticises-north-korea-14"]
    assert isinstance(said, Statement)
    ids = {"=S", "S-R-O", "china-china", "north-korea--criticises--china", "$&-china"}
    made = resolved_of(records | {name: replace(said, id=name) for name in ids})
    seen = browser_page(page(made, relation_kinds(), request_for()), hash_="#era=era-2016&view=table")
    assert ids <= set(seen.js(ROWS))


def test_a_header_orders_the_table_and_again_backwards(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016&view=table")
    head = seen.page.locator("#table thead th", has_text="Subject")
    head.locator("button").focus()
    seen.page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "ascending"
    names = column(seen, "subject")
    assert names == sorted(names)
    seen.page.keyboard.press("Enter")
    assert (head.get_attribute("aria-sort"), column(seen, "subject")) == ("descending", sorted(names, reverse=True))
    assert seen.page.locator("#table th[aria-sort=ascending]").count() == 0
    seen.page.go_back()
    assert column(seen, "subject") == names
    assert "sort=subject" in seen.js("location.hash")


def test_possibly_and_certainly_are_told_apart(browser_page: Opener, resolved: Resolved, request_of_all: Any) -> None:
    seen = browser_page(hash_="#era=era-2016&view=table&limit=0")
    told = dict(zip(seen.js(ROWS), column(seen, "holds"), strict=True))
    span = request_of_all.spans[1].bounds
    assert told == {name: "certainly" if resolved.bounds[name].certainly(span) else "possibly" for name in told}
    assert set(told.values()) == {"certainly", "possibly"}


def test_compared_every_row_says_what_became_of_it(browser_page: Opener, resolved: Resolved, request_of_all: Any) -> None:
    seen = browser_page(hash_="#era=era-2016&compare=era-2013&view=table&limit=0")
    told = dict(zip(seen.js(ROWS), column(seen, "change"), strict=True))
    before, now = (span.bounds for span in request_of_all.spans[:2])
    words = {(True, True): "kept", (True, False): "ended", (False, True): "began"}
    assert told == {name: words[resolved.bounds[name].possibly(before), resolved.bounds[name].possibly(now)] for name in told}
    assert set(told.values()) == {"kept", "ended", "began"}
    seen.js("comity.show({compare: ''})")
    assert column(seen, "change") == []
    assert not seen.page.locator("#table thead th", has_text="Change").is_visible()


def test_a_row_chooses_its_line_and_keeps_the_focus(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016&view=table")
    button = seen.page.locator("#table [data-id=china-criticises-north-korea-14] button")
    button.focus()
    seen.page.keyboard.press("Enter")
    assert seen.js("document.activeElement.closest('tr').dataset.id") == "china-criticises-north-korea-14"
    assert "China criticises North Korea" in " ".join(seen.page.locator("#panel").inner_text().split())
    chosen = seen.js("[...document.querySelectorAll('#table tr.chosen')].map((row) => row.dataset.id)")
    line = next(line for line in seen.js("comity.lines()") if "china-criticises-north-korea-14" in line["statements"])
    assert sorted(chosen) == sorted(line["statements"])


def test_many_rows_are_shown_by_and_by_but_all_are_known(browser_page: Opener) -> None:
    seen = browser_page(page(large(300, 3000), relation_kinds(), request_of_eras()), hash_="#view=table&limit=0")
    known = seen.js("comity.rows()")
    assert len(known) > 600
    assert known == list(dict.fromkeys(known))
    assert sorted(known) == sorted(name for line in seen.js("comity.lines()") for name in line["statements"])
    assert seen.js(ROWS) == known[:500]
    more = seen.page.get_by_role("button", name=f"more of {len(known) - 500:,}")
    more.focus()
    seen.page.keyboard.press("Enter")
    assert seen.js(ROWS) == known[:1000]
    assert seen.js("document.activeElement.closest('tr').dataset.id") == known[500]


def test_on_paper_the_table_is_filled_whatever_is_shown(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016&view=graph")
    seen.page.emulate_media(media="print")
    expect(seen.page.locator("#table tr[data-id]")).to_have_count(len(seen.js("comity.rows()")))
    assert seen.js(ROWS) == seen.js("comity.rows()")
