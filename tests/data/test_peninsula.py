"""The shipped corpus: what it must hold, and that its passages stand in the texts."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from kg import resources
from kg.dataset import check, relations
from kg.model.conflicts import Conflict
from kg.model.dated import Dated, Dating
from kg.model.entities import Entity, Policy
from kg.model.events import Event
from kg.model.evidence import Evidence
from kg.model.records import Records, folder
from kg.model.resolved import Resolved, resolve
from kg.model.statements import Claim, Envelope, Statement
from kg.model.vocabulary import ConflictKind, PolicyKind, Scope, Status, Wording
from kg.readers.curated.corpus import read
from kg.readers.curated.coverage import coverage

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
WORD = re.compile(r"[\w’'-]+")


@pytest.fixture(scope="module")
def records() -> Records:
    return read([resources.shipped_corpus()], relations()).records


@pytest.fixture(scope="module")
def resolved(records: Records) -> Resolved:
    return resolve(records)


def test_it_holds_at_least_what_both_essays_must_give(records: Records) -> None:
    counts = Counter(folder(record) for record in records.by_id.values())
    least = {"actor": 130, "policy": 90, "event": 110, "place": 28, "era": 35, "statement": 500, "claim": 300, "conflict": 60}
    assert {kind: counts[kind] for kind, number in least.items() if counts[kind] < number} == {}


def test_every_era_has_statements_and_events(resolved: Resolved) -> None:
    eras = ["1990s", "2000s", "2010-2012", "2013-2015", "2016-2018", "2019-2021", "2022"]
    for era in eras:
        span = resolved.bounds[era]
        assert [s.id for s in resolved.statements.values() if not s.derived_from and resolved.bounds[s.id].certainly(span)], era
        assert [e.id for e in resolved.records.of(Event) if resolved.bounds[e.id].possibly(span)], era


def test_every_hard_form_is_there(records: Records) -> None:
    statements, events = list(records.of(Statement)), list(records.of(Event))
    views = [record for record in records.by_id.values() if isinstance(record, Envelope)]
    dated = list(records.dated())
    forms = {
        "an event with several datings and a preferred one": any(len(e.datings) > 2 and e.preferred_dating for e in events),
        "succession of policies": any(s.relation in ("repackages", "continues") for s in statements),
        "an office held": any(s.relation == "holdsOffice" for s in statements),
        "a vote": any(s.relation == "votesAgainst" for s in statements),
        "what a vote meant": any(s.wording is Wording.IMPLIED and s.because for s in statements),
        "a figure compared with another": any(q.compared_to for s in statements for q in s.quantities),
        "nested attribution": any(v.reported_by for v in views),
        "a negative fact": any(s.negated for s in statements),
        "a date relative to an event": any(d.when.after for r in dated for d in r.datings),
        "conflicts of date, fact and attribution": {ConflictKind.DATE, ConflictKind.FACT, ConflictKind.ATTRIBUTION}
        <= {c.kind for c in records.of(Conflict)},
        "conflicts of every scope": set(Scope) <= {scope for c in records.of(Conflict) for scope in c.scope},
        "a visit called off": any(e.status is Status.CANCELLED for e in events),
        "a forecast and a recommendation": {Status.FORECAST, Status.RECOMMENDED} <= {v.status for v in views},
        "an open end and an unknown end": {"..", ""} <= {r.when.text.partition("/")[2] for r in dated if r.when and "/" in r.when.text},
        "a hedged wording": any(v.wording is Wording.HEDGED for v in views),
        "a claim about a claim": any(isinstance(records.by_id[name], Claim) for c in records.of(Claim) for name in c.about),
    }
    assert [form for form, there in forms.items() if not there] == []


def test_russia_stands_to_each_of_its_neighbours(records: Records) -> None:
    objects = {s.object for s in records.of(Statement) if s.subject == "russia"}
    assert {"north-korea", "south-korea", "united-states", "china", "japan"} <= objects
    assert {"thaad-deployment", "khasan-rajin", "nine-bridges", "dual-freeze", "six-party-talks"} <= {p.id for p in records.of(Policy)}


def test_every_paragraph_is_cited_or_accepted_with_a_reason() -> None:
    curated = read([resources.shipped_corpus()], relations())
    found = {one.source.id: one for one in coverage(curated.records, curated.accepted)}
    assert {name: (len(one.source.paragraphs), one.left) for name, one in found.items()} == {
        "rozman-2021": (15, ()),
        "rozman-2022": (88, ()),
    }
    assert sum(len(one.accepted) for one in found.values()) <= 6


def test_every_harder_form_is_there(records: Records, resolved: Resolved) -> None:
    statements, events, policies = list(records.of(Statement)), list(records.of(Event)), list(records.of(Policy))
    views = [record for record in records.by_id.values() if isinstance(record, Envelope)]
    conflicts = list(records.of(Conflict))
    named = {name: [e.id for e in records.of(Entity) if name in e.names] for name in ("Moscow", "Seoul", "Lukin")}
    forms = {
        "a chain of two reporters": any(len(v.reported_by) > 1 for v in views),
        "one sentence asserted and attributed": any(
            c.kind is ConflictKind.ATTRIBUTION and Scope.BETWEEN_SOURCES in c.scope for c in conflicts
        ),
        "a hedge that became a fact": any(c.kind is ConflictKind.WORDING and Scope.BETWEEN_SOURCES in c.scope for c in conflicts),
        "opposite attitudes at one time": bool(_opposite(statements, resolved)),
        "a negated vote, visit, sanction or condemnation": {"attends", "sanctions", "condemns"}
        <= {s.relation for s in statements if s.negated},
        "plans, forecasts, recommendations, what was called off or never came": {v.status for v in views} | {e.status for e in events}
        == set(Status),
        "an end that is only about right": any("~" in d.when.text for r in records.dated() for d in _datings(r)),
        "a season, quarter or half-year": any(
            re.search(r"\d{4}-(2[1-4]|3[3-6]|4[01])", d.when.text) for r in records.dated() for d in _datings(r)
        ),
        "a time before an event": any(d.when.before for r in records.dated() for d in _datings(r)),
        "a policy that is a format with parts": bool(
            {p.part_of for p in policies} & {p.id for p in policies if p.kind is PolicyKind.FORMAT}
        ),
        "exceptions carved out of sanctions": len([p.id for p in policies if p.part_of == "un-sanctions-on-north-korea"]) >= 3,
        "votes for, against and abstentions": {"votesFor", "votesAgainst", "abstainsOn"} <= {s.relation for s in statements},
        "a metonym that several share": len(named["Moscow"]) > 1 and len(named["Seoul"]) > 1,
        "two of one name": named["Lukin"] == ["alexander-lukin", "artyom-lukin"],
        "a forecast with its outcome": any(
            isinstance(about := records.by_id[name], Envelope) and about.status is Status.FORECAST
            for c in records.of(Claim)
            for name in c.about
        ),
        "one initiative as another's continuation": {"repackages", "continues"} <= {s.relation for s in statements},
    }
    assert [form for form, there in forms.items() if not there] == []


def _opposite(statements: list[Statement], resolved: Resolved) -> list[tuple[str, str]]:
    kinds = relations()
    plain = [s for s in statements if s.status is Status.ACTUAL and not s.negated]
    signs = [(s, kinds[s.relation].sign(s)) for s in plain]
    return [
        (one.id, other.id)
        for one, up in signs
        for other, down in signs
        if up > 0 > down
        and (one.subject, one.object) == (other.subject, other.object)
        and resolved.bounds[one.id].certainly(resolved.bounds[other.id])
    ]


def _datings(record: Dated) -> list[Dating]:
    return [*record.datings, *([Dating(id="", when=record.when)] if record.when else [])]


@pytest.mark.documents
def test_every_passage_stands_in_its_text(documents: Path, records: Records) -> None:
    checked = check([resources.shipped_corpus()], documents)
    assert checked.verified is not None
    pieces = [piece for record in records.by_id.values() for piece in _evidence(record)]
    assert checked.verified.verified == sum(1 for piece in pieces if piece.paragraph)
    assert checked.verified.without_text == sum(1 for piece in pieces if piece.locator)
    assert checked.verified.verified > 1800


@pytest.mark.documents
def test_no_nine_words_in_a_row_are_the_documents_own(documents: Path) -> None:
    accepted = {run for line in (HERE / "accepted_phrases.txt").read_text("utf-8").splitlines() for run in _runs(line)}
    theirs = {run for file in documents.glob("*.txt") for run in _runs(file.read_text("utf-8"))} - accepted
    ours = [file for place in ("kg", "data", "ontology", "tests", "docs", ".ci") for file in (ROOT / place).rglob("*.*")]
    texts = [
        file for file in [*ours, *ROOT.glob("*.*")] if file.suffix in (".py", ".yaml", ".ttl", ".md", ".csv", ".rq", ".js", ".txt", ".toml")
    ]
    assert len(texts) > 200
    assert [(file.name, run) for file in texts for run in _runs(file.read_text("utf-8")) & theirs] == []


def _evidence(record: object) -> list[Evidence]:
    datings = record.datings if isinstance(record, Dated) else ()
    return [*getattr(record, "evidence", ()), *(piece for dating in datings for piece in dating.evidence)]


def _runs(text: str) -> set[tuple[str, ...]]:
    words = [word.lower().replace("’", "'") for word in WORD.findall(text)]
    return {tuple(words[i : i + 9]) for i in range(len(words) - 8)}
