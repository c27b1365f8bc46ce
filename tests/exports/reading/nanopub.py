"""What reads nanopublications."""

from __future__ import annotations

import warnings
from collections import defaultdict
from importlib.metadata import version
from pathlib import Path

import pyoxigraph as ox

from tests.exports import rapper
from tests.exports.reading.reader import Reader

__all__ = ["READERS"]

_EVERY = 10  # the library needs 30 ms for each


def _nanopub(file: Path, _: Path) -> str:
    from nanopub.nanopub import Nanopub
    from rdflib import ConjunctiveGraph

    publications: dict[str, list[str]] = defaultdict(list)
    for quad in ox.parse(path=str(file), format=ox.RdfFormat.TRIG):
        publications[str(quad.graph_name).rpartition("/")[0]].append(f"{quad} .\n")
    chosen = list(publications.values())[::_EVERY]
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "ConjunctiveGraph is deprecated", DeprecationWarning)
        for lines in chosen:
            graph = ConjunctiveGraph()
            graph.parse(data="".join(lines), format="nquads")
            if Nanopub(rdf=graph).is_valid is not True:
                raise ValueError(lines[0])
    return f"{len(chosen):,} of {len(publications):,} nanopublications, all valid"


def _rapper(file: Path, _: Path) -> str:
    return f"{rapper.counted(file, 'trig'):,} quads"


READERS = (
    Reader("nanopub", "nanopub", version=lambda _: version("nanopub"), read=_nanopub),
    Reader("rapper", "nanopub", version=rapper.version, read=_rapper, needs=("rapper",)),
)
