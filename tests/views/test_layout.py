"""Places and curves: one place an entity, one place an office, and no line through a third entity."""

from __future__ import annotations

from itertools import combinations

import pytest

from kg.model.relations import Relation
from kg.model.resolved import Resolved
from kg.views.anchors import HEIGHT, anchored
from kg.views.boxes import box_of, clean, wrap
from kg.views.curves import CURVES, bulge, paths, via
from kg.views.homes import slots_of
from kg.views.layout import Layout, layout
from kg.views.request import PageRequest
from kg.views.scene import Scene, scene_of
from kg.views.style import FAMILIES, KINDS, family_of


@pytest.fixture(scope="module")
def scene(resolved: Resolved, relations: dict[str, Relation], request_of_all: PageRequest) -> Scene:
    return scene_of(resolved, relations, request_of_all.spans)


@pytest.fixture(scope="module")
def made(resolved: Resolved, scene: Scene) -> Layout:
    return layout(resolved, scene)


def test_no_line_runs_through_a_third_entity(made: Layout) -> None:
    assert made.hits == ()


def test_hits_are_found_where_boxes_and_lines_meet_by_a_slower_count(scene: Scene, made: Layout) -> None:
    import numpy as np

    for line in scene.lines:
        start, end = (np.array(made.places[name], dtype=float) for name in (line.source, line.target))
        for x, y in paths(start[None, :], end[None, :], [made.curves[line.key]], 200)[0]:
            for name, node in scene.nodes.items():
                (u, v), box = made.places[name], made.boxes[name]
                if line.spans & node.spans and made.places[name] not in (made.places[line.source], made.places[line.target]):
                    assert not (abs(x - u) < box.width / 2 and v - box.above < y < v + box.below), (line, name)


def test_entities_seen_together_never_overlap(scene: Scene, made: Layout) -> None:
    for a, b in combinations(scene.nodes, 2):
        if scene.nodes[a].spans & scene.nodes[b].spans:
            (x, y), (u, v) = made.places[a], made.places[b]
            one, two = made.boxes[a], made.boxes[b]
            apart = abs(x - u) >= (one.width + two.width) / 2 or y + one.below <= v - two.above or v + two.below <= y - one.above
            assert apart, (a, b)


def test_successive_holders_of_an_office_share_a_place(resolved: Resolved, scene: Scene, made: Layout) -> None:
    assert ["park-geun-hye", "moon-jae-in"] in [slot.holders for slot in slots_of(resolved, scene)]
    assert made.places["park-geun-hye"] == made.places["moon-jae-in"]


def test_known_states_stand_where_they_lie(made: Layout) -> None:
    x = {name: place[0] for name, place in made.places.items()}
    y = {name: place[1] for name, place in made.places.items()}
    assert x["china"] < x["north-korea"] < x["japan"]
    assert x["north-korea"] < x["united-states"]
    assert y["russia"] < y["north-korea"] < y["south-korea"]


def test_states_without_an_anchor_get_places_of_their_own() -> None:
    from kg.model.entities import Actor
    from kg.model.vocabulary import ActorKind

    strangers = [Actor(id=name, label=name, kind=ActorKind.STATE) for name in ("freedonia", "sylvania", "ruritania")]
    known = Actor(id="russia", label="Russia", kind=ActorKind.STATE, iso3166="RU")
    for states in (strangers, [known, *strangers]):
        assert len(set(anchored(states).values())) == len(states)


@pytest.mark.parametrize("curve", CURVES)
def test_a_curve_starts_and_ends_at_its_ends_and_bulges_as_said(curve: float) -> None:
    import numpy as np

    path = paths(np.array([[0.0, 0.0]]), np.array([[200.0, 0.0]]), [curve], 41)[0]
    assert tuple(path[0]) == (0, 0)
    assert tuple(path[-1]) == (200, 0)
    assert abs(abs(path[20][1]) - abs(bulge((0, 0), (200, 0), curve))) < 1e-9


def test_the_control_point_is_that_of_vis_network() -> None:
    from math import atan2, cos, hypot, pi, sin

    start, end, curve = (10.0, 20.0), (200.0, -70.0), 0.4
    dx, dy = end[0] - start[0], start[1] - end[1]
    turn, reach = atan2(dy, dx) + (0.5 * curve + 0.5) * pi, (0.5 * curve + 0.5) * hypot(dx, dy)
    assert via(start, end, curve) == pytest.approx((start[0] + reach * sin(turn), start[1] + reach * cos(turn)))


def test_long_labels_are_cut_and_none_is_empty() -> None:
    assert len(wrap("x" * 300, 17)) == 3
    assert wrap("x" * 300, 17)[-1].endswith("\u2026")
    assert wrap(" ", 17) == ["?"]
    assert box_of("event", "\uae40\uc815\uc740 \uad6d\ubb34\uc704\uc6d0\uc7a5").width > box_of("event", "Kim").width


def test_controls_that_reorder_text_are_made_visible() -> None:
    assert clean("a\u202eb\u2066c\x00d") == "a\ufffdb\ufffdc\ufffdd"
    assert clean("\u200d\U0001f600 \u041f\u0443\u0442\u0438\u043d") == "\u200d\U0001f600 \u041f\u0443\u0442\u0438\u043d"


def test_a_family_is_found_by_the_broader_kind_and_else_by_sign(relations: dict[str, Relation]) -> None:
    assert family_of("sanctions", -1, relations) == "sanctions"
    assert family_of("threatens", -1, relations) == "unfriendly"
    assert family_of("tradesWith", 0, relations) == "other"
    assert family_of("tradesWith", -1, relations) == "unfriendly"
    narrow = {**relations, "embargoes": Relation(name="embargoes", label="embargoes", polarity=-1, broader="sanctions")}
    assert family_of("embargoes", -1, narrow) == "sanctions"


def test_families_differ_in_more_than_colour() -> None:
    drawn = [f for f in FAMILIES if f.shown]
    assert len({(f.dash, f.head, f.width) for f in drawn}) == len(drawn)
    assert all(kind.shape for kind in KINDS.values())


def test_more_entities_than_can_be_placed_with_care_stand_below_in_rows_of_their_own(
    resolved: Resolved, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.views.layout._CAREFUL", 10)
    made = layout(resolved, scene)
    places = [made.places[name] for name in scene.nodes]
    below = [(x, y) for x, y in places if y > HEIGHT]
    assert len(below) == len(scene.nodes) - 10
    assert len(set(below)) == len(below)
    assert set(made.curves) == {line.key for line in scene.lines}
