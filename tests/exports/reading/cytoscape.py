"""Who reads the JSON of Cytoscape.js."""

from __future__ import annotations

import json
from pathlib import Path

from tests.exports.reading.networks import counted, cytoscape, installed, of_networkx, packaged
from tests.exports.reading.reader import Reader

__all__ = ["READERS"]


def _networkx(file: Path, _: Path) -> str:
    import networkx

    return counted(of_networkx(networkx.cytoscape_graph(json.loads(file.read_bytes()))))


READERS = (
    Reader("networkx", "cytoscape", version=installed("networkx"), read=_networkx),
    Reader(
        "cytoscape",
        "cytoscape",
        version=packaged("cytoscape"),
        read=lambda file, packages: counted(cytoscape(file, packages)),
        needs=("npm",),
    ),
)
