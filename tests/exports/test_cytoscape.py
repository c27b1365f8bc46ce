"""The JSON of Cytoscape.js."""

from __future__ import annotations

import json

import networkx

from kg.graph import Graph
from kg.query.scope import Scope
from tests.exports.drawn import written


def test_elements_have_data_with_ids_and_lists_stay_lists(small: Graph) -> None:
    document = json.loads(written(small, "cytoscape", Scope(on="1931-12-01", as_seen_by="press")))
    assert document["data"] == {"title": "Freedonia", "version": "1", "licence": "https://example.org/licence"}
    assert [node["data"]["id"] for node in document["elements"]["nodes"]] == ["firefly", "freedonia", "head-of-freedonia", "sylvania"]
    assert document["elements"]["nodes"][0] == {
        "data": {
            "id": "firefly",
            "label": "Firefly",
            "kind": "person",
            "evidence": [],
            "passages": [],
            "disputed": False,
            "iri": "https://example.org/f/actor/firefly",
            "value": "firefly",
            "name": "Firefly",
        }
    }
    edge = document["elements"]["edges"][0]["data"]
    assert {key: edge[key] for key in ("id", "key", "source", "target", "sign", "certain", "according_to", "evidence")} == {
        "id": "distrust",
        "key": "distrust",
        "source": "sylvania",
        "target": "freedonia",
        "sign": -1,
        "certain": True,
        "according_to": ["press"],
        "evidence": ["gazette, g"],
    }


def test_networkx_makes_the_same_network_of_it(shipped: Graph) -> None:
    network = networkx.cytoscape_graph(json.loads(written(shipped, "cytoscape")))
    assert isinstance(network, networkx.MultiDiGraph)
    assert set(network.edges(keys=True)) == set(shipped.network().edges(keys=True))
    assert network.graph["title"] == shipped.records.records.corpus.title


def test_no_element_has_the_id_of_another(shipped: Graph) -> None:
    elements = json.loads(written(shipped, "cytoscape"))["elements"]
    ids = [element["data"]["id"] for element in (*elements["nodes"], *elements["edges"])]
    assert len(ids) == len(set(ids))
