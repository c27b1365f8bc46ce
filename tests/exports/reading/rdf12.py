"""What reads RDF 1.2."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from tests.exports.reading.reader import Reader

__all__ = ["READERS"]


def _pyoxigraph(file: Path, _: Path) -> str:
    store = ox.Store()
    store.bulk_load(path=str(file), format=ox.RdfFormat.N_QUADS)
    annotated = sum(isinstance(quad.object, ox.Triple) for quad in store)
    return f"{len(store):,} quads, {annotated:,} annotated triples"


READERS = (Reader("pyoxigraph", "rdf12", version=lambda _: ox.__version__, read=_pyoxigraph),)
