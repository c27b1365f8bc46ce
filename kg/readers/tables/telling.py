"""What is wrong with a row, in the words that the same slip has in YAML: the row is read as if it stood there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from kg.errors import Fault
from kg.model.entities import Source
from kg.model.records import Records
from kg.model.relations import Relation
from kg.model.rules import dates, evidence, references, statements
from kg.model.rules.problem import Scene, article
from kg.model.statements import UNDISPUTED, Statement
from kg.model.timeline import Timeline
from kg.model.vocabulary import SourceKind
from kg.readers.curated.entry import Entry
from kg.readers.curated.records import statement
from kg.readers.tables import known, nested
from kg.readers.tables.parquet import COLUMNS, ELSEWHERE

__all__ = ["told"]

_RULES = (references.known, dates.exist, evidence.present, statements.relations, statements.sides, statements.holders)
_ITEMS = {"evidence": ("source", "row"), "quantities": ("measure", "value", "unit", "comparator")}


def told(path: Path, rows: Mapping[int, Mapping[str, Any]], records: Records, relations: Mapping[str, Relation]) -> Iterator[Fault]:
    """Everything that is wrong with each row."""
    found: dict[str, Statement] = {}
    for number, row in rows.items():
        faults: list[Fault] = []
        entry = Entry(path, _mapping(_written(row), number), faults)
        record = statement(entry)
        if entry.whole:
            found[f"row {number}"] = replace(record, id=f"row {number}")
        whys = [fault.why for fault in faults]
        whys += [*_blanks(row), *_elsewhere(row, record, records)]
        yield from (Fault(path, number, f"row {number}: {why}") for why in whys)
    together = Records(records.corpus, {**records.by_id, **found})
    scene = Scene(together, relations, frozenset(), Timeline(together))
    for problem in (problem for rule in _RULES for problem in rule(scene)):
        if problem.record in found:
            yield Fault(path, int(problem.record.removeprefix("row ")), f"{problem.record}: {problem.why}")


def _elsewhere(row: Mapping[str, Any], record: Statement, records: Records) -> Iterator[str]:
    """What a table has no room for."""
    parts = [(name, item, fields) for name, fields in nested.ELSEWHERE.items() for item in row.get(name) or ()]
    named = [name for name in ELSEWHERE if row.get(name)]
    named += [f"{name}: {field}" for name, item, fields in parts for field in fields if item and item.get(field)]
    for name in dict.fromkeys(named):
        yield f"{name} has no place in a table: write the statement in YAML"
    if record.relation in known.ELSEWHERE:
        yield f"{record.relation} has no place in a table, since other statements follow from it: write it in YAML"
    for name in dict.fromkeys(piece.source for piece in record.evidence):
        source = records.by_id.get(name)
        if isinstance(source, Source) and source.kind is not SourceKind.DATASET:
            yield f"{name} is {article(source.kind)}: a statement of a table stands in rows of a dataset"


def _blanks(value: Any) -> Iterator[str]:
    """Blanks around a text: YAML has none."""
    if isinstance(value, str) and value != value.strip():
        yield f"{value!r} has blanks around it: leave them out"
    elif isinstance(value, Mapping):
        yield from (why for each in value.values() for why in _blanks(each))
    elif isinstance(value, list):
        yield from (why for each in value for why in _blanks(each))


def _written(row: Mapping[str, Any]) -> dict[str, Any]:
    """The row as YAML has it: what is null is left out."""
    fields = {name.replace("_", "-"): row[name] for name in COLUMNS if row.get(name) is not None}
    for name, parts in _ITEMS.items():
        if name in fields:
            fields[name] = [{part: item[part] for part in parts if item.get(part) is not None} if item else "" for item in fields[name]]
    fields["according-to"] = fields.get("according-to") or UNDISPUTED
    return fields


def _mapping(value: Mapping[str, Any], line: int) -> yaml.MappingNode:
    mark = _mark(line)
    pairs = [(_node(name, line), _node(each, line)) for name, each in value.items()]
    return yaml.MappingNode("tag:yaml.org,2002:map", pairs, mark, mark)


def _node(value: Any, line: int) -> yaml.Node:
    mark = _mark(line)
    if isinstance(value, Mapping):
        return _mapping(value, line)
    if isinstance(value, list):
        return yaml.SequenceNode("tag:yaml.org,2002:seq", [_node(each, line) for each in value], mark, mark)
    return yaml.ScalarNode("tag:yaml.org,2002:str", _text(value), mark, mark)


def _mark(line: int) -> yaml.Mark:
    return yaml.Mark("", 0, line - 1, 0, None, 0)


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{Decimal(repr(value)):f}"
    return "" if value is None else str(value)
