"""Neo4j's bulk import: read by a strict reader of its header format, by another engine of Cypher, and by Neo4j's own grammar."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from kg.exports.export import export, format_of
from kg.exports.neo4j.layout import SEPARATOR
from kg.graph import Graph
from kg.model.conflicts import Conflict
from kg.model.entities import Actor, Era
from kg.model.events import Event
from kg.model.records import FOLDERS, Record
from kg.model.reporting import reports
from kg.model.resolved import Resolved, resolve
from kg.model.statements import Claim
from kg.query.scope import EVER, Scope
from kg.rdf.namespaces import passage_path
from tests.exports.bulk import Imported, bulk
from tests.exports.reading.neo4j import engine
from tests.exports.rebuilt import Row, bounds, rebuilt
from tests.exports.test_csvw import HOSTILE, hostile
from tests.rdf.test_every_field import RECORDS

KINDS = {name.capitalize(): kind for kind, name in FOLDERS.items()}


def written(graph: Graph, folder: Path, scope: Scope = EVER) -> Path:
    export(graph, format_of("neo4j"), folder, scope)
    return folder


@pytest.fixture(scope="module", params=["every", "small", "shipped"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Resolved, Imported]:
    """The records of a graph, and what the reader makes of the files."""
    graph = Graph((), resolve(RECORDS)) if request.param == "every" else request.getfixturevalue(request.param)
    return graph.records, bulk(written(graph, tmp_path_factory.mktemp("neo4j") / "out"), SEPARATOR)


def records_in(found: Imported) -> dict[str, Record]:
    """The records of all nodes and of what hangs on them."""
    parts: dict[str, dict[str, list[Row]]] = {}
    for name, (labels, properties) in found.nodes.items():
        if own := labels & {"Dating", "Quantity"}:
            table = "datings" if "Dating" in own else "quantities"
            parts.setdefault(properties["record"], {}).setdefault(table, []).append(properties)
        parts.setdefault(name, {})["aliases"] = [{"alias": alias} for alias in properties.get("aliases", ())]
    for start, end, kind, properties in found.relationships:
        record, _, dating = start.partition("/")
        if kind == "EVIDENCE":
            passage = found.nodes[end][1]
            parts[record].setdefault("evidence", []).append({**passage, **properties, "dating": dating or None})
        elif kind == "REPORTED_BY":
            parts[record].setdefault("reports", []).append({**properties, "by": end})
        elif kind == "TOOK_PART":
            parts[end].setdefault("participations", []).append({**properties, "actor": start})
        elif kind == "DISPUTES":
            parts[record].setdefault("disputes", []).append(dict(zip(("record", "dating"), [*end.split("/"), None], strict=False)))
    kinds = {name: KINDS[label] for name, (labels, _) in found.nodes.items() for label in labels & KINDS.keys()}
    return {name: rebuilt(kind, {"id": name, **found.nodes[name][1]}, parts[name]) for name, kind in kinds.items()}


def test_every_record_is_there_with_time_view_evidence_and_status(made: tuple[Resolved, Imported]) -> None:
    resolved, found = made
    assert records_in(found) == {**resolved.records.by_id, **resolved.statements}


def test_bounds_days_of_saying_and_dispute_marks_are_properties(made: tuple[Resolved, Imported]) -> None:
    resolved, found = made
    timed = {name: properties for name, (_, properties) in found.nodes.items() if "earliest_begin" in properties}
    assert {name: bounds(properties) for name, properties in timed.items()} == resolved.bounds
    said = {name: (p["said_earliest"], p["said_latest"]) for name, p in timed.items() if p.get("said_earliest")}
    assert said == {name: (span.earliest_begin, span.latest_end) for name, span in resolved.said.items()}
    assert {name for name, (_, properties) in found.nodes.items() if properties.get("disputed")} == resolved.disputed


def test_what_a_conflict_disputes_and_prefers_is_joined_to_it(made: tuple[Resolved, Imported]) -> None:
    resolved, found = made
    conflicts = list(resolved.records.of(Conflict))
    joined = {(start, end, kind) for start, end, kind, _ in found.relationships if kind in ("DISPUTES", "PREFERS")}
    wanted = {(c.id, name, "DISPUTES") for c in conflicts for name in c.disputes}
    assert joined == wanted | {(c.id, c.prefers, "PREFERS") for c in conflicts if c.prefers}


def test_relationships_carry_time_sign_view_and_evidence(made: tuple[Resolved, Imported], shipped: Graph) -> None:
    resolved, found = made
    held = {name: s for name, s in resolved.statements.items() if s.status == "actual" and not s.negated}
    edges = {p["id"]: (start, kind, end, p) for start, end, kind, p in found.relationships if "id" in p}
    assert {name: edge[:3] for name, edge in edges.items()} == {name: (s.subject, s.relation, s.object) for name, s in held.items()}
    for name, (*_, properties) in edges.items():
        statement = held[name]
        assert bounds(properties) == resolved.bounds[name]
        assert properties["sign"] == shipped.relations[statement.relation].sign(statement)
        assert properties["according_to"] == list(statement.according_to)
        assert properties["reported_by"] == list(dict.fromkeys(report.by for report in reports(resolved.records, statement)))
        cited = {piece for dating in statement.datings for piece in dating.evidence} | set(statement.evidence)
        assert set(properties["evidence"]) == {passage_path(piece) for piece in cited}
        assert set(properties["evidence"]) <= found.nodes.keys()


def test_references_are_relationships_to_the_nodes_that_they_name(made: tuple[Resolved, Imported]) -> None:
    resolved, found = made
    joined = Counter(kind for _, _, kind, _ in found.relationships)
    views = [*resolved.statements.values(), *resolved.records.of(Claim)]
    assert joined["SUBJECT"] == joined["OBJECT"] == len(resolved.statements)
    holders = [name for view in views for name in view.according_to]
    holders += [name for era in resolved.records.of(Era) for name in era.according_to]
    assert joined["ACCORDING_TO"] == len(holders) - holders.count("undisputed")
    assert joined["BECAUSE"] == sum(len(view.because) for view in views)
    assert joined["ABOUT"] == sum(len(claim.about) for claim in resolved.records.of(Claim))
    assert joined["TOOK_PART"] == sum(len(event.participants) for event in resolved.records.of(Event))


def test_labels_tell_kinds_apart(made: tuple[Resolved, Imported]) -> None:
    resolved, found = made
    labels = Counter(label for labels, _ in found.nodes.values() for label in labels)
    assert labels["Resource"] == len(found.nodes)
    assert labels["Statement"] == len(resolved.statements)
    assert labels["Person"] == sum(getattr(record, "kind", "") == "person" for record in resolved.records.by_id.values())


def test_a_time_draws_what_holds_then(shipped: Graph, tmp_path: Path) -> None:
    found = bulk(written(shipped, tmp_path / "out", Scope(on="2016-07-08")), SEPARATOR)
    drawn = {properties["id"] for *_, properties in found.relationships if "id" in properties}
    network = shipped.network(on="2016-07-08")
    assert drawn == {key for *_, key in network.edges(keys=True)}
    assert len(drawn) > 100


def test_texts_meant_to_break_it_come_back_but_for_the_separator(tmp_path: Path) -> None:
    graph = hostile()
    found = records_in(bulk(written(graph, tmp_path / "out"), SEPARATOR))
    actors = list(graph.records.records.of(Actor))
    assert len(actors) == len(HOSTILE)
    assert found.items() >= {a.id: replace(a, aliases=tuple(t.replace("\x1f", "\ufffd") for t in a.aliases)) for a in actors}.items()


def test_every_file_is_named_in_the_script_and_in_the_words(small: Graph, tmp_path: Path) -> None:
    folder = written(small, tmp_path / "out")
    script, words = ((folder / name).read_text(encoding="utf-8") for name in ("load.cypher", "README.txt"))
    files = {path.name for path in folder.glob("*.csv")}
    assert {name for name in files if f"'file:///{name}'" in script} == files
    assert {name for name in files if f"--nodes={name}" in words or f"--relationships={name}" in words} == files


def test_another_engine_of_cypher_loads_it_and_answers(shipped: Graph, tmp_path: Path) -> None:
    folder = written(shipped, tmp_path / "out")
    found = bulk(folder, SEPARATOR)
    ask = engine(folder, tmp_path / "database")
    assert ask("MATCH (n) RETURN count(*)") == [[len(found.nodes)]]
    assert ask("MATCH ()-[r]->() RETURN count(*)") == [[len(found.relationships)]]
    day = "r.earliest_begin <= date('2016-07-08') AND r.latest_end >= date('2016-07-08')"
    signs = ask(f"MATCH ()-[r:statements]->() WHERE {day} RETURN r.sign, count(*) ORDER BY r.sign")
    network = shipped.network(on="2016-07-08")
    assert signs == [list(pair) for pair in sorted(Counter(sign for *_, sign in network.edges(data="sign")).items())]
    cited = ask("MATCH (s {id: 'south-korea-does-not-sanction-russia-2014'})-[:evidence]->(p) RETURN p.id")
    assert [name for (name,) in cited] == [
        passage_path(p) for p in shipped.records.statements["south-korea-does-not-sanction-russia-2014"].evidence
    ]
