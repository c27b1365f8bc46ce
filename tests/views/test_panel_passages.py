"""Passages in the evidence panel, in a page that carries the sources' text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from kg.model.evidence import Evidence
from kg.model.relations import Relation
from kg.model.statements import Statement
from kg.views import page
from kg.views.passages import Paragraph, Passages, Range
from tests.views.invented import peninsula, request_for, resolved_of

pytestmark = pytest.mark.browser
Opener = Callable[..., Any]


def shown(seen: Any, selector: str) -> str:
    """The visible text of one element, its white space made plain."""
    return " ".join(seen.page.locator(selector).inner_text().split())


TEXT = "The paper begins far from the matter, " * 4 + "then Japan hedged its sanctions; Tokyo wavered. " + "It ends with other things. " * 8


@pytest.fixture
def with_text(relations: Mapping[str, Relation]) -> bytes:
    """A page that carries a paragraph with two passages, of which one statement cites both and another the second."""
    places = [(TEXT.index(words), TEXT.index(words) + len(words)) for words in ("Japan hedged its sanctions", "Tokyo wavered")]
    both = tuple(Evidence(source="rozman-2022", paragraph=8, chars=place) for place in places)
    records = peninsula()
    for name, evidence in (("japan-sanctions-russia-8", both), ("russia-coordinateswith-china-21", both[1:])):
        old = records[name]
        assert isinstance(old, Statement)
        records[name] = replace(old, evidence=evidence)
    ranges = {piece: Range(0, *place) for piece, place in zip(both, places, strict=True)}
    carried = Passages((Paragraph("rozman-2022", 8, TEXT),), ranges, ())
    return page(resolved_of(records), relations, request_for(documents=carried))


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
