"""Where ontology, shipped corpus and cache lie, in a checkout and in an installed package."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from kg.errors import FileError

__all__ = ["cache_folder", "ontology", "package_root", "package_sources", "shipped_corpus"]

_HERE = Path(__file__).parent


def ontology() -> Path:
    """The folder of ``kg.ttl``, ``relations.ttl``, ``shapes.ttl``, ``alignments.ttl``, ``plover.ttl`` and ``context.jsonld``."""
    return _shipped("ontology")


def shipped_corpus() -> Path:
    """The corpus that is asked where no other is named."""
    return _shipped("data/peninsula")


def package_root() -> Path:
    """The folder of the program's own modules."""
    return _HERE


def package_sources() -> list[Path]:
    """The modules that decide what a data set looks like: what is kept in the cache depends on them."""
    places = ["model", "rdf", "readers", "dataset", "index", "store"]
    found = (_HERE / place for place in places)
    return sorted(file for place in found for file in (place.rglob("*.py") if place.is_dir() else [place]))


def cache_folder() -> Path:
    """The user's cache: ``$XDG_CACHE_HOME/comity``, or what the system has in its place."""
    if given := os.environ.get("XDG_CACHE_HOME"):
        return Path(given) / "comity"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "comity"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "comity"
    return Path.home() / ".cache" / "comity"


def _shipped(name: str) -> Path:
    for place in (_HERE.parent / name, _HERE / "shipped" / name):
        if place.is_dir():
            return place
    raise FileError(_HERE / "shipped" / name, "missing: the installed package is incomplete, install it again")
