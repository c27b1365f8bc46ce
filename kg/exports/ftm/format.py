"""FollowTheMoney: actors and all other entities as things, statements as intervals between them, one JSON object a line.

Ids are those of the records, signed with the corpus's base IRI as FollowTheMoney's ``Namespace`` does: ``ftm sign -s BASE``
leaves them as they are. What FollowTheMoney cannot hold:

* time to the day where it is vaguer: of bounds that share no day, month or year only the years are written; an open end
  and an unknown one both have no date; several datings, what a date is relative to, and when a view was voiced are lost
* views: holders stand in words in the description, those who report them nowhere
* statements that are denied, or whose status is not actual, are notes in words, never links; so are claims and conflicts
* the sign of a relation, quantities, grounds and the event that a statement realises; who imposes a Sanction is a name
* roles of those involved in an event, but for the host, its organiser; hashes and paragraphs of sources; COW codes
* invisible characters, line breaks, and quotes around a whole name, which FollowTheMoney's cleaning would remove
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.exports.format import Format, Kept
from kg.exports.ftm.entity import Writer
from kg.exports.ftm.links import is_fact, link, note
from kg.exports.ftm.things import schema_of, thing
from kg.exports.selection import Selection
from kg.files import Data
from kg.model.conflicts import Conflict
from kg.model.entities import Entity
from kg.model.records import Record
from kg.model.statements import Claim, Statement

__all__ = ["FORMAT"]


def _files(selection: Selection) -> Mapping[str, Data]:
    return {"entities.ftm.json": _lines(selection)}


def _lines(selection: Selection) -> Iterator[bytes]:
    """In the order of ids, and so of lines."""
    resolved = selection.resolved
    records: Mapping[str, Record] = {**resolved.records.by_id, **resolved.statements}
    schemata = {name: schema_of(r) if isinstance(r, Entity) else "Note" for name, r in records.items() if not is_fact(r)}
    writer = Writer(resolved, selection.relations, schemata)
    for name in sorted(records, key=writer.id):
        record = records[name]
        if isinstance(record, Statement):
            yield link(writer, record).line
        elif isinstance(record, Claim | Conflict):
            yield note(writer, record).line
        else:
            yield thing(writer, record).line


FORMAT = Format(
    name="ftm",
    title="FollowTheMoney entities, JSON lines",
    ending="ftm.json",
    kept=Kept(
        time="begin and end as day, month or year; of vaguer ones the years",
        view="holders, in words",
        evidence="sources as documents, passages as links",
        status="links are what is actual; the rest are notes in words",
        conflict="notes in words",
        rest="claims as notes; entities",
    ),
    files=_files,
)
