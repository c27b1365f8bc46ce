"""What the tests of the page ask an open one."""

from __future__ import annotations

from typing import Any


def text(seen: Any, selector: str) -> str:
    return (seen.page.locator(selector).text_content() or "").strip()


def address(seen: Any) -> dict[str, str]:
    return dict(seen.js("[...new URLSearchParams(location.hash.slice(1))]"))


def statements(seen: Any) -> list[str]:
    return sorted(name for line in seen.js("comity.lines()") for name in line["statements"])


def active(seen: Any) -> str:
    return str(seen.js("document.activeElement.id"))


def words(seen: Any, selector: str) -> str:
    """The visible text of one element, its white space made plain."""
    return " ".join(seen.page.locator(selector).inner_text().split())


def told(seen: Any) -> list[str]:
    """Ids of the statements in the panel, in their order."""
    found: list[str] = seen.js("[...document.querySelectorAll('#panel article')].map((one) => one.dataset.id)")
    return found
