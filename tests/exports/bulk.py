"""A small strict reader of the files of Neo4j's bulk import, by the header format that its operations manual lays down."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

__all__ = ["Imported", "bulk", "header_of"]

# What neo4j-admin takes without options of its own: a name, a type, maybe an array. Names end at the first colon.
_FIELD = re.compile(
    r"(?P<name>\w*)(?::(?P<type>ID|LABEL|START_ID|END_ID|TYPE|int|long|double|boolean|date|string)(?P<many>\[\])?)?", re.ASCII
)
_READ: Mapping[str, Callable[[str], Any]] = {
    "int": int,
    "long": int,
    "double": float,
    "boolean": {"true": True, "false": False}.__getitem__,
    "date": date.fromisoformat,
    "string": str,
}
_NODE, _RELATIONSHIP = {"ID", "LABEL"}, {"START_ID", "END_ID", "TYPE"}


@dataclass(frozen=True, slots=True)
class Imported:
    """Nodes by id, each with its labels and properties; relationships as start, end, type, properties."""

    nodes: dict[str, tuple[frozenset[str], dict[str, Any]]] = field(default_factory=dict)
    relationships: list[tuple[str, str, str, dict[str, Any]]] = field(default_factory=list)


def header_of(path: Path) -> list[tuple[str, str, bool]]:
    """Name, type, and whether it is an array, of each field. Raises `AssertionError` for what the import would not take."""
    found = []
    for text in next(_rows(path)):
        match = _FIELD.fullmatch(text)
        assert match, f"{path.name}: no field {text!r}"
        found.append((match["name"], match["type"] or "string", bool(match["many"])))
    roles = [type for _, type, _ in found if type.isupper()]
    assert set(roles) in (_NODE, _RELATIONSHIP), f"{path.name}: {roles}"
    assert len(set(roles)) == len(roles), f"{path.name}: {roles}"
    names = [name for name, *_ in found if name]
    assert len(set(names)) == len(names), f"{path.name}: a property stands twice"
    return found


def bulk(folder: Path, separator: str) -> Imported:
    """All that the files hold. Raises `AssertionError` where an id stands twice or an end is missing, as the import would."""
    found = Imported()
    for path in sorted(folder.glob("nodes-*.csv")):
        for roles, properties in _entries(path, separator):
            assert roles["ID"] not in found.nodes, f"{path.name}: {roles['ID']} stands twice"
            found.nodes[roles["ID"]] = frozenset(roles["LABEL"].split(separator)), properties
    for path in sorted(folder.glob("relationships-*.csv")):
        for roles, properties in _entries(path, separator):
            start, end = roles["START_ID"], roles["END_ID"]
            assert {start, end} <= found.nodes.keys(), f"{path.name}: {start} or {end} is no node"
            found.relationships.append((start, end, roles["TYPE"], properties))
    return found


def _entries(path: Path, separator: str) -> Iterator[tuple[dict[str, str], dict[str, Any]]]:
    fields, rows = header_of(path), _rows(path)
    next(rows)
    for row in rows:
        assert len(row) == len(fields), f"{path.name}: {row}"
        cells = list(zip(fields, row, strict=True))
        roles = {type: cell for (_, type, _), cell in cells if type.isupper()}
        assert all(roles.values()), f"{path.name}: {row}"
        yield roles, {name: _value(type, many, cell, separator) for (name, type, many), cell in cells if not type.isupper()}


def _value(type: str, many: bool, cell: str, separator: str) -> Any:
    """An empty field is a property that is not there; so is an empty array."""
    if many:
        return [_READ[type](each) for each in cell.split(separator)] if cell else []
    return _READ[type](cell) if cell else None


def _rows(path: Path) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(path.read_bytes().decode(), newline=""), strict=True)
