"""The SPARQL engine: the only package that knows pyoxigraph."""

from kg.store.disk import DiskStore, load_piece
from kg.store.dumping import dumped, streamed
from kg.store.formats import FORMATS, GRAPHS, TABLES, Format
from kg.store.memory import Answer, Store, read_quads, read_turtle
from kg.store.reading import ACCEPT_ROWS, ACCEPT_TRIPLES, Received
from kg.store.writing import ALL, Most, Written

__all__ = [
    "ACCEPT_ROWS",
    "ACCEPT_TRIPLES",
    "ALL",
    "FORMATS",
    "GRAPHS",
    "TABLES",
    "Answer",
    "DiskStore",
    "Format",
    "Most",
    "Received",
    "Store",
    "Written",
    "dumped",
    "load_piece",
    "read_quads",
    "read_turtle",
    "streamed",
]
