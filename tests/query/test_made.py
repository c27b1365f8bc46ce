"""Graphs made for questions stay for the next ones, but not for ever."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kg.errors import QueryError
from kg.query.engine import Engine
from kg.query.made import Alone, Made, Triple
from kg.query.scope import Scope
from kg.store import Store

HELD = "ASK { actor:freedonia rel:sanctions actor:sylvania }"


class Kept:
    """A store with made graphs, and which graphs were made, in order."""

    def __init__(self, most: int, most_triples: int = 100) -> None:
        self.store, self.made = Store(b""), list[str]()
        self.graphs = Made(self.store, most, most_triples)

    def ask(self, *names: str, size: int = 1) -> None:
        for name in names:
            self.graphs.put(name, lambda name=name: self._make(name, size))  # type: ignore[misc]
        self.graphs.forget(names)

    def there(self, name: str) -> bool:
        return self.store.size(name) > 0

    def _make(self, name: str, size: int) -> list[Triple]:
        self.made.append(name)
        return [("urn:s", "urn:p", f"urn:o{n}") for n in range(size)]


def test_a_graph_is_made_once_while_it_is_kept() -> None:
    kept = Kept(most=2)
    for name in ("urn:a", "urn:b", "urn:a", "urn:c", "urn:a", "urn:b"):
        kept.ask(name)
    assert kept.made == ["urn:a", "urn:b", "urn:c", "urn:b"]
    assert [kept.there(name) for name in ("urn:a", "urn:b", "urn:c")] == [True, True, False]


def test_large_graphs_leave_earlier_than_many_small_ones() -> None:
    kept = Kept(most=10, most_triples=5)
    kept.ask("urn:a", size=3)
    kept.ask("urn:b", size=3)
    assert (kept.there("urn:a"), kept.there("urn:b")) == (False, True)


def test_a_question_has_all_its_graphs_however_many() -> None:
    kept = Kept(most=1, most_triples=1)
    kept.ask("urn:a", "urn:b", "urn:c", size=4)
    assert all(kept.there(name) for name in ("urn:a", "urn:b", "urn:c"))


def test_questions_of_many_days_do_not_fill_the_store(engine: Engine) -> None:
    days = [(date(1932, 1, 1) + timedelta(n)).isoformat() for n in range(200)]
    for day in days:
        engine.ask(HELD, Scope(on=day))
    assert [day for day in days if engine.store.size(f"{engine.base}on/{day}")] == days[-64:]


def test_a_graph_that_is_not_there_is_no_part_of_several(engine: Engine) -> None:
    with pytest.raises(QueryError, match="no graph <urn:nowhere>"):
        engine.ask("ASK FROM <urn:nowhere> FROM on:1932-06-01 { ?s ?p ?o }", Scope())


def test_graphs_that_are_merged_hold_what_each_holds(engine: Engine) -> None:
    query = "SELECT DISTINCT ?s ?p ?o {0} {{ ?s ?p ?o }}"
    one, two, both = (
        set(engine.ask(query.format(clause), Scope()).rows)
        for clause in ("FROM on:1931-05-01", "FROM on:1932-06-01", "FROM on:1931-05-01 FROM on:1932-06-01")
    )
    assert both == one | two
    assert one != both != two


def test_a_graph_asked_by_itself_is_alone_in_its_store(engine: Engine) -> None:
    before = len(engine.store)
    query = "SELECT ?s ?p ?o FROM on:1932-06-01 { ?s ?p ?o }"
    assert engine.ask(query, Scope()).rows != ()
    assert len(engine.store) == before


def test_stores_of_single_graphs_do_not_fill_the_memory() -> None:
    alone, made = Alone(most=2), list[str]()

    def ask(name: str) -> Store:
        def triples() -> list[Triple]:
            made.append(name)
            return [("urn:s", "urn:p", "urn:o")]

        return alone.store(name, "urn:", triples)

    assert [len(ask(name)) for name in ("a", "b", "a", "c", "a", "b")] == [1] * 6
    assert made == ["a", "b", "c", "b"]
