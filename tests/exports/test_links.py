"""Entities as nodes, statements as edges, and their attributes."""

from __future__ import annotations

import shutil
from pathlib import Path

import kg
from kg.exports.networks.links import EDGE, NODE, edges, nodes
from kg.exports.selection import Selection
from kg.graph import Graph
from kg.query.scope import Scope
from tests.exports.drawn import SMALL

DATED = """
- id: vote
  kind: vote
  label: Vote
  datings:
    - {id: a, when: 1931-05, evidence: {source: gazette, locator: x}}
    - {id: b, when: 1931-06, preferred: true, reason: It is in the minutes., evidence: {source: gazette, locator: y}}
"""
VOTED = """
- id: voted
  subject: freedonia
  relation: votesFor
  object: vote
  datings:
    - {id: a, when: 1931-05, evidence: {source: gazette, locator: x}}
    - {id: b, when: 1931-06, preferred: true, reason: It is in the minutes., evidence: {source: gazette, locator: y}}
  according-to: [sylvania]
  reported-by: [{by: press, in: gazette, said: 1932}, {by: trentino}]
  said: 1931-07
  wording: hedged
  evidence: {source: gazette, locator: x}
"""
CLASH = """
- {id: clash, kind: date, scope: [within-source], disputes: [vote/a, vote/b]}
"""


def test_edges_are_what_is_actual_and_not_denied(small: Graph) -> None:
    assert [edge["id"] for edge in edges(Selection(small))] == [
        "ball--firefly--trentino--met", "distrust", "friendly", "reign", "reign--leads", "sanctions",
    ]  # fmt: skip


def test_an_edge_says_all_that_is_known_of_it(small: Graph) -> None:
    (edge,) = [edge for edge in edges(Selection(small, Scope(on="1932-06-01"))) if edge["id"] == "distrust"]
    assert edge == {
        "id": "distrust",
        "source": "sylvania",
        "target": "freedonia",
        "statement": "distrust",
        "label": "distrusts",
        "relation": "distrusts",
        "sign": -1,
        "symmetric": False,
        "start": "1931-11-01",
        "certain": True,
        "according_to": ("press",),
        "reported_by": (),
        "said_earliest": "1933-02-01",
        "said_latest": "1933-02-28",
        "status": "actual",
        "wording": "stated",
        "earliest_begin": "1931-11-01",
        "latest_begin": "1931-11-01",
        "earliest_end": "1933-02-01",
        "latest_end": "9999-12-31",
        "when": "1931-11-01/..",
        "evidence": ("gazette, g",),
        "passages": ("https://example.org/f/passage/gazette/locator/g",),
        "disputed": False,
        "iri": "https://example.org/f/statement/distrust",
    }


def test_a_node_says_what_it_is(small: Graph) -> None:
    assert next(nodes(Selection(small))) == {
        "id": "firefly",
        "label": "Firefly",
        "kind": "person",
        "evidence": (),
        "passages": (),
        "disputed": False,
        "iri": "https://example.org/f/actor/firefly",
    }


def test_several_datings_their_evidence_and_all_reporters_are_told(tmp_path: Path) -> None:
    folder = shutil.copytree(SMALL, tmp_path / "corpus")
    for name, text in (("events/vote.yaml", DATED), ("statements/freedonia.yaml", VOTED), ("conflicts.yaml", CLASH)):
        (folder / name).write_text(text, "utf-8")
    selection = Selection(kg.load(folder))
    (edge,) = [edge for edge in edges(selection) if edge["id"] == "voted"]
    assert edge["when"] == "1931-06; 1931-05"
    assert (edge["start"], edge["end"]) == ("1931-06-01", "1931-06-30")
    assert edge["evidence"] == ("gazette, x", "gazette, y")
    assert edge["reported_by"] == ("press in gazette, 1932", "trentino")
    assert (edge["said_earliest"], edge["said_latest"], edge["wording"]) == ("1931-07-01", "1931-07-31", "hedged")
    (node,) = [node for node in nodes(selection) if node["id"] == "vote"]
    assert (node["kind"], node["when"], node["earliest_begin"], node["disputed"]) == ("vote", "1931-06; 1931-05", "1931-06-01", True)


def test_names_of_attributes_are_told_once() -> None:
    for attributes in (NODE, EDGE):
        names = [attribute.name for attribute in attributes]
        assert len(names) == len(set(names))


def test_values_are_of_the_types_that_are_declared(shipped: Graph) -> None:
    selection = Selection(shipped, Scope(era="2013-2015"))
    for attributes, rows in ((NODE, nodes(selection)), (EDGE, edges(selection))):
        types = {attribute.name: attribute.type for attribute in attributes}
        for row in rows:
            for name in row.keys() & types.keys():
                value = row[name]
                assert type(value[0] if isinstance(value, tuple) and value else value) in (types[name], tuple)
