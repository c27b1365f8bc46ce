"""Places and curves: one place an entity, one cable a pair, and no line through a third entity."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterable
from itertools import combinations

import pytest

import kg
from kg.model.dated import When
from kg.model.entities import Actor, Era
from kg.model.evidence import Evidence
from kg.model.relations import Relation
from kg.model.resolved import Resolved
from kg.model.statements import Statement
from kg.model.vocabulary import ActorKind
from kg.views.anchors import HEIGHT, WIDTH, anchored
from kg.views.boxes import SYMBOL, box_of, clean, reach, wrap
from kg.views.curves import control_points, sampled
from kg.views.hits import hits
from kg.views.homes import slots_of
from kg.views.lanes import LANE, lanes_of
from kg.views.layout import Layout, layout
from kg.views.request import PageRequest, Span
from kg.views.scene import Line, Scene, scene_of
from kg.views.style import FAMILIES, KINDS, family_of
from tests.views.invented import eras, relation_kinds, resolved_of

Said = tuple[str, str, str, str]


def made_of(sayings: Iterable[Said], states: Iterable[str] = (), codes: dict[str, str] | None = None) -> tuple[Scene, Layout]:
    """The scene and layout of (subject, relation, object, when) in the three invented eras."""
    said = list(sayings)
    names = sorted({name for s, _, o, _ in said for name in (s, o)})
    records = {
        name: Actor(
            id=name,
            label=name.replace("-", " ").title(),
            kind=ActorKind.STATE if name in states else ActorKind.PERSON,
            iso3166=(codes or {}).get(name),
        )
        for name in names
    }
    statements = {
        f"said-{i}": Statement(
            id=f"said-{i}",
            subject=s,
            relation=r,
            object=o,
            when=When(when),
            according_to=("undisputed",),
            evidence=(Evidence(source="rozman-2022", paragraph=i + 1, chars=(0, 1)),),
        )
        for i, (s, r, o, when) in enumerate(said)
    }
    resolved = resolved_of({**records, **statements})
    scene = scene_of(resolved, relation_kinds(), eras())
    return scene, layout(resolved, scene)


def met(scene: Scene, made: Layout) -> set[tuple[str, str, str]]:
    """Shown lines and the third entities whose box they enter while one span opens with both, by a plain count of points."""
    found = set()
    for line in (line for line in scene.lines if line.shown and line.source != line.target):
        a, b = sorted((line.source, line.target))
        p = control_points(
            made.places[a], made.places[b], made.spines[a, b], made.lanes[line.key], reach(made.boxes[a]), reach(made.boxes[b])
        )
        for k in range(401):
            t = k / 400
            x, y = (
                sum(w * q[i] for w, q in zip(((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3), p, strict=True))
                for i in (0, 1)
            )
            for name in made.places.keys() - {a, b}:
                (u, v), box = made.places[name], made.boxes[name]
                if abs(x - u) < box.width / 2 and v - box.above < y < v + box.below and line.spans & opening(scene, name):
                    found.add((line.source, line.target, name))
    return found


def opening(scene: Scene, name: str) -> set[int]:
    """The spans that open with the entity."""
    return {k for line in scene.lines if line.shown and name in (line.source, line.target) for k in line.spans}


def overlapping(made: Layout) -> list[tuple[str, str]]:
    """Entities in different places whose boxes overlap."""
    found = []
    for a, b in combinations(made.places, 2):
        (x, y), (u, v), one, two = made.places[a], made.places[b], made.boxes[a], made.boxes[b]
        beside = abs(x - u) >= (one.width + two.width) / 2
        if (x, y) != (u, v) and not beside and y + one.below > v - two.above and v + two.below > y - one.above:
            found.append((a, b))
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
    assert [(i, name) for i, name in made.hits if scene.lines[i].shown and scene.nodes[name].shown] == []


def test_in_the_shipped_corpus_everybody_has_a_place_and_those_shown_at_first_fit_the_canvas(shipped: tuple[Scene, Layout]) -> None:
    scene, made = shipped
    left, top, right, bottom = made.extent(name for name, node in scene.nodes.items() if node.shown)
    assert made.places.keys() == scene.nodes.keys()
    assert (left >= 0, top >= 0, right <= WIDTH, bottom <= HEIGHT) == (True, True, True, True)
    assert overlapping(made) == []


def test_no_line_of_the_invented_peninsula_runs_through_a_third_entity(scene: Scene, made: Layout) -> None:
    assert met(scene, made) == set()
    assert [(i, name) for i, name in made.hits if scene.lines[i].shown and scene.nodes[name].shown] == []


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
    assert (set(made.places), dict(made.spines), set(made.lanes.values()), made.hits) == ({"a"}, {}, {0}, ())


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
