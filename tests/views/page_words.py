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
