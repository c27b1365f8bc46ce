"""Who reads GEXF."""

from __future__ import annotations

from pathlib import Path

from tests.exports.reading.networks import counted, graphology, installed, of_networkx, packaged
from tests.exports.reading.reader import Reader

__all__ = ["READERS"]


def _networkx(file: Path, _: Path) -> str:
    import networkx

    return counted(of_networkx(networkx.read_gexf(file)))


READERS = (
    Reader("networkx", "gexf", version=installed("networkx"), read=_networkx),
    Reader(
        "graphology-gexf",
        "gexf",
        version=packaged("graphology-gexf"),
        read=lambda file, packages: counted(graphology(file, packages)),
        needs=("npm",),
    ),
)
