"""How Neo4j is told to load the files: Cypher, and words for its bulk import."""

from __future__ import annotations

from kg.exports.neo4j.layout import EDGES, NODES, SEPARATOR, header
from kg.exports.selection import Selection
from kg.exports.tables.table import Column, Type

__all__ = ["readme", "script"]

_SEPARATOR = f"'\\u{ord(SEPARATOR):04X}'"
# What turns a text into the value of a property.
_MADE = {Type.DAY: "date({})", Type.INTEGER: "toInteger({})", Type.DECIMAL: "toFloat({})", Type.FLAG: "toBoolean({})"}


def script() -> str:
    """Cypher that loads all files from the server's import folder, into an empty database."""
    return "\n".join(
        [
            "// For Neo4j 5.26 or later, into an empty database; see README.txt.",
            "CREATE CONSTRAINT resource_id IF NOT EXISTS FOR (n:Resource) REQUIRE n.id IS UNIQUE;",
            *(_nodes(each.file, each.columns) for each in NODES),
            *(_edges(each.file, each.columns) for each in EDGES),
            "",
        ]
    )


def _nodes(file: str, columns: tuple[Column, ...]) -> str:
    return f"""
LOAD CSV WITH HEADERS FROM 'file:///{file}' AS row
CREATE (n:$(split(row.`:LABEL`, {_SEPARATOR})))
SET n = {{{", ".join(["`id`: row.`id:ID`", *map(_property, columns)])}}};"""


def _edges(file: str, columns: tuple[Column, ...]) -> str:
    return f"""
LOAD CSV WITH HEADERS FROM 'file:///{file}' AS row
MATCH (a:Resource {{id: row.`:START_ID`}})
MATCH (b:Resource {{id: row.`:END_ID`}})
CREATE (a)-[r:$(row.`:TYPE`)]->(b)
SET r = {{{", ".join(map(_property, columns))}}};"""


def _property(column: Column) -> str:
    text, made = f"row.`{header(column)}`", _MADE.get(column.type, "{}")
    if not column.many:
        return f"`{column.name}`: {made.format(text)}"
    values = f"split({text}, {_SEPARATOR})"
    return f"`{column.name}`: " + (values if made == "{}" else f"[each IN {values} | {made.format('each')}]")


def readme(selection: Selection) -> str:
    """What the files are, and how to load them."""
    corpus = selection.resolved.records.corpus
    files = [f"--nodes={each.file}" for each in NODES] + [f"--relationships={each.file}" for each in EDGES]
    command = " \\\n  ".join(
        [
            "neo4j-admin database import full neo4j",
            "--overwrite-destination",
            "--multiline-fields=true",
            f'--array-delimiter="U+{ord(SEPARATOR):04X}"',
            *files,
        ]
    )
    return f"""{corpus.title}, {corpus.version}
{corpus.licence}

In bulk, in this folder, with the server stopped (it replaces the database neo4j):

{command}

Or with the server running and the database empty: copy the files to its import folder, set
db.import.csv.legacy_quote_escaping=false, and run

cypher-shell --file load.cypher

Every node has the label Resource and a unique id; the rest of its IRI is {corpus.base}
and the kind of record. A statement is a node; one that holds, is actual and is not negated is a
relationship between its parties too, with the same id. Its type is the kind of relation, its sign 1
(friendly), -1 (unfriendly) or 0. Relationships in capitals are references between records.

Bounds are days, inclusive: 0001-01-01 and 9999-12-31 mean that this side is open. Whose view it is
stands in according_to: ids of actors, or the word undisputed. Figures are doubles. Values of an
array are parted by the control character U+{ord(SEPARATOR):04X}; one within a value is U+FFFD here.
"""
