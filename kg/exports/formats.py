"""All export formats, by name."""

from __future__ import annotations

from collections.abc import Mapping

from kg.exports import jsonld, nanopub, rdf, rdf12
from kg.exports.csvw import format as csvw
from kg.exports.format import Format
from kg.exports.ftm import format as ftm
from kg.exports.neo4j import format as neo4j
from kg.exports.networks import cytoscape, edges, gexf, graphml
from kg.exports.package import package
from kg.exports.parquet import format as parquet
from kg.exports.stix import format as stix
from kg.exports.wikibase import format as wikibase

__all__ = ["FORMATS"]

_FORMATS = (
    *rdf.FORMATS,
    jsonld.FORMAT,
    rdf12.FORMAT,
    wikibase.FORMAT,
    nanopub.FORMAT,
    gexf.FORMAT,
    graphml.FORMAT,
    cytoscape.FORMAT,
    edges.FORMAT,
    csvw.FORMAT,
    parquet.FORMAT,
    neo4j.FORMAT,
    ftm.FORMAT,
    stix.FORMAT,
)
FORMATS: Mapping[str, Format] = {format.name: format for format in (*_FORMATS, package(_FORMATS))}
