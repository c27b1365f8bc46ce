"""Places and curves: one place an entity, one cable a pair, and no line through a third entity."""

from __future__ import annotations

import os
import random
import subprocess
import sys

import pytest

import kg
from kg.model.entities import Actor, Era
from kg.model.relations import Relation
from kg.model.resolved import Resolved
from kg.model.vocabulary import ActorKind
from kg.views.anchors import HEIGHT, WIDTH, anchored
from kg.views.boxes import SYMBOL, box_of, clean, reach, wrap
from kg.views.chosen import opened
from kg.views.curves import Place, control_points, sampled
from kg.views.hits import hits
from kg.views.homes import slots_of
from kg.views.lanes import LANE, lanes_of
from kg.views.layout import Layout, layout
from kg.views.request import PageRequest, Span
from kg.views.scene import Line, Scene, scene_of
from kg.views.style import FAMILIES, KINDS, family_of
from tests.views.sayings import made_of, overlapping


def met(scene: Scene, made: Layout) -> set[tuple[str, str, str]]:
    """Shown lines and the third entities whose box they enter while one span opens with both, by a plain count of points."""
    found = set()
    for line in (line for line in scene.lines if line.shown and line.source != line.target):
        a, b = sorted((line.source, line.target))
        p = control_points(
            made.places[a], made.places[b], made.spines[a, b], made.lanes[line.key], reach(made.boxes[a]), reach(made.boxes[b])
        )
        for k in range(401):
            x, y = on_curve(p, k / 400)
            for name in made.places.keys() - {a, b}:
                (u, v), box = made.places[name], made.boxes[name]
                if abs(x - u) < box.width / 2 and v - box.above < y < v + box.below and line.spans & opening(scene, name):
                    found.add((line.source, line.target, name))
    return found


def opening(scene: Scene, name: str) -> set[int]:
    """The spans that open with the entity."""
    return {k for line in scene.lines if line.shown and name in (line.source, line.target) for k in line.spans}


def on_curve(p: tuple[Place, Place, Place, Place], t: float) -> Place:
    """The point of the Bezier with these control points at a parameter."""
    weights = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    x, y = (sum(w * q[i] for w, q in zip(weights, p, strict=True)) for i in (0, 1))
    return x, y


def through(scene: Scene, made: Layout) -> dict[str, set[tuple[str, str, str]]]:
    """By span that opens with all that it has: the lines through a third entity."""
    told = [(scene.lines[i], name) for i, name in hits(scene, made.boxes, made.places, made.spines, made.lanes)]
    found = {}
    for span, opening in zip(scene.spans, opened(scene), strict=True):
        lines = {(line.source, line.target, name) for line, name in told if line.key in opening.lines and name in opening.names}
        if opening.whole and lines:
            found[span.id] = lines
    return found


@pytest.fixture(scope="module")
def scene(resolved: Resolved, relations: dict[str, Relation], request_of_all: PageRequest) -> Scene:
    return scene_of(resolved, relations, request_of_all.spans)


@pytest.fixture(scope="module")
def made(resolved: Resolved, scene: Scene) -> Layout:
    return layout(resolved, scene)


@pytest.fixture(scope="module")
def shipped() -> tuple[Scene, Layout]:
    """The shipped corpus over all eras of all periodisations."""
    graph = kg.load()
    spans = tuple(Span(era.id, era.label, graph.records.bounds[era.id]) for era in graph.records.records.of(Era))
    scene = scene_of(graph.records, graph.relations, spans)
    return scene, layout(graph.records, scene)


def test_no_line_of_the_shipped_corpus_runs_through_a_third_entity_in_any_era(shipped: tuple[Scene, Layout]) -> None:
    scene, made = shipped
    assert through(scene, made) == {}


def test_in_the_shipped_corpus_everybody_has_a_place_and_those_shown_at_first_fit_the_canvas(shipped: tuple[Scene, Layout]) -> None:
    scene, made = shipped
    shown = [(made.places[name], made.boxes[name]) for name, node in scene.nodes.items() if node.shown]
    assert made.places.keys() == scene.nodes.keys()
    assert [place for place, box in shown if not box.width // 2 <= place[0] <= WIDTH - box.width // 2] == []
    assert [place for place, box in shown if not box.above <= place[1] <= HEIGHT - box.below] == []
    assert overlapping(made) == []


def test_no_line_of_the_invented_peninsula_runs_through_a_third_entity(scene: Scene, made: Layout) -> None:
    assert met(scene, made) == set()
    assert through(scene, made) == {}


def test_a_line_that_runs_through_a_third_entity_is_told(scene: Scene, made: Layout) -> None:
    line = next(i for i, line in enumerate(scene.lines) if {line.source, line.target} == {"china", "north-korea"} and line.shown)
    (x, y), (u, v) = made.places["china"], made.places["north-korea"]
    moved = {**made.places, "japan": ((x + u) // 2, (y + v) // 2)}
    straight = dict.fromkeys(made.spines, (0, 0))
    assert (line, "japan") in set(hits(scene, made.boxes, moved, straight, made.lanes))


@pytest.mark.parametrize("seed", range(4))
def test_no_line_among_twelve_actors_with_random_relations_runs_through_a_third(seed: int) -> None:
    chance = random.Random(seed)
    names = [f"actor-{letter}" for letter in "abcdefghijkl"]
    said = []
    for when in ("2013/2015", "2016/2017", "2018/2019"):
        for _ in range(12):
            one, other = chance.sample(names, 2)
            said.append((one, chance.choice(["friendlyTo", "sanctions", "metWith"]), other, when))
    scene, made = made_of(said, names[:4], dict(zip(names, ("RU", "CN", "US"), strict=False)))
    assert met(scene, made) == set()
    assert overlapping(made) == []


def test_no_boxes_overlap(made: Layout) -> None:
    assert overlapping(made) == []


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
    strangers = [Actor(id=name, label=name, kind=ActorKind.STATE) for name in ("freedonia", "sylvania", "ruritania")]
    assert len(set(anchored(strangers).values())) == 3
    said = [
        ("freedonia", "friendlyTo", "sylvania", "2014"),
        ("sylvania", "sanctions", "ruritania", "2014"),
        ("russia", "aids", "ruritania", "2014"),
    ]
    scene, made = made_of(said, ("freedonia", "sylvania", "ruritania", "russia"), {"russia": "RU"})
    assert made.places.keys() == {"freedonia", "sylvania", "ruritania", "russia"}
    assert (overlapping(made), met(scene, made)) == ([], set())


def test_two_entities_are_joined_by_a_straight_line() -> None:
    _, made = made_of([("a", "friendlyTo", "b", "2014")])
    assert made.spines == {("a", "b"): (0, 0)}
    assert set(made.lanes.values()) == {0}


def test_a_relation_to_oneself_has_no_spine_and_its_entity_a_place() -> None:
    _, made = made_of([("a", "criticises", "a", "2014")], ("a",))
    assert (set(made.places), dict(made.spines), set(made.lanes.values())) == ({"a"}, {}, {0})


def test_lines_of_one_pair_run_side_by_side_the_strongest_in_the_middle() -> None:
    scene, made = made_of(
        [
            ("a", "friendlyTo", "b", "2014"),
            ("a", "aids", "b", "2014"),
            ("b", "friendlyTo", "a", "2014"),
            ("b", "sanctions", "a", "2014"),
            ("a", "memberOf", "b", "2014"),
        ]
    )
    by_family = {(line.source, line.family): made.lanes[line.key] for line in scene.lines}
    assert by_family == {("a", "friendly"): 0, ("b", "friendly"): LANE, ("b", "sanctions"): -LANE, ("a", "roles"): 2 * LANE}


def test_lines_that_no_span_shows_together_share_a_lane() -> None:
    def line(family: str, *spans: int) -> Line:
        return Line("a", "b", family, True, True, frozenset(spans), 1, True)

    lanes = lanes_of([line("friendly", 0), line("meetings", 1), line("sanctions", 0, 1), line("unfriendly", 2)])
    assert {key[2]: lane for key, lane in lanes.items()} == {"friendly": 0, "meetings": 0, "sanctions": LANE, "unfriendly": 0}


def test_points_on_a_curve_are_those_of_the_bezier_of_its_control_points() -> None:
    import numpy as np

    a, b, spine, lane, reaches = (10, 20), (210, -130), (48, -36), -20, (6, 13)
    assert control_points(a, b, spine, lane, *reaches) == pytest.approx(
        # n = (150, 200) / 250 = (0.6, 0.8); offsets: -6, 28, -56, -13
        np.array([[10 - 3.6, 20 - 4.8], [230 / 3 + 16.8, -30 + 22.4], [430 / 3 - 33.6, -80 - 44.8], [210 - 7.8, -130 - 10.4]])
    )
    p = np.array(control_points(a, b, spine, lane, *reaches))
    for _ in range(3):  # de Casteljau's construction at one half
        p = (p[1:] + p[:-1]) / 2
    middle = sampled(np.array(a, dtype=float), np.array(b, dtype=float), np.array(spine), lane, *reaches, 3)[1]
    assert middle == pytest.approx(p[0])


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_line_as_far_off_as_it_may_be_meets_the_shape_from_everywhere(kind: str) -> None:
    box = box_of(kind, "X")
    inner = min(box.width / 2, box.above) if KINDS[kind].inside else SYMBOL
    assert 0 < reach(box) < inner


def test_the_camera_shows_lines_as_well_as_boxes() -> None:
    box = box_of("person", "A")
    made = Layout({"a": box, "b": box}, {"a": (0, 0), "b": (300, 0)}, {("a", "b"): (120, 120)}, {}, {("a", "b"): (0, -5, 300, 95)})
    half = box.width // 2
    assert made.extent(["a", "b"]) == (-half, -box.above, 300 + half, 95)
    assert made.extent(["a"]) == (-half, -box.above, half, box.below)


def test_all_lines_that_a_span_opens_with_lie_in_what_the_camera_shows(shipped: tuple[Scene, Layout]) -> None:
    scene, made = shipped
    left, top, right, bottom = made.extent(scene.nodes)
    lines = [line for line in scene.lines if line.shown and line.source != line.target]
    outside = []
    for line in lines:
        a, b = sorted((line.source, line.target))
        ends, reaches = (made.places[a], made.places[b]), (reach(made.boxes[a]), reach(made.boxes[b]))
        for k in range(41):
            x, y = on_curve(control_points(*ends, made.spines[a, b], made.lanes[line.key], *reaches), k / 40)
            if not (left <= x <= right and top <= y <= bottom):
                outside.append((line.source, line.target, x, y))
    assert outside == []


def test_the_layout_is_the_same_whatever_the_hash_seed() -> None:
    code = (
        "from tests.views.invented import *; from kg.views.layout import layout; from kg.views.scene import scene_of\n"
        "r = resolved_of(peninsula()); print(layout(r, scene_of(r, relation_kinds(), eras())))"
    )
    one, two = (
        subprocess.run([sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in ("1", "2")
    )
    assert one == two


def test_long_labels_are_cut_and_none_is_empty() -> None:
    assert len(wrap("x" * 300, 17)) == 3
    assert wrap("x" * 300, 17)[-1].endswith("\u2026")
    assert (wrap(" ", 17), wrap("", 17)) == (["\ufffd"], ["?"])
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
