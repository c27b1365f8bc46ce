"""What the four network formats share: each, read back by tools of others, says what the records say."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import networkx
import pytest

from kg.graph import Graph
from kg.query.scope import Scope
from tests.exports.drawn import FORMATS, HOSTILE, SMALL, Elements, edges_of, hostile, nodes_of, plain, written
from tests.exports.reading import cytoscape, edges, gexf, graphml
from tests.exports.reading.networks import Read, of_networkx
from tests.exports.reading.networks import cytoscape as by_cytoscape
from tests.exports.reading.networks import graphology as by_graphology
from tests.exports.reading.reader import Reader

READERS = (*gexf.READERS, *graphml.READERS, *cytoscape.READERS, *edges.READERS)
TIMES: tuple[Mapping[str, Any], ...] = (
    {},
    {"era": "2013-2015"},
    {"during": "2014-03/2016", "certain": True, "as_seen_by": "russia"},
    {"as_seen_by": "gilbert-rozman"},
)


def by_pandas(file: Path, _: Path) -> Read:
    import pandas

    return edges.by_networkx(pandas.read_csv(file, keep_default_na=False))


# By tool: the format, what the tool does not tell, and how it reads.
TOOLS: dict[str, tuple[str, set[str], Callable[[Path, Path], Read]]] = {
    "networkx of gexf": ("gexf", set(), lambda file, _: of_networkx(networkx.read_gexf(file))),
    # Of times it reads those in attributes.
    "graphology": ("gexf", {"start", "end"}, by_graphology),
    "networkx of graphml": ("graphml", set(), lambda file, _: of_networkx(networkx.read_graphml(file, edge_key_type=str))),
    "igraph": ("graphml", set(), lambda file, _: graphml.by_igraph(file)),
    "networkx of cytoscape": ("cytoscape", set(), lambda file, _: of_networkx(networkx.cytoscape_graph(json.loads(file.read_bytes())))),
    "cytoscape": ("cytoscape", set(), by_cytoscape),
    "csv": ("edges", set(), lambda file, _: edges.of_csv(file)),
    # It makes the statement the key of the edge.
    "pandas": ("edges", {"statement"}, by_pandas),
}
_ALL = """
import sys, kg
from kg.exports.export import contents, format_of
for name in sys.argv[2:]:
    for data in contents(kg.load(sys.argv[1]), format_of(name)).values():
        sys.stdout.buffer.writelines(data)
"""
MARKS = {"graphology": pytest.mark.npm, "cytoscape": pytest.mark.npm, "pandas": pytest.mark.judges}


@pytest.fixture(params=[pytest.param(tool, marks=MARKS.get(tool, ())) for tool in TOOLS])
def tool(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def read(request: pytest.FixtureRequest, tool: str, tmp_path: Path) -> Callable[..., tuple[Elements, Elements]]:
    """Exports in the tool's format, and reads that back with the tool."""
    format, _, reading = TOOLS[tool]
    packages = request.getfixturevalue("packages") if MARKS.get(tool) == pytest.mark.npm else tmp_path

    def read(graph: Graph, **time: Any) -> tuple[Elements, Elements]:
        file = tmp_path / "network"
        file.write_bytes(written(graph, format, Scope(**time)))
        nodes, found = reading(file, packages)
        return {name: plain(row) for name, row in nodes.items()}, {name: plain(row) for name, row in found.items()}

    return read


def told(rows: Elements, names: set[str]) -> Elements:
    """Only these attributes."""
    return {name: {key: value for key, value in row.items() if key in names} for name, row in rows.items()}


@pytest.mark.parametrize("time", TIMES, ids=str)
def test_each_tool_reads_what_the_records_say(shipped: Graph, tool: str, read: Callable[..., Read], time: Mapping[str, Any]) -> None:
    nodes, found = read(shipped, **time)
    wanted = edges_of(shipped, **time)
    names = {name for row in wanted.values() for name in row} - TOOLS[tool][1]
    assert len(wanted) > 100
    assert told(found, names) == told(wanted, names)
    entities = nodes_of(shipped, **time)
    names = {name for row in entities.values() for name in row} if TOOLS[tool][0] != "edges" else {"label"}
    assert told(nodes, names) == told(entities, names)


def test_all_edges_that_tools_are_asked_about_say_much(shipped: Graph) -> None:
    rows = edges_of(shipped)
    assert all(
        row.keys() >= {"earliest_begin", "latest_end", "when", "passages", "evidence", "according_to", "sign"} for row in rows.values()
    )
    for name in ("reported_by", "said_earliest"):
        assert sum(name in row for row in rows.values()) > 600
    assert {row["disputed"] for row in rows.values()} == {"true", "false"}
    assert 0 < sum("end" not in row for row in rows.values()) < len(rows)
    assert {row["sign"] for row in rows.values()} == {"-1", "0", "1"}


def test_labels_that_break_things_come_through(read: Callable[..., Read], tool: str, tmp_path: Path) -> None:
    nodes, _ = read(hostile(tmp_path / "corpus"))
    guard = "'" if TOOLS[tool][0] == "edges" else ""
    assert {nodes["freedonia"]["label"], nodes["sylvania"]["label"]} == {guard + label for label in HOSTILE.values()}


def test_a_day_on_which_nothing_holds_is_a_network_of_nothing(small: Graph, read: Callable[..., Read]) -> None:
    assert read(small, on="1900-01-01") == ({}, {})


def test_two_runs_with_other_hash_seeds_give_the_same_bytes() -> None:
    one, other = (
        subprocess.run(
            [sys.executable, "-c", _ALL, str(SMALL), *FORMATS],
            env=os.environ | {"PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    )
    assert len(one) > 10_000
    assert one == other


@pytest.mark.parametrize("reader", [pytest.param(r, marks=[getattr(pytest.mark, need) for need in r.needs]) for r in READERS])
def test_readers_of_others_count_what_is_there(shipped: Graph, reader: Reader, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    file = tmp_path / "network"
    file.write_bytes(written(shipped, reader.format))
    packages = request.getfixturevalue("packages") if "npm" in reader.needs else tmp_path
    network = shipped.network()
    edges = network.number_of_edges()
    counts = f"{edges} edges: {edges} dated, {edges} with a holder, {edges} with evidence"
    assert reader.read(file, packages) == f"{network.number_of_nodes()} nodes, {counts}"
    assert reader.version(packages)[0].isdigit()
