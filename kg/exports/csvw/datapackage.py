"""The same tables described as a Data Package, for tools that know Frictionless and not CSV on the Web."""

from __future__ import annotations

from typing import Any

from kg.exports.csvw.layout import READING, SEPARATOR, columns_in, described, referring
from kg.exports.selection import Selection
from kg.exports.tables.all import TABLES
from kg.exports.tables.table import Column, Table, Type

__all__ = ["datapackage"]

_TYPES = {
    Type.TEXT: "string",
    Type.NAME: "string",
    Type.WORD: "string",
    Type.EDTF: "string",
    Type.DAY: "date",
    Type.ADDRESS: "string",
    Type.INTEGER: "integer",
    Type.DECIMAL: "number",
    Type.FLAG: "boolean",
}


def datapackage(selection: Selection) -> dict[str, Any]:
    """The descriptor of the package, as JSON."""
    corpus = selection.resolved.records.corpus
    return {
        "title": corpus.title,
        "description": " ".join(filter(None, (corpus.description, READING))),
        "version": corpus.version,
        "licenses": [{"path": corpus.licence}],
        "resources": [_resource(table) for table in TABLES.values()],
    }


def _resource(table: Table) -> dict[str, Any]:
    return {
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.csv",
        "title": table.title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(column) for column in columns_in(table)],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {"fields": [column.name], "reference": {"resource": "" if other is table else other.name, "fields": list(other.key)}}
                for column, other in referring(table, required=False)
            ],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    type = _TYPES[column.type]
    limits = {
        **({"required": True} if column.required else {}),
        **({"enum": list(column.words)} if column.words and not column.many else {}),
    }
    return {
        "name": column.name,
        **({"description": note} if (note := described(column)) else {}),
        **({"type": "list", "delimiter": SEPARATOR, "itemType": type} if column.many else {"type": type}),
        **({"constraints": limits} if limits else {}),
    }
