"""``kg query --endpoint``: a store elsewhere is asked, and what it can't be asked is wrong usage."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.dataset import build
from tests.query.stub import Stub, holding, serving

if TYPE_CHECKING:
    from tests.cli.conftest import Run


@pytest.fixture
def stub(small: Path) -> Iterator[Stub]:
    with serving(holding(build([small]).dataset, named="https://freedonia.example/graph/record", union=True)) as server:
        yield server


def test_an_endpoint_answers_as_the_corpus_does(kg: Run, small: Path, stub: Stub) -> None:
    for arguments in (["threats"], ["threats", "--param", "actor=sylvania"], ["ASK {}", "--format", "xml"]):
        before = len(stub.seen)
        there = kg("query", *arguments, "--corpus", small, "--endpoint", stub.url)
        assert len(stub.seen) > before
        assert there == kg("query", *arguments, "--corpus", small)
        assert there.code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "why"),
    [
        (["ASK {}", "--on", "1932-01-01"], 2, "graphs of a time are made by this program, not by an endpoint"),
        (["leaders", "--era", "late"], 2, "graphs of a time are made by this program, not by an endpoint"),
        (["leaders"], 2, "leaders asks about a time: graphs of a time are made by this program"),
        (["ASK {}", "--certain"], 2, "--certain and --as-seen-by say more of --on, --during or --era: give one of these"),
        (["CONSTRUCT WHERE { ?s ?p ?o }", "--format", "csv"], 1, "the query gives triples: write them as "),
    ],
)
def test_what_an_endpoint_can_t_do_is_told_in_one_line(kg: Run, small: Path, stub: Stub, arguments: list[str], code: int, why: str) -> None:
    done = kg("query", *arguments, "--corpus", small, "--endpoint", stub.url)
    assert (done.code, done.out, done.err.count("\n")) == (code, "", 1)
    assert done.err.startswith(f"kg: {why}")


def test_an_address_that_is_none_is_wrong_usage(kg: Run, small: Path) -> None:
    done = kg("query", "ASK {}", "--corpus", small, "--endpoint", "file:///etc/passwd")
    assert (done.code, done.out, done.err) == (2, "", "kg: an endpoint is an address such as http://localhost:7878/query\n")
