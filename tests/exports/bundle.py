"""A STIX bundle as the OASIS library reads it back, and records to compare it with."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import stix2  # type: ignore[import-untyped]

from kg.exports.export import contents, format_of
from kg.exports.stix.properties import EXTENSION
from kg.graph import Graph
from kg.model.dated import Dated
from kg.model.evidence import Evidence
from kg.model.records import Record
from kg.model.statements import Statement
from kg.query.scope import EVER, Scope

Object = dict[str, Any]


def text(graph: Graph, scope: Scope = EVER) -> str:
    (data,) = contents(graph, format_of("stix"), scope).values()
    return (data if isinstance(data, bytes) else b"".join(data)).decode()


def parsed(graph: Graph, scope: Scope = EVER) -> list[Object]:
    """The objects as the library gives them back; it refuses what is not of STIX 2.1 or not declared."""
    return plain(json.loads(stix2.parse(text(graph, scope), allow_custom=False).serialize()))["objects"]  # type: ignore[no-any-return]


def plain(value: Any) -> Any:
    """Without what the library adds on its own."""
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items() if (name, each) != ("revoked", False)}
    return [plain(each) for each in value] if isinstance(value, list) else value


def by_path(objects: list[Object]) -> dict[str, Object]:
    """The objects by the path that their first external reference tells, such as ``actor/russia``."""
    return {each["external_references"][0]["external_id"]: each for each in objects if "external_references" in each}


def extension(written: Object) -> Object:
    """What our own extension says of the object."""
    return written.get("extensions", {}).get(EXTENSION, {})  # type: ignore[no-any-return]


def everything(graph: Graph) -> Iterator[Record]:
    yield from (record for record in graph.records.records.by_id.values() if not isinstance(record, Statement))
    yield from graph.records.statements.values()


def references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, each in value.items():
            yield from [each] if name.endswith("_ref") else each if name.endswith("_refs") else references(each)
    elif isinstance(value, list):
        for each in value:
            yield from references(each)


def pieces(record: Record) -> Iterator[Evidence]:
    yield from getattr(record, "evidence", ())
    for dating in record.datings if isinstance(record, Dated) else ():
        yield from dating.evidence
