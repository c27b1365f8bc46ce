"""The page of the hostile corpus, and what its tests ask an open one."""

from __future__ import annotations

from functools import cache
from typing import Any

from kg.views import page
from tests.views.hostile import hostile, relation_kinds, request

# Everything that can be shown, whatever is chosen.
ALL: dict[str, Any] = {"off": [], "limit": 0, "certain": False, "as": "everybody", "compare": "", "actor": "", "during": "", "near": 0}


@cache
def hostile_page() -> bytes:
    return page(hostile(), relation_kinds(), request())


def show(seen: Any, **wanted: Any) -> None:
    seen.page.evaluate("(wanted) => comity.show(wanted)", wanted)


def texts(seen: Any, selector: str) -> list[str]:
    return list(seen.page.locator(selector).all_text_contents())
