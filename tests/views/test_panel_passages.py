"""Passages in the evidence panel, in a page that carries the sources' text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.views.carried import TEXT

pytestmark = pytest.mark.browser
Opener = Callable[..., Any]


def shown(seen: Any, selector: str) -> str:
    """The visible text of one element, its white space made plain."""
    return " ".join(seen.page.locator(selector).inner_text().split())


def test_passages_are_marked_in_their_paragraph_which_unfolds(browser_page: Opener, with_text: bytes) -> None:
    seen = browser_page(with_text, hash_="#era=era-2016&pair=japan~russia")
    quote = "#panel article blockquote"
    assert seen.page.locator(f"{quote} mark").all_text_contents() == ["Japan hedged its sanctions", "Tokyo wavered"]
    short = shown(seen, f"{quote} bdi")
    assert (short[:2], short[-2:], len(short) < 300, "then Japan hedged its sanctions; Tokyo wavered. It ends" in short) == (
        "… ",
        " …",
        True,
        True,
    )
    whole = seen.page.get_by_role("button", name="whole paragraph")
    whole.press("Enter")
    assert (shown(seen, f"{quote} bdi"), whole.get_attribute("aria-expanded")) == (" ".join(TEXT.split()), "true")
    assert seen.page.locator(f"{quote} mark").all_text_contents() == ["Japan hedged its sanctions", "Tokyo wavered"]
    whole.press("Enter")
    assert shown(seen, f"{quote} bdi") == short


def test_passages_of_one_paragraph_do_not_disturb_each_other(browser_page: Opener, with_text: bytes) -> None:
    seen = browser_page(with_text, hash_="#era=era-2016&pair=china~russia")
    assert seen.page.locator("#panel blockquote mark").all_text_contents() == ["Tokyo wavered"]
    start = TEXT.index("Tokyo wavered")
    assert shown(seen, "#panel article figcaption") == f"paragraph 8, characters {start}-{start + len('Tokyo wavered')}"


def test_a_page_without_the_sources_text_quotes_nothing(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016&pair=japan~russia")
    assert seen.page.locator("blockquote").count() == 0
