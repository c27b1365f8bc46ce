"""GraphML: typed keys, and what networkx's own writer refuses."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import fromstring

import igraph  # type: ignore[import-untyped]
import networkx
import pytest

from kg.exports.networks.links import EDGE, NODE
from kg.graph import Graph
from kg.model.period import Period
from kg.query.scope import Scope
from tests.exports.drawn import written

NAMESPACE = "{http://graphml.graphdrawing.org/xmlns}"


def test_a_small_network_is_this_document(small: Graph) -> None:
    lines = written(small, "graphml", Scope(on="1931-03-15", certain=False, as_seen_by="firefly")).decode().splitlines()
    assert lines[:3] == [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
        "<desc>Freedonia, version 1, https://example.org/licence</desc>",
    ]
    assert '<key id="edge-sign" for="edge" attr.name="sign" attr.type="int"/>' in lines
    assert lines[lines.index('<graph edgedefault="directed">') + 1].startswith(
        '<node id="firefly"><data key="node-label">Firefly</data><data key="node-kind">person</data>'
    )
    (edge,) = [line for line in lines if '<edge id="friendly" source="freedonia" target="sylvania">' in line]
    assert '<data key="edge-sign">1</data><data key="edge-symmetric">false</data><data key="edge-start">1931-03-01</data>' in edge


def test_every_key_is_declared_once_with_its_type(small: Graph) -> None:
    root = fromstring(written(small, "graphml"))
    keys = root.findall(f"{NAMESPACE}key")
    assert len({key.get("id") for key in keys}) == len(keys) == len(NODE) + len(EDGE) - 1  # "certain" is told of a time alone
    assert {(key.get("attr.name"), key.get("attr.type")) for key in keys if key.get("attr.type") != "string"} == {
        ("sign", "int"), ("symmetric", "boolean"), ("disputed", "boolean"),
    }  # fmt: skip
    assert {data.get("key") for data in root.iter(f"{NAMESPACE}data")} <= {key.get("id") for key in keys}


def test_a_reader_that_takes_what_is_missing_for_false_finds_nothing_said_of_certainty_where_no_time_was_asked_about(
    small: Graph, tmp_path: Path
) -> None:
    file = tmp_path / "network.graphml"
    file.write_bytes(written(small, "graphml"))
    assert "certain" not in igraph.Graph.Read_GraphML(str(file)).es.attributes()
    file.write_bytes(written(small, "graphml", Scope(on="1931-03-15")))
    read = igraph.Graph.Read_GraphML(str(file))
    bounds, day = small.records.bounds, Period.parse("1931-03-15")
    assert {edge["statement"]: edge["certain"] for edge in read.es} == {
        edge["statement"]: bounds[edge["statement"]].certainly(day) for edge in read.es
    }


def test_networkx_writes_no_dates_but_reads_those_written_here_and_writes_them_again(small: Graph, tmp_path: Path) -> None:
    file, again = tmp_path / "network.graphml", tmp_path / "again.graphml"
    with pytest.raises(TypeError, match="does not support"):
        networkx.write_graphml(small.network(), file)
    file.write_bytes(written(small, "graphml"))
    network = networkx.read_graphml(file, edge_key_type=str, force_multigraph=True)
    assert network.edges["sylvania", "freedonia", "distrust"]["earliest_begin"] == "1931-11-01"
    assert set(network.edges(keys=True)) == set(small.network().edges(keys=True))
    networkx.write_graphml(network, again)
    assert networkx.utils.graphs_equal(networkx.read_graphml(again, edge_key_type=str, force_multigraph=True), network)
