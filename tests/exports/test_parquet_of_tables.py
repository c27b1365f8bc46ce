"""Parquet of a graph that is too large for objects: the file by columns is the file by objects."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]
import pytest
from hypothesis import HealthCheck, example, given, settings
from pyarrow import parquet

import kg
from kg.dataset import making
from kg.errors import UnknownName, UsageError
from kg.exports.export import contents, format_of
from kg.exports.formats import FORMATS
from kg.exports.parquet import format as written
from kg.graph import Graph
from kg.index import Index
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
- {id: thirties, label: The thirties, periodisation: decades, order: 1, when: 1930/1939, according-to: [press], evidence: {source: votes, row: 9}}
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


def rows_of(file: bytes) -> list[dict[str, Any]]:
    return list(parquet.read_table(pa.BufferReader(file)).to_pylist())


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=right_rows())
def test_the_file_by_columns_is_the_file_by_objects(folder: Path, rows: list[dict[str, Any]]) -> None:
    put(folder, rows[:2], "one")
    put(folder, rows[2:] or [row("zz")], "two")
    one, two = kg.load(folder), kg.load(folder)
    for scope in SCOPES:
        wanted, found = file_of(one, scope, large=False), file_of(two, scope, large=True)
        assert rows_of(found) == rows_of(wanted)
        assert found == wanted
