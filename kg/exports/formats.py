"""All export formats, by name."""

from __future__ import annotations

from collections.abc import Mapping

from kg.exports import rdf
from kg.exports.format import Format

__all__ = ["FORMATS"]

FORMATS: Mapping[str, Format] = {format.name: format for format in (*rdf.FORMATS,)}
