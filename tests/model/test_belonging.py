"""Who speaks for whom, as statements say it."""

from __future__ import annotations

import pytest

from kg.model.belonging import body_of
from kg.model.entities import Actor, Office
from kg.model.records import Corpus, Records
from kg.model.statements import Statement
from kg.model.vocabulary import ActorKind, Status

FREEDONIA = Actor(id="freedonia", label="Freedonia", kind=ActorKind.STATE)
OFFICE = Office(id="presidency", label="President", of="freedonia", role="president")
CORPUS = Corpus(title="F", version="1", licence="https://example.org/licence", base="https://example.org/f/")
RECORDS = Records(CORPUS, {record.id: record for record in (FREEDONIA, OFFICE)})


def statement(relation: str, object_: str, status: Status = Status.ACTUAL, negated: bool = False) -> Statement:
    return Statement(
        id="s", subject="firefly", relation=relation, object=object_, according_to=("undisputed",), status=status, negated=negated
    )


@pytest.mark.parametrize(
    ("said", "body"),
    [
        (statement("memberOf", "freedonia"), "freedonia"),
        (statement("holdsOffice", "presidency"), "freedonia"),
        (statement("leads", "freedonia"), None),
        (statement("memberOf", "freedonia", Status.PLANNED), None),
        (statement("memberOf", "freedonia", negated=True), None),
        (statement("holdsOffice", "presidency", Status.CANCELLED), None),
    ],
)
def test_members_and_those_in_office_speak_for_a_body_where_it_is_so(said: Statement, body: str | None) -> None:
    assert body_of(RECORDS, said) == body
