"""What the metadata of CSV on the Web say of the tables: types, keys, properties, IRIs."""

from __future__ import annotations

from typing import Any

from kg.exports.csvw.layout import READING, SEPARATOR, columns_in, described, referring
from kg.exports.selection import Selection
from kg.exports.tables.all import TABLES
from kg.exports.tables.table import Column, Table, Type
from kg.rdf import namespaces as ns

__all__ = ["csvw_metadata"]

_DATATYPES: dict[Type, Any] = {
    Type.TEXT: "string",
    Type.NAME: "string",
    Type.EDTF: {"@id": ns.EDTF + "EDTF", "base": "string"},
    Type.DAY: "date",
    Type.ADDRESS: "anyURI",
    Type.INTEGER: "integer",
    Type.DECIMAL: "decimal",
    Type.FLAG: "boolean",
}


def csvw_metadata(selection: Selection) -> dict[str, Any]:
    """The metadata of all tables, as JSON."""
    corpus = selection.resolved.records.corpus
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": corpus.title,
        **({"dc:description": corpus.description} if corpus.description else {}),
        **({"dc:issued": corpus.issued} if corpus.issued else {}),
        "dc:license": {"@id": corpus.licence},
        "schema:version": corpus.version,
        "void:uriSpace": corpus.base,
        "rdfs:comment": READING,
        "tables": [_table(table, corpus.base) for table in TABLES.values()],
    }


def _table(table: Table, base: str) -> dict[str, Any]:
    return {
        "url": f"{table.name}.csv",
        "dc:title": table.title,
        "tableSchema": {
            **({"aboutUrl": f"{base}{table.path}/{{{table.key[0]}}}"} if table.path else {}),
            "columns": [_column(column, base if table.path else None) for column in columns_in(table)],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {"columnReference": [column.name], "reference": {"resource": f"{other.name}.csv", "columnReference": list(other.key)}}
                for column, other in referring(table, required=True)  # of others it would be a fault that a cell is empty
            ],
        },
    }


def _column(column: Column, base: str | None) -> dict[str, Any]:
    """``base`` is none where the rows have no IRI, of which a cell could be a property."""
    return {
        "name": column.name,
        **({"dc:description": note} if (note := described(column)) else {}),
        "datatype": {"base": "string", "format": "|".join(column.words)} if column.words else _DATATYPES[column.type],
        **({"separator": SEPARATOR} if column.many else {}),
        **({"required": True} if column.required else {}),
        **({"lang": "en"} if column.english else {}),
        **(_property(column, base) if base else {}),
    }


def _property(column: Column, base: str) -> dict[str, str]:
    """The property, where the cell is a literal, or its IRI can be told from the cell alone."""
    if column.property is None or column.many or column.type is Type.WORD:
        return {}
    if column.type is not Type.NAME:
        return {"propertyUrl": column.property}
    table = TABLES.get(column.refers or "")
    within = column.within or (f"{base}{table.path}/" if table and table.path else "")
    return {"propertyUrl": column.property, "valueUrl": f"{within}{{{column.name}}}"} if within else {}
