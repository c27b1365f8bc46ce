"""The network that the network formats must hold, had from `kg.Graph.network` and from queries, not from the exports."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

import kg
from kg.exports.export import contents, format_of
from kg.graph import Graph
from kg.model.records import folder
from kg.query.scope import EVER, Scope

__all__ = ["FORMATS", "HOSTILE", "SMALL", "Elements", "edges_of", "hostile", "nodes_of", "plain", "written"]

Elements = dict[str, dict[str, str]]  # by id, the attributes of nodes or edges
FORMATS = ("gexf", "graphml", "cytoscape", "edges")
SMALL = Path(__file__).parents[1] / "freedonia"
# Labels in place of others.
HOSTILE = {"Freedonia": "=cmd('x') \"no\" <b>&amp;</script>]]> \n\r\t \U0001f600 \u202ertl", "Sylvania": "-2+3, \u2028; \x85\x7f"}
_COMMON = {
    "when": """SELECT ?r ?value { { ?r kg:when ?value } UNION { ?r kg:dating/kg:when ?value } UNION
        { ?r kg:derivedStatement true ; prov:wasDerivedFrom/kg:dating/kg:when ?value FILTER NOT EXISTS { ?r kg:when ?own } } }""",
    "passages": "SELECT ?r ?value { ?r cito:citesAsEvidence|(kg:dating/cito:citesAsEvidence) ?value }",
    "earliest_begin": "SELECT ?r ?value { ?r sem:hasEarliestBeginTimeStamp ?value }",
    "latest_begin": "SELECT ?r ?value { ?r sem:hasLatestBeginTimeStamp ?value }",
    "earliest_end": "SELECT ?r ?value { ?r sem:hasEarliestEndTimeStamp ?value }",
    "latest_end": "SELECT ?r ?value { ?r sem:hasLatestEndTimeStamp ?value }",
    "disputed": "SELECT ?r ?value { ?r kg:disputed ?value }",
}
_OF_EDGES = {
    "label": "SELECT ?r ?value { ?r rdf:predicate/rdfs:label ?value }",
    "reported_by": """SELECT ?r (CONCAT(?by, COALESCE(CONCAT(" in ", ?in), ""), COALESCE(CONCAT(", ", STR(?said)), "")) AS ?value) {
        ?r prov:qualifiedAttribution ?report . ?report kg:step ?step ; prov:agent ?agent
        OPTIONAL { ?report kg:reportedIn ?work } OPTIONAL { ?report kg:saidOn ?said }
        BIND(REPLACE(STR(?agent), "^.*/", "") AS ?by) BIND(REPLACE(STR(?work), "^.*/", "") AS ?in) } ORDER BY ?r ?step""",
    "said_earliest": "SELECT ?r ?value { ?r kg:saidEarliest ?value }",
    "said_latest": "SELECT ?r ?value { ?r kg:saidLatest ?value }",
    "status": "SELECT ?r (LCASE(STRAFTER(STR(?it), '#')) AS ?value) { ?r kg:status ?it }",
    "wording": "SELECT ?r (LCASE(STRAFTER(STR(?it), '#')) AS ?value) { ?r kg:wording ?it }",
}
_OPEN = {"start": "0001-01-01", "end": "9999-12-31"}


def written(graph: Graph, format: str, scope: Scope = EVER) -> bytes:
    """The only file of an export."""
    (data,) = contents(graph, format_of(format), scope).values()
    return data if isinstance(data, bytes) else b"".join(data)


def edges_of(graph: Graph, **time: Any) -> Elements:
    """What each edge must say, by the statement's id, in the form of `plain`."""
    said = _said(graph, tuple(_COMMON | _OF_EDGES))
    found: Elements = {}
    for source, target, name, data in graph.network(**time).edges(keys=True, data=True):
        iri = f"{graph.stored.base}statement/{name}"
        row = {"source": source, "target": target, "statement": name, "iri": iri} | data | said[iri]
        row |= {"start": row["earliest_begin"], "end": row["latest_end"]}
        if not time.keys() - {"as_seen_by"}:
            del row["certain"]
        found[name] = plain(row)
    return found


def nodes_of(graph: Graph, **time: Any) -> Elements:
    """What each node must say, by the entity's id, in the form of `plain`; its evidence by passage alone."""
    said = _said(graph, tuple(_COMMON))
    found: Elements = {}
    for name, data in graph.network(**time).nodes(data=True):
        iri = f"{graph.stored.base}{folder(graph.records.records.by_id[name])}/{name}"
        found[name] = plain({"disputed": False, "iri": iri} | data | said.get(iri, {}))
    return found


@cache
def _said(graph: Graph, attributes: tuple[str, ...]) -> Mapping[str, dict[str, Any]]:
    """What queries say of each record, by its IRI."""
    found: dict[str, dict[str, Any]] = {}
    for name in attributes:
        for row in graph.query((_COMMON | _OF_EDGES)[name]):
            if name in ("when", "passages", "reported_by"):
                found.setdefault(row["r"], {}).setdefault(name, []).append(row["value"])
            else:
                found.setdefault(row["r"], {})[name] = row["value"]
    return found


def plain(row: Mapping[str, Any]) -> dict[str, str]:
    """The same of every tool: all as text, passages and datings sorted; without what is empty or open, and without spells."""
    flat = {name: _text(value) for name, value in row.items() if value is not None and name != "spells"}
    for name in flat.keys() & {"when", "passages"}:
        flat[name] = "; ".join(sorted(flat[name].split("; ")))
    return {name: value for name, value in flat.items() if value and _OPEN.get(name) != value}


def _text(value: Any) -> str:
    if isinstance(value, list | tuple):
        return "; ".join(value)
    text = str(int(value) if isinstance(value, float) else value)
    return text.lower() if text in ("True", "False") else text


def hostile(folder: Path) -> Graph:
    """The small corpus, with labels that break what does not guard itself."""
    shutil.copytree(SMALL, folder)
    actors = folder / "actors" / "all.yaml"
    text = actors.read_text("utf-8")
    for label, other in HOSTILE.items():
        quoted = yaml.dump(other, default_style='"', width=1000).strip()
        text = text.replace(f"label: {label}}}", f"label: {quoted}}}")
    actors.write_text(text, "utf-8")
    return kg.load(folder)
