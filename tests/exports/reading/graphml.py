"""Who reads GraphML."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from tests.exports.reading.networks import Read, counted, installed, of_igraph, of_networkx
from tests.exports.reading.reader import Reader

__all__ = ["READERS", "by_igraph"]


def _networkx(file: Path, _: Path) -> str:
    import networkx

    return counted(of_networkx(networkx.read_graphml(file, edge_key_type=str)))


def by_igraph(file: Path) -> Read:
    """What igraph reads."""
    return of_igraph(import_module("igraph").Graph.Read_GraphML(str(file)))


READERS = (
    Reader("networkx", "graphml", version=installed("networkx"), read=_networkx),
    Reader("python-igraph", "graphml", version=installed("igraph"), read=lambda file, _: counted(by_igraph(file))),
)
