"""Zooming in a real Chromium: text keeps its size, and there is a way back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser
Opener = Callable[..., Any]


def spread(seen: Any) -> int:
    """How far apart the outermost entities stand, in CSS px."""
    xs = [x for x, _ in seen.js("comity.places()").values()]
    return int(max(xs) - min(xs))


def test_text_is_at_least_eleven_pixels_at_every_zoom(browser_page: Opener) -> None:
    for size in ({}, {"width": 1024, "height": 640}, {"width": 390, "height": 844}):
        seen = browser_page(**size)
        for _ in range(4):
            assert min(seen.js("comity.text()")) >= 11
            wide = spread(seen)
            seen.page.click("#zoom-out")
            assert spread(seen) < wide


def test_buttons_and_keys_zoom_the_picture_and_bring_it_back(browser_page: Opener) -> None:
    seen = browser_page()
    home = spread(seen)
    for nearer, farther, whole in (("#zoom-in", "#zoom-out", "#zoom-all"), ("+", "-", "0")):
        act = seen.page.click if nearer.startswith("#") else seen.page.keyboard.press
        act(nearer)
        assert spread(seen) == pytest.approx(1.3 * home, abs=3)
        act(farther)
        act(farther)
        assert spread(seen) == pytest.approx(home / 1.3, abs=3)
        act(whole)
        assert spread(seen) == home
