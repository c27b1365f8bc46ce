"""Every format that can be imported, by name."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from kg.errors import UnknownName
from kg.readers.foreign.format import Format

__all__ = ["RDF", "format_named", "told_formats"]

RDF = "rdf"  # our own, whose records come whole: no table of rows
# Where each lies, and what it is, for the help.
_FORMATS: Mapping[str, tuple[str, str]] = {
    RDF: ("", "this program's own RDF"),
    "table": ("table", "any CSV, TSV or Parquet, with a mapping"),
    "icews": ("icews", "raw events of the Integrated Crisis Early Warning System"),
    "tkg": ("tkg", "quadruples or quintuples of temporal-graph benchmarks, with id dictionaries or without"),
    "cow-alliances": ("cow_alliances", "alliances by the Correlates of War, dyad by dyad or year by year"),
    "un-votes": ("un_votes", "the General Assembly: a file of roll calls, a file of votes"),
    "unsc-vetoes": ("unsc_vetoes", "the Security Council: vetoes of its permanent members"),
}


def format_named(name: str) -> Format | None:
    """The format; none is `RDF`. Raises `UnknownName` with the nearest ones."""
    if name not in _FORMATS:
        raise UnknownName("format", name, _FORMATS)
    module = _FORMATS[name][0]
    if not module:
        return None
    found: Format = import_module(f"kg.readers.foreign.{module}").FORMAT
    return found


def told_formats() -> list[tuple[str, str]]:
    """The formats, with what each is."""
    return [(name, what) for name, (_, what) in _FORMATS.items()]
