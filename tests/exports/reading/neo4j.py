"""What reads the files for Neo4j, of which no server is at hand: another engine of Cypher."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tests.exports.reading.reader import Reader

__all__ = ["READERS", "engine"]

_TYPES = {"int": "INT64", "double": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE"}
_OPTIONS = "(header=true, parallel=false, escape='\"')"

Ask = Callable[[str], list[list[Any]]]


def engine(folder: Path, database: Path) -> Ask:
    """Load the files into Ladybug, all nodes as one table, and each file of relationships as one; what answers Cypher then.

    It refuses an id that stands twice, a relationship to no node, and a value that is not of its column's type.
    """
    ladybug = import_module("ladybug")
    connection = ladybug.Connection(ladybug.Database(str(database)))
    connection.execute("CREATE NODE TABLE Resource(id STRING PRIMARY KEY, labels STRING)")
    for path in sorted(folder.glob("nodes-*.csv")):
        connection.execute(f"COPY Resource FROM (LOAD FROM '{path}' {_OPTIONS} RETURN `id:ID`, `:LABEL`)")
    for path in sorted(folder.glob("relationships-*.csv")):
        name = path.stem.removeprefix("relationships-")
        with path.open(encoding="utf-8", newline="") as file:
            _, _, kind, *columns = next(csv.reader(file))
        assert kind == ":TYPE"
        connection.execute(f"CREATE REL TABLE `{name}`(FROM Resource TO Resource, {', '.join(['type STRING', *map(_column, columns)])})")
        connection.execute(f"COPY `{name}` FROM '{path}' {_OPTIONS}")
    return lambda query: list(connection.execute(query).get_all())


def _column(header: str) -> str:
    name, _, kind = header.partition(":")
    return f"`{name}` {_TYPES.get(kind, 'STRING')}"


def _loaded(folder: Path, _: Path) -> str:
    with tempfile.TemporaryDirectory() as place:
        ask = engine(folder, Path(place) / "database")
        ((nodes,),) = ask("MATCH (n) RETURN count(*)")
        ((edges,),) = ask("MATCH ()-[r]->() RETURN count(*)")
    return f"{nodes:,} nodes, {edges:,} relationships"


READERS = (Reader("Ladybug", "neo4j", version=lambda _: version("ladybug"), read=_loaded),)
