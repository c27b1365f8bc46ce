"""Which statements hold when, and in whose view: numpy columns, no SPARQL."""

from kg.index.answers import Change, Count, Extent, Neighbour, Pair, Triangles, Turn
from kg.index.index import Index
from kg.index.kept import from_bytes, to_bytes
from kg.index.making import index_of
from kg.index.rows import Link, Row
from kg.index.selected import Selected
from kg.index.speakers import Speakers

__all__ = [
    "Change", "Count", "Extent", "Index", "Link", "Neighbour", "Pair", "Row", "Selected", "Speakers", "Triangles", "Turn",
    "from_bytes", "index_of", "to_bytes",
]  # fmt: skip
