"""The page of conflicts where there are more than one page holds."""

from __future__ import annotations

import re

import pytest

from kg.errors import RequestError
from kg.graph import Graph, load
from kg.server.pages import conflicts
from kg.server.texts import Texts


@pytest.fixture(scope="module")
def graph() -> Graph:
    return load()


def test_the_pages_together_hold_every_conflict_once_in_one_order(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = re.compile(rb'<h3 id="conflict-([^"]+)">')
    whole = ids.findall(conflicts.conflicts_page(graph, "", 1, Texts({})))
    assert sorted(whole) == sorted(one.conflict.id.encode() for one in graph.conflicts())
    monkeypatch.setattr(conflicts, "_MOST", 30)
    last = -(-len(whole) // 30)
    pages = [conflicts.conflicts_page(graph, "/under", number, Texts({})) for number in range(1, last + 1)]
    assert last > 2
    assert [name for page in pages for name in ids.findall(page)] == whole
    assert re.findall(rb'href="(/under/conflicts[^"]*)" aria-current="page">(\d)<', pages[1]) == [(b"/under/conflicts?page=2", b"2")]
    assert {len(re.findall(rb'<a href="/under/conflicts[^"]*"(?: aria-current="page")?>\d<', page)) for page in pages} == {last}
    with pytest.raises(RequestError) as refused:
        conflicts.conflicts_page(graph, "", last + 1, Texts({}))
    assert refused.value.status == 404
