"""Every named question without a time has the same answer in other people's stores."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import resources
from kg.dataset import open_dataset
from kg.errors import EndpointError, UsageError
from kg.graph import Graph
from kg.query.questions import Question, questions
from kg.query.scope import Scope
from kg.query.table import table
from tests.query.stores import oxigraph, virtuoso

SHIPPED = [resources.shipped_corpus()]
EVER = Scope()
QUESTIONS = questions(SHIPPED)
# A question asks graphs of a time where it says so, or names them.
DATED = {
    name for name, question in QUESTIONS.items() if question.time or "/comity/on/" in question.text or "/comity/during/" in question.text
}
ASKED = [question for name, question in QUESTIONS.items() if name not in DATED]
MORE = [
    "SELECT ?b { GRAPH era:2013-2015 { actor:russia rel:opposes ?b } } ORDER BY ?b",
    "SELECT ?a ?b FROM era:2013-2015 { ?a rel:metWith ?b } ORDER BY ?a ?b",
    "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g",
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    "CONSTRUCT WHERE { statement:south-korea-does-not-sanction-russia-2014 ?p ?o }",
]


@pytest.fixture(scope="module")
def own() -> Graph:
    return Graph(SHIPPED)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What ``kg build`` writes as ``dataset.nq``."""
    path = tmp_path_factory.mktemp("built") / "dataset.nq"
    path.write_bytes(open_dataset(SHIPPED).nquads)
    return path


@pytest.fixture(scope="module")
def in_oxigraph(file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    with oxigraph(file, tmp_path_factory.mktemp("oxigraph")) as url:
        yield Graph(SHIPPED, endpoint=url)


@pytest.fixture(scope="module")
def in_union(own: Graph, file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """As stores have it whose default graph is the union of all."""
    with oxigraph(file, tmp_path_factory.mktemp("union"), union=True, record=f"{own.asked.base}graph/record") as url:
        yield Graph(SHIPPED, endpoint=url)


@pytest.fixture(scope="module")
def in_virtuoso(own: Graph, file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    with virtuoso(file, tmp_path_factory.mktemp("virtuoso"), f"{own.asked.base}graph/record") as url:
        yield Graph(SHIPPED, endpoint=url)


@pytest.mark.oxigraph
@pytest.mark.parametrize("question", ASKED, ids=[question.name for question in ASKED])
def test_a_question_has_its_answer_in_oxigraph(own: Graph, in_oxigraph: Graph, question: Question) -> None:
    text = own.sparql(question.name)
    assert in_oxigraph.sparql(question.name) == text
    assert in_oxigraph.asked.ask(text, EVER) == own.asked.ask(text, EVER)
    assert table(in_oxigraph.asked, text, EVER) == table(own.asked, text, EVER)


@pytest.mark.virtuoso
@pytest.mark.parametrize("question", ASKED, ids=[question.name for question in ASKED])
def test_a_question_has_its_answer_in_virtuoso(own: Graph, in_virtuoso: Graph, question: Question) -> None:
    """Term by term and as often; not in the same order, since texts with and without language are sorted in another way there."""
    text = own.sparql(question.name)
    assert in_virtuoso.sparql(question.name) == text
    here, there = own.asked.ask(text, EVER), in_virtuoso.asked.ask(text, EVER)
    assert (there.truth, there.variables, Counter(there.rows)) == (here.truth, here.variables, Counter(here.rows))
    assert _counted(in_virtuoso, text) == _counted(own, text)


def _counted(graph: Graph, text: str) -> tuple[list[str], Counter[tuple[str, ...]]]:
    columns, rows = table(graph.asked, text, EVER)
    return columns, Counter(map(tuple, rows))


@pytest.mark.oxigraph
@pytest.mark.parametrize("query", MORE)
def test_eras_and_triples_are_the_same_in_oxigraph(own: Graph, in_oxigraph: Graph, in_union: Graph, query: str) -> None:
    assert table(in_oxigraph.asked, query, EVER) == table(own.asked, query, EVER)
    assert table(in_union.asked, query, EVER) == table(own.asked, query, EVER)


@pytest.mark.oxigraph
def test_a_union_in_which_the_record_has_no_name_is_refused(file: Path, tmp_path: Path) -> None:
    with oxigraph(file, tmp_path, union=True) as url, pytest.raises(EndpointError, match="the default graph holds the eras too"):
        Graph(SHIPPED, endpoint=url).query("votes")


@pytest.mark.virtuoso
@pytest.mark.parametrize("query", MORE)
def test_eras_and_triples_are_the_same_in_virtuoso(own: Graph, in_virtuoso: Graph, query: str) -> None:
    assert table(in_virtuoso.asked, query, EVER) == table(own.asked, query, EVER)


@pytest.mark.oxigraph
@pytest.mark.parametrize("name", sorted(DATED))
def test_a_question_of_a_time_is_refused(in_oxigraph: Graph, name: str) -> None:
    with pytest.raises(UsageError, match="graphs of a time are made by this program, not by an endpoint"):
        in_oxigraph.query(name)
