"""All tables, those of records and of their parts, and those that records of every kind refer to."""

from __future__ import annotations

from collections.abc import Mapping

from kg.exports.tables.fields import field
from kg.exports.tables.parts import PARTS, every
from kg.exports.tables.records import RECORDS
from kg.exports.tables.table import Column, Table, Type
from kg.model.entities import Entity
from kg.model.records import FOLDERS, folder
from kg.model.relations import Relation

__all__ = ["ALL", "EVERY", "PERIODISATIONS", "RELATIONS", "TABLES"]

EVERY = Table(
    name="records",
    title="Records of all kinds, by id: what is referred to where any kind may be",
    columns=(
        Column(name="id", type=Type.NAME, of=lambda row, _: row.id, required=True),
        Column(name="kind", type=Type.WORD, of=lambda row, _: folder(row), required=True, words=tuple(FOLDERS.values())),
        Column(name="label", type=Type.TEXT, of=lambda row, _: row.label if isinstance(row, Entity) else None, english=True),
    ),
    rows=lambda selection: every(selection.resolved),
)
PERIODISATIONS = Table(
    name="periodisations",
    title="Periodisations: sets of eras",
    columns=(
        Column(name="id", type=Type.NAME, of=lambda row, _: row[0], required=True),
        Column(name="label", type=Type.TEXT, of=lambda row, _: row[1], required=True, english=True),
        Column(
            name="default",
            type=Type.FLAG,
            of=lambda row, selection: row[0] == selection.resolved.records.corpus.default_periodisation,
            required=True,
        ),
    ),
    rows=lambda selection: selection.resolved.records.corpus.periodisations,
    path="periodisation",
)
RELATIONS = Table(
    name="relations",
    title="Kinds of relation, as the ontology defines them",
    columns=(
        field(Relation, "name", Type.NAME),
        field(Relation, "label", Type.TEXT, english=True),
        field(Relation, "polarity", Type.INTEGER, note="1 friendly, -1 unfriendly, 0 where a statement may give itself a sign."),
        field(Relation, "symmetric", Type.FLAG),
        field(Relation, "derived", Type.FLAG, note="Whether the build makes its statements."),
        field(Relation, "broader", Type.NAME, refers="relations"),
    ),
    rows=lambda selection: (selection.relations[name] for name in sorted(selection.relations)),
    key=("name",),
)
ALL = (EVERY, RELATIONS, PERIODISATIONS, *RECORDS, *PARTS)
TABLES: Mapping[str, Table] = {table.name: table for table in ALL}
