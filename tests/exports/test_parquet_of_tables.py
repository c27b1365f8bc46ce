"""Parquet of a graph that is too large for objects: the file by columns is the file by objects."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]
import pytest
from hypothesis import HealthCheck, given, settings
from pyarrow import parquet

import kg
from kg.dataset import making
from kg.errors import UnknownName, UsageError
from kg.exports.export import contents, export, format_of
from kg.exports.formats import FORMATS
from kg.exports.parquet import format as written
from kg.graph import Graph
from kg.model.period import Period
from kg.query.scope import EVER, Scope
from tests.readers.tables.build import corpus, right_rows, row
from tests.readers.tables.build import written as put

SCOPES = [
    EVER,
    Scope(on="1931-05-01"),
    Scope(on="1933-02-01", as_seen_by="freedonia"),
    Scope(during="1931/1932", certain=True),
    Scope(era="thirties", as_seen_by="sylvania"),
    Scope(as_seen_by="press"),
    Scope(on="1600-01-01"),
]
MORE = {
    "corpus.yaml": "{title: F, version: '1', licence: 'https://example.org/by', base: 'https://example.org/f/',"
    " periodisations: [{id: decades, label: Decades}]}",
    "eras.yaml": """
- {id: thirties, label: The thirties, periodisation: decades, order: 1, when: 1930/1939, according-to: [press],
   evidence: {source: votes, row: 9}}
""",
    "actors/more.yaml": "- {id: trentino, kind: person, label: Trentino}",
    "events/ball.yaml": """
- {id: ball, kind: meeting, label: Ball, when: 1933-02-01, evidence: {source: gazette, locator: June},
   participants: [{actor: firefly, role: host}, {actor: trentino, role: guest}]}
""",
    "statements/press--freedonia.yaml": """
- {id: s-0a, subject: press, relation: memberOf, object: freedonia, when: 1930/1940, according-to: undisputed,
   evidence: {source: votes, row: 3}}
""",
    "statements/sylvania--freedonia.yaml": """
- {id: grudge, subject: sylvania, relation: distrusts, object: freedonia, according-to: press, evidence: {source: acts, row: 3},
   datings: [{id: one, when: 1935, evidence: {source: votes, row: 1}}, {id: two, when: 1936, evidence: {source: acts, row: 4}}]}
""",
    "conflicts.yaml": """
- {id: grudge-or-tariff, kind: fact, scope: between-sources, disputes: [grudge, tariff], note: The one or the other.}
""",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A corpus without a table; whatever is made of it is kept on disk."""
    place = corpus(tmp_path_factory.mktemp("corpus"))
    for name, text in MORE.items():
        (place / name).parent.mkdir(exist_ok=True)
        (place / name).write_text(text, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        patch.setattr(written, "_ROWS", 3)
        yield place


def file_of(graph: Graph, scope: Scope = EVER, *, large: bool) -> bytes:
    """The file, made as of a graph that is large or not."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Graph, "is_large", large)
        (data,) = contents(graph, format_of("parquet"), scope).values()
        return data if isinstance(data, bytes) else b"".join(data)


def read(file: bytes) -> pa.Table:
    return parquet.read_table(pa.BufferReader(file))


def groups(file: bytes) -> list[int]:
    """How many rows each row group has."""
    about = parquet.read_metadata(pa.BufferReader(file))
    return [about.row_group(number).num_rows for number in range(about.num_row_groups)]


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=right_rows())
def test_the_file_by_columns_is_the_file_by_objects(folder: Path, rows: list[dict[str, Any]]) -> None:
    put(folder, rows[:2], "one")
    put(folder, rows[2:] or [row("zz")], "two")
    one, two = kg.load(folder), kg.load(folder)
    for scope in SCOPES:
        wanted, found = file_of(one, scope, large=False), file_of(two, scope, large=True)
        assert read(found).schema.equals(read(wanted).schema, check_metadata=True)
        assert read(found).to_pylist() == read(wanted).to_pylist()
        assert groups(found) == groups(wanted)


def test_a_conflict_is_there_where_only_a_statement_of_a_table_leads_to_what_it_disputes(folder: Path) -> None:
    put(folder, [row("b"), row("a", "firefly supports tariff", when="1935")], "one")
    put(folder, [row("c")], "two")
    scope = Scope(on="1935-05-05")
    one, two = (read(file_of(kg.load(folder), scope, large=large)).to_pylist() for large in (False, True))
    assert one == two
    assert {each["id"]: each["conflicts"] for each in two} == {"a": [], "grudge": ["grudge-or-tariff"], "s-0a": []}


def test_of_figures_passages_and_reporters_all_is_there(folder: Path) -> None:
    figures = [{"measure": name, "value": value, "unit": "a day", "comparator": None} for name, value in (("votes", -0.5), ("duties", 2.0))]
    cited = [{"source": source, "row": number} for source, number in (("votes", 10), ("votes", 2), ("acts", 3))]
    put(folder, [row("a", according_to=["sylvania", "firefly"], evidence=cited, quantities=figures)], "one")
    put(folder, [row("b", "press memberOf freedonia")], "two")
    first, second = read(file_of(kg.load(folder), large=True)).to_pylist()[:2]
    assert first["according_to"] == ["firefly", "sylvania"]
    assert [each["passage"] for each in first["evidence"]] == ["passage/acts/row/3", "passage/votes/row/2", "passage/votes/row/10"]
    assert first["reports"] == [{"number": 1, "by": "press", "inside": "votes", "said": "1933-02", "author": True}]
    assert [(each["measure"], each["value"], each["comparator"]) for each in first["quantities"]] == [
        ("duties", 2.0, "exactly"),
        ("votes", -0.5, "exactly"),
    ]
    assert (first["speaks_for"], second["speaks_for"], second["subject_label"]) == (None, "freedonia", "The press")


def test_duckdb_answers_of_the_file_as_the_index_does(folder: Path, tmp_path: Path) -> None:
    put(folder, [row(f"n-{number}", when=str(1930 + number), said="1933-02-01", according_to=["press"]) for number in range(9)], "one")
    put(folder, [row("a", "firefly supports tariff", when="1935"), row("b", "press memberOf sylvania", "1935")], "two")
    graph = kg.load(folder)
    (tmp_path / "all.parquet").write_bytes(file_of(graph, large=True))
    lake, index = kg.load(tmp_path / "all.parquet", engine="duckdb"), graph.index
    for period in map(Period.parse, ("1931", "1935-01-01/1936-12-31")):
        for viewer in (None, "freedonia", "sylvania"):
            assert lake.holding(period, as_seen_by=viewer).ids() == index.holding(period, as_seen_by=viewer).ids()
            assert lake.pairs(period, as_seen_by=viewer) == index.pairs(period, as_seen_by=viewer)
    assert lake.counts(1930, 1940) == index.counts(1930, 1940)
    assert len(index.holding(Period.parse("1931"), as_seen_by="freedonia")) > len(
        index.holding(Period.parse("1931"), as_seen_by="sylvania")
    )


def test_a_view_is_that_of_an_actor_that_there_is(folder: Path) -> None:
    put(folder, [row("a")], "one")
    put(folder, [row("b")], "two")
    with pytest.raises(UnknownName, match="freedonia"):
        file_of(kg.load(folder), Scope(as_seen_by="fredonia"), large=True)


def test_the_n_quads_of_a_large_graph_are_never_together_in_memory(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(folder, [row("a")], "one")
    put(folder, [row("b")], "two")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(making, "_LARGE", 0)
    monkeypatch.setattr("kg.graph._MOST", 0)
    monkeypatch.setattr("kg.dataset.data._AT_ONCE", 1000)
    graph = kg.load(folder)
    (data,) = contents(graph, format_of("nquads")).values()
    assert not isinstance(data, bytes)
    parts = list(data)
    assert b"".join(parts) == graph.stored.nquads
    assert max(map(len, parts)) == 1000


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"nquads", "parquet"}))
@pytest.mark.parametrize("scope", [EVER, Scope(on="1931-05-05", as_seen_by="press")])
def test_every_other_format_says_that_it_is_too_large(folder: Path, name: str, scope: Scope, tmp_path: Path) -> None:
    put(folder, [row("a")], "one")
    put(folder, [row("b")], "two")
    format = format_of(name)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Graph, "is_large", True)
        only = "record" if format.single and format.graphs else None
        with pytest.raises(UsageError, match=r"^\d+ statements are too many for this: "):
            list(export(kg.load(folder), format, tmp_path / "out", scope, only))
    assert list(tmp_path.iterdir()) == []
