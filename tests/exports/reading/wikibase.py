"""What reads Wikidata-style statements."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import rdflib

from tests.exports import rapper
from tests.exports.reading.reader import Reader

__all__ = ["READERS"]

_STATEMENTS = "SELECT (COUNT(*) AS ?n) { ?statement a <http://wikiba.se/ontology#Statement> }"
_REFERENCES = "SELECT (COUNT(*) AS ?n) { ?statement <http://www.w3.org/ns/prov#wasDerivedFrom>/a <http://wikiba.se/ontology#Reference> }"


def _pyoxigraph(file: Path, _: Path) -> str:
    store = ox.Store()
    store.bulk_load(path=str(file), format=ox.RdfFormat.TURTLE)
    return f"{_asked(store, _STATEMENTS):,} statements, {_asked(store, _REFERENCES):,} references"


def _asked(store: ox.Store, query: str) -> int:
    rows = store.query(query)
    assert isinstance(rows, ox.QuerySolutions)
    return int(next(rows)["n"].value)


def _rdflib(file: Path, _: Path) -> str:
    return f"{len(rdflib.Graph().parse(file, format='turtle')):,} triples"


def _rapper(file: Path, _: Path) -> str:
    return f"{rapper.counted(file, 'turtle'):,} triples"


READERS = (
    Reader("pyoxigraph", "wikibase", version=lambda _: ox.__version__, read=_pyoxigraph),
    Reader("rdflib", "wikibase", version=lambda _: rdflib.__version__, read=_rdflib),
    Reader("rapper", "wikibase", version=rapper.version, read=_rapper, needs=("rapper",)),
)
