"""Questions that a scholar would ask of the shipped corpus, each with its whole answer and the passages behind every row.

They stand in ``competency.yaml``; the answers in ``answers/ID.csv``, read against the essays when they were written
down. ``python tests/query/test_competency.py ID`` prints what the corpus answers now.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from kg import Graph, resources
from kg.query.scope import Scope
from kg.query.table import table

HERE = Path(__file__).parent
SHIPPED = [resources.shipped_corpus()]
FIELDS = {"id", "question", "ask", "with", "on", "during", "era", "certain", "as-seen-by"}
LIST: list[Mapping[str, Any]] = yaml.load((HERE / "competency.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
CASES: dict[str, Mapping[str, Any]] = {case["id"]: case for case in LIST}


def scope(case: Mapping[str, Any]) -> Scope:
    """The time that a question is asked of."""
    return Scope(case.get("on"), case.get("during"), case.get("era"), case.get("certain") == "true", case.get("as-seen-by"))


def sparql(graph: Graph, case: Mapping[str, Any]) -> str:
    """The query with its parameters bound."""
    return graph.sparql(case["ask"], case.get("with"), timed=scope(case).timed)


def answer(graph: Graph, case: Mapping[str, Any]) -> list[list[str]]:
    """The header and the rows of the table that ``kg query`` prints."""
    columns, rows = table(graph.engine, sparql(graph, case), scope(case))
    return [list(columns), *map(list, rows)]


@pytest.fixture(scope="module")
def shipped() -> Graph:
    return Graph(SHIPPED)


@pytest.mark.parametrize("name", CASES)
def test_a_scholar_gets_the_whole_answer_with_its_passages(shipped: Graph, name: str) -> None:
    with (HERE / "answers" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        assert answer(shipped, CASES[name]) == list(csv.reader(file))


def test_sixty_questions_and_every_named_one_are_asked(shipped: Graph) -> None:
    assert len(CASES) >= 60
    assert len(LIST) == len(CASES)
    assert len({case["question"] for case in LIST}) == len(LIST)
    assert set(shipped.questions()) <= {case["ask"] for case in LIST}
    assert [case for case in LIST if set(case) - FIELDS] == []


def test_every_answer_belongs_to_a_question() -> None:
    assert {file.stem for file in (HERE / "answers").iterdir()} == set(CASES)


def test_every_answer_has_rows_and_cites_passages_unless_it_counts(shipped: Graph) -> None:
    for name, case in CASES.items():
        with (HERE / "answers" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            columns, *rows = csv.reader(file)
        assert rows, name
        counts = any(f"{word}(" in sparql(shipped, case) for word in ("COUNT", "SUM"))
        if not counts and columns != ["answer"]:
            assert columns[-1].startswith("passages"), name
            assert [row for row in rows if not row[-1]] == [], name


if __name__ == "__main__":
    csv.writer(sys.stdout, lineterminator="\n").writerows(answer(Graph(SHIPPED), CASES[sys.argv[1]]))
