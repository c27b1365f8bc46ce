"""GEXF 1.3: its structure, and when nodes and edges are there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import networkx
from hypothesis import given
from hypothesis import strategies as st

from kg.exports.networks.gexf import joined
from kg.graph import Graph
from kg.model.edtf import FIRST_DAY, LAST_DAY
from kg.model.period import Period
from kg.query.scope import Scope
from tests.exports.drawn import written

NAMESPACE = "{http://gexf.net/1.3}"
# After the schema of 1.3: by element, the attributes that it must and may have, and what may stand in it.
GRAMMAR: dict[str, tuple[set[str], set[str], set[str]]] = {
    "gexf": ({"version"}, set(), {"meta", "graph"}),
    "meta": (set(), {"lastmodifieddate"}, {"creator", "keywords", "description"}),
    "creator": (set(), set(), set()),
    "description": (set(), set(), set()),
    "graph": (
        set(),
        {"defaultedgetype", "idtype", "mode", "timeformat", "timerepresentation", "timezone", "start", "end"},
        {"attributes", "nodes", "edges"},
    ),
    "attributes": ({"class"}, {"mode"}, {"attribute"}),
    "attribute": ({"id", "title", "type"}, set(), {"default", "options"}),
    "nodes": (set(), {"count"}, {"node"}),
    "edges": (set(), {"count"}, {"edge"}),
    "node": ({"id"}, {"label", "start", "end"}, {"attvalues", "spells"}),
    "edge": ({"source", "target"}, {"id", "label", "type", "weight", "kind", "start", "end"}, {"attvalues", "spells"}),
    "attvalues": (set(), set(), {"attvalue"}),
    "attvalue": ({"for", "value"}, {"start", "end"}, set()),
    "spells": (set(), set(), {"spell"}),
    "spell": (set(), {"start", "end"}, set()),
}
PERIODS = st.builds(
    lambda start, days: Period(start, start + timedelta(days)), st.dates(date(2013, 12, 1), date(2014, 3, 1)), st.integers(0, 20)
)


def name(element: Element) -> str:
    return element.tag.removeprefix(NAMESPACE)


def found(root: Element, path: str) -> list[Element]:
    return root.findall("/".join(f"{NAMESPACE}{step}" if step != "." else step for step in path.split("/")))


def spell(element: Element) -> Period:
    start, end = element.get("start"), element.get("end")
    return Period(date.fromisoformat(start) if start else FIRST_DAY, date.fromisoformat(end) if end else LAST_DAY)


def spells(element: Element) -> Sequence[Period]:
    return [spell(each) for each in found(element, "spells/spell")] or [spell(element)]


def test_the_small_corpus_is_this_document(small: Graph) -> None:
    lines = written(small, "gexf", Scope(on="1931-06-01", as_seen_by="firefly")).decode().splitlines()
    assert lines[:4] == [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
        "<meta><creator>Comity</creator><description>Freedonia, version 1, https://example.org/licence. Start and end are the first and"
        " the last possible day; a side that is open or unknown is left out.</description></meta>",
        '<graph defaultedgetype="directed" idtype="string" mode="dynamic" timeformat="date" timerepresentation="interval">',
    ]
    root = fromstring("\n".join(lines))
    assert [(node.get("id"), node.get("label"), node.get("start"), node.get("end")) for node in found(root, "graph/nodes/node")] == [
        ("firefly", "Firefly", "1931-01-01", "1933-12-31"),
        ("freedonia", "Freedonia", "1931-01-01", "1933-12-31"),
        ("head-of-freedonia", "Head", "1931-01-01", "1933-12-31"),
        ("sylvania", "Sylvania", "1931-03-01", "1931-09-30"),
    ]
    assert [edge.attrib for edge in found(root, "graph/edges/edge")] == [
        {"id": "friendly", "source": "freedonia", "target": "sylvania", "label": "friendly to", "kind": "friendlyTo"}
        | {"start": "1931-03-01", "end": "1931-09-30"},
        {"id": "reign", "source": "firefly", "target": "head-of-freedonia", "label": "holds office", "kind": "holdsOffice"}
        | {"start": "1931-01-01", "end": "1933-12-31"},
        {"id": "reign--leads", "source": "firefly", "target": "freedonia", "label": "leads", "kind": "leads"}
        | {"start": "1931-01-01", "end": "1933-12-31"},
    ]


def test_elements_attributes_and_order_are_those_of_the_schema(shipped: Graph) -> None:
    root = fromstring(written(shipped, "gexf"))
    for element in root.iter():
        must, may, inside = GRAMMAR[name(element)]
        assert must <= element.attrib.keys() <= must | may
        assert {name(child) for child in element} <= inside
        assert not (inside and (element.text or "").strip())
    assert [name(child) for child in root] == ["meta", "graph"]
    assert [name(child) for child in found(root, "graph")[0]] == ["attributes", "attributes", "nodes", "edges"]


def test_all_that_is_named_is_there_once(shipped: Graph) -> None:
    root = fromstring(written(shipped, "gexf"))
    nodes, edges = found(root, "graph/nodes/node"), found(root, "graph/edges/edge")
    assert set(Counter(element.get("id") for element in [*nodes, *edges]).values()) == {1}
    assert {edge.get(end) for edge in edges for end in ("source", "target")} == {node.get("id") for node in nodes}
    for kind, elements in (("node", nodes), ("edge", edges)):
        (declared,) = [each for each in found(root, "graph/attributes") if each.get("class") == kind]
        names = [each.get("id") for each in declared]
        assert len(names) == len(set(names))
        for element in elements:
            used = [value.get("for") for value in found(element, "attvalues/attvalue")]
            assert [each for each in names if each in used] == used


def test_a_node_is_there_while_its_edges_are_and_in_its_own_time(shipped: Graph) -> None:
    root = fromstring(written(shipped, "gexf"))
    needed: dict[str, list[Period]] = {}
    for edge in found(root, "graph/edges/edge"):
        for end in ("source", "target"):
            needed.setdefault(edge.get(end, ""), []).append(spell(edge))
    own = {key: Period(b.earliest_begin, b.latest_end) for key, b in shipped.records.bounds.items()}
    for node in found(root, "graph/nodes/node"):
        there, ident = spells(node), node.get("id", "")
        wanted = needed[ident] + ([own[ident]] if ident in own else [])
        assert all(any(s.start <= w.start and w.end <= s.end for s in there) for w in wanted)
        assert {s.start for s in there} <= {w.start for w in wanted}
        assert {s.end for s in there} <= {w.end for w in wanted}
        assert all((b.start - a.end).days > 1 for a, b in pairwise(there))
    assert max(len(spells(node)) for node in found(root, "graph/nodes/node")) > 1


@given(st.lists(PERIODS))
def test_joined_periods_are_the_same_days_in_fewer(periods: list[Period]) -> None:
    def days(some: Iterable[Period]) -> list[int]:
        return [day for period in some for day in range(period.start.toordinal(), period.end.toordinal() + 1)]

    result = joined(periods)
    assert days(result) == sorted(set(days(periods)))
    assert all((b.start - a.end).days > 1 for a, b in pairwise(result))


def test_a_period_without_end_swallows_what_comes_later() -> None:
    assert joined([Period.parse("2014"), Period(date(2013, 6, 1), LAST_DAY), Period.parse("2012")]) == [
        Period.parse("2012"),
        Period(date(2013, 6, 1), LAST_DAY),
    ]


def test_networkx_reads_spells_of_nodes_and_times_of_edges(small: Graph, tmp_path: Path) -> None:
    file = tmp_path / "network.gexf"
    file.write_bytes(written(small, "gexf"))
    network = networkx.read_gexf(file, version="1.3")
    assert (network.graph["mode"], network.is_directed()) == ("dynamic", True)
    assert network.nodes["sylvania"]["spells"] == [("1931-03-01", "1931-09-30"), ("1931-11-01", "None")]
    assert network.edges["sylvania", "freedonia", "distrust"]["start"] == "1931-11-01"
    assert "end" not in network.edges["sylvania", "freedonia", "distrust"]
