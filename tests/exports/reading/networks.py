"""Networks as third-party tools read them, in one form: nodes and edges with their attributes, by id."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

__all__ = ["Read", "counted", "cytoscape", "graphology", "installed", "of_igraph", "of_networkx", "packaged"]

Read = tuple[dict[str, dict[str, Any]], dict[str, dict[str, Any]]]
_GRAPHOLOGY = """
const { readFileSync } = require("node:fs"), Graph = require("graphology"), gexf = require("graphology-gexf");
const graph = gexf.parse(Graph, readFileSync(process.argv[1], "utf8"));
const nodes = graph.mapNodes((id, data) => [id, data]);
const edges = graph.mapEdges((id, data, source, target) => [id, { ...data, source, target }]);
console.log(JSON.stringify([nodes, edges]));
"""
_CYTOSCAPE = """
const { readFileSync } = require("node:fs"), cytoscape = require("cytoscape");
const drawing = cytoscape(JSON.parse(readFileSync(process.argv[1], "utf8")));
console.log(JSON.stringify([drawing.nodes(), drawing.edges()].map((all) => all.map((one) => [one.id(), one.data()]))));
"""


def of_networkx(graph: Any) -> Read:
    """A graph of networkx: edges by their keys, where there are parallel ones, else by their ids."""
    edges = graph.edges(keys=True, data=True) if graph.is_multigraph() else [(a, b, d["id"], d) for a, b, d in graph.edges(data=True)]
    found = {key: {"source": source, "target": target} | data for source, target, key, data in edges}
    return {name: dict(data) for name, data in graph.nodes(data=True)}, found


def of_igraph(graph: Any) -> Read:
    """A graph of igraph: edges by the statement, since this version gives them the ids of nodes."""
    names = graph.vs["id"]
    found = {e["statement"]: {"source": names[e.source], "target": names[e.target]} | e.attributes() for e in graph.es}
    return {node["id"]: node.attributes() for node in graph.vs}, found


def graphology(file: Path, packages: Path) -> Read:
    """What graphology-gexf reads."""
    return _node(_GRAPHOLOGY, file, packages)


def cytoscape(file: Path, packages: Path) -> Read:
    """What Cytoscape.js reads, without a window."""
    return _node(_CYTOSCAPE, file, packages)


def _node(script: str, file: Path, packages: Path) -> Read:
    run = subprocess.run(["node", "-e", script, str(file)], env=os.environ | {"NODE_PATH": str(packages)}, capture_output=True, check=True)
    nodes, edges = json.loads(run.stdout)
    return dict(nodes), dict(edges)


def counted(read: Read) -> str:
    """How many nodes and edges came in, and how many edges with time, view and evidence."""
    nodes, edges = read
    told = {
        "dated": "earliest_begin",
        "with a holder": "according_to",
        "with evidence": "passages",
    }
    parts = (f"{sum(bool(edge.get(name)) for edge in edges.values()):,} {words}" for words, name in told.items())
    return f"{len(nodes):,} nodes, {len(edges):,} edges: {', '.join(parts)}"


def installed(name: str) -> Callable[[Path], str]:
    """Tells the version of a Python package."""
    return lambda _: version(name)


def packaged(name: str) -> Callable[[Path], str]:
    """Tells the version of an npm package."""
    return lambda packages: str(json.loads((packages / name / "package.json").read_text("utf-8"))["version"])
