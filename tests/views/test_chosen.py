"""Who is in the picture: what a span opens with, who of a large network has a place, and who stands apart."""

from __future__ import annotations

from itertools import combinations

import pytest

from kg.views.chosen import opened
from kg.views.layout import layout
from kg.views.scene import scene_of
from tests.views.invented import relation_kinds
from tests.views.large import large, request_of_eras
from tests.views.sayings import made_of, overlapping


def test_what_a_span_opens_with_is_the_strongest_and_the_lines_among_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.views.chosen._STRONG", 3)
    monkeypatch.setattr("kg.views.chosen._FOLLOWED", 2)
    said = [("a", "friendlyTo", "b", "2014"), ("a", "aids", "b", "2014"), ("a", "sanctions", "b", "2014"), ("b", "friendlyTo", "c", "2014")]
    scene, _ = made_of([*said, ("c", "metWith", "a", "2014"), ("d", "aids", "a", "2014"), ("d", "aids", "c", "2019")])
    first, second, third = opened(scene)
    assert (first.names, first.whole) == (("a", "b", "c"), False)
    assert {(source, target, family) for source, target, family, _, _ in first.lines} == {("a", "b", "friendly"), ("a", "c", "meetings")}
    assert (second.names, second.lines) == ((), frozenset())
    assert (third.names, len(third.lines), third.whole) == (("c", "d"), 1, True)


@pytest.mark.parametrize("most", [600, 10])
def test_of_a_large_network_those_alone_have_a_place_who_are_strong_in_some_span(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.views.chosen._ALL", 10)
    monkeypatch.setattr("kg.views.chosen._STRONG", 5)
    monkeypatch.setattr("kg.views.chosen._MOST", most)
    hubs = ["hub-a", "hub-b", "hub-c", "hub-d", "hub-e"]
    said = [(hub, "friendlyTo", f"leaf-{i}", "2014" if i % 2 else "2016") for i in range(12) for hub in hubs]
    said += [(f"leaf-{i}", "aids", "late", "2019") for i in range(12)]
    scene, made = made_of(said)
    strong = {"late", *hubs, "leaf-0", "leaf-1", "leaf-10", "leaf-11"}
    assert made.places.keys() == strong
    assert made.boxes.keys() == scene.nodes.keys()
    assert made.spines.keys() == {pair for line in scene.lines if set(pair := tuple(sorted((line.source, line.target)))) <= strong}
    assert made.lanes.keys() == {line.key for line in scene.lines if {line.source, line.target} <= strong}


def test_of_a_crowded_scene_those_seen_together_stand_apart() -> None:
    resolved = large(120, 360)
    scene = scene_of(resolved, relation_kinds(), request_of_eras().spans)
    made = layout(resolved, scene)
    ends = [sorted({end for key in opening.lines for end in key[:2]}) for opening in opened(scene)]
    together = {frozenset(two) for names in ends for two in combinations(names, 2)}
    assert [two for two in overlapping(made) if frozenset(two) in together] == []
