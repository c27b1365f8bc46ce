"""The picture in a real Chromium: no line through a third actor, nobody moves, whatever is shown."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from random import Random
from typing import Any

import pytest

from kg.graph import Graph

pytestmark = pytest.mark.browser
Opener = Callable[..., Any]
Crossing = tuple[str, str, str]
ROOMY = 720  # CSS px: in a lower window letters are larger than what the build reckons with


def crossings(seen: Any) -> list[Crossing]:
    """Lines of the picture that run through the box, as drawn, of an entity at which they don't end."""
    seen.drawn()
    boxes = seen.js("comity.boxes()")
    found = []
    for line in seen.js("comity.lines()"):
        for name, (left, top, right, bottom) in boxes.items():
            if name not in (line["from"], line["to"]) and any(left < x < right and top < y < bottom for x, y in line["path"]):
                found.append((line["from"], line["to"], name))
    return found


def leaving(seen: Any) -> list[tuple[str, ...]]:
    """Lines and entities that reach beyond the canvas."""
    frame = seen.js(
        "(({left, top, right, bottom}) => [left, top, right, bottom])(document.querySelector('#canvas canvas').getBoundingClientRect())"
    )
    left, top, right, bottom = frame
    lines = [
        (line["from"], line["to"])
        for line in seen.js("comity.lines()")
        if any(not (left <= x <= right and top <= y <= bottom) for x, y in line["path"])
    ]
    seen.drawn()
    boxes = seen.js("comity.boxes()").items()
    return lines + [(name,) for name, (x, y, u, v) in boxes if x < left or y < top or u > right or v > bottom]


def overlapping(seen: Any) -> list[tuple[str, str]]:
    """Entities whose boxes, as drawn, overlap."""
    seen.drawn()
    boxes = seen.js("comity.boxes()").items()
    return [(one, two) for (one, a), (two, b) in combinations(boxes, 2) if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]]


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720), (1366, 650), (1920, 1080)], ids=str)
def test_in_no_era_a_line_runs_through_a_third_actor_or_out_of_the_frame_or_labels_overlap(
    browser_page: Opener, shipped: tuple[Graph, bytes], size: tuple[int, int]
) -> None:
    seen = browser_page(shipped[1], *size)
    groups = seen.js("JSON.parse(document.getElementById('comity-data').textContent).groups")
    found, outside, covered = {}, {}, {}
    for era in [span["id"] for group in groups for span in group["spans"]]:
        seen.js(f"comity.show({{era: '{era}'}})")
        assert len(seen.js("comity.lines()")) > 3
        found[era], outside[era], covered[era] = crossings(seen), leaving(seen), overlapping(seen)
    assert {era: lines for era, lines in found.items() if lines} == {}
    assert {era: lines for era, lines in outside.items() if lines} == {}
    assert {era: pairs for era, pairs in covered.items() if pairs and size[1] >= ROOMY} == {}


def test_no_line_runs_through_a_third_actor_whatever_is_chosen(browser_page: Opener, shipped: tuple[Graph, bytes]) -> None:
    seen, random = browser_page(shipped[1]), Random(4)
    opened = ["roles", "source", "policy", "event", "office", "place", "era", "planned", "cancelled", "forecast", "recommended"]
    found = {}
    for _ in range(60):
        start = random.randrange(1991, 2022)
        during = f"{start}/{min(2022, start + random.choice((0, 0, 1, 3, 8)))}"
        off = [name for name in opened if random.random() < 0.8]
        lift, limit = random.choice(("true", "false")), random.choice((20, 40, 60))
        state = f"{{during: '{during}', off: {off}, lift: {lift}, limit: {limit}}}"
        seen.js(f"comity.show({state})")
        if lines := crossings(seen):
            found[state] = lines
    assert found == {}
