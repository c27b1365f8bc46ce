"""The table without script: each row cites its sources by number, and every source stands once below."""

from __future__ import annotations

from dataclasses import replace

from kg.model.evidence import Evidence
from kg.model.records import Record
from kg.model.relations import Relation
from kg.model.statements import Statement
from kg.views.citations import Citation, Cited, table_of
from tests.views.invented import peninsula, resolved_of


def test_sources_are_numbered_as_they_are_first_cited_and_passages_of_one_stand_together(relations: dict[str, Relation]) -> None:
    records: dict[str, Record] = peninsula()
    said = records["china-criticises-north-korea-14"]
    assert isinstance(said, Statement)
    first, later = (Evidence("rozman-2022", paragraph=n, chars=(10 * n, 10 * n + 5)) for n in (2, 3))
    record = Evidence("wikidata", locator="P39")
    one, other = replace(said, id="one", evidence=(first, record, later)), replace(said, id="other", evidence=(record,))
    records |= {"one": one, "other": other}
    table = table_of(resolved_of(records), relations, [one, other])
    assert [row.citations for row in table.rows] == [
        (Citation(1, "paragraph 2, characters 20-25; paragraph 3, characters 30-35"), Citation(2, "P39")),
        (Citation(2, "P39"),),
    ]
    assert table.sources == (Cited("Rozman 2022", ""), Cited("Wikidata", "https://www.wikidata.org/"))
