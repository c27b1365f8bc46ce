"""Who passes a view on."""

from __future__ import annotations

from kg.model.evidence import Evidence, Report
from kg.model.reporting import reports
from tests.model.build import person, records, source, state, statement

STATES = (state("freedonia"), state("sylvania"), person("rufus"), person("gloria"))
CITED = (Evidence("memoir", locator="page 1"), Evidence("gazette", locator="page 2"), Evidence("memoir", locator="page 3"))


def test_authors_of_the_sources_come_last_and_once() -> None:
    held = statement("held", "freedonia criticises sylvania", reported_by=(Report("sylvania", "memoir", "1933"),), evidence=CITED)
    known = records(*STATES, source("gazette", authors=("gloria",)), source("memoir", authors=("rufus",), date="1934"), held)
    assert reports(known, held) == (Report("sylvania", "memoir", "1933"), Report("gloria", "gazette"), Report("rufus", "memoir", "1934"))


def test_an_author_does_not_report_a_view_of_his_own() -> None:
    held = statement("held", "freedonia criticises sylvania", according_to=("rufus",), evidence=CITED)
    known = records(*STATES, source("gazette"), source("memoir", authors=("gloria", "rufus")), held)
    assert reports(known, held) == (Report("gloria", "memoir"),)
