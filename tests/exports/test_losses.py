"""The table of what survives in each format is made from the formats themselves."""

from __future__ import annotations

import io
from dataclasses import astuple, fields
from decimal import Decimal
from pathlib import Path

import polars
import pytest

from kg.exports.export import contents
from kg.exports.format import Kept
from kg.exports.formats import FORMATS
from kg.model.evidence import Quantity
from kg.model.vocabulary import Comparator
from tests.exports.build import graph_of
from tests.model import build

README = Path(__file__).parents[2] / "README.md"
HEAD = ["| format | what it is | time | view | evidence | status | conflict | rest |", "|---|---|---|---|---|---|---|---|"]


def table() -> list[str]:
    """The table as Markdown."""
    return [*HEAD, *(f"| `{format.name}` | {format.title} | {' | '.join(astuple(format.kept))} |" for format in FORMATS.values())]


def test_the_readme_has_the_table_of_all_formats() -> None:
    lines = README.read_text("utf-8").splitlines()
    start = lines.index(HEAD[0])
    assert lines[start : start + len(table())] == table()
    assert not lines[start + len(table())].startswith("|")


def test_the_columns_are_what_may_survive() -> None:
    assert HEAD[0].strip("| ").split(" | ")[2:] == [field.name for field in fields(Kept)]


CLAIM, FIGURE, GROUND, LONE = "Ducks were the reason.", "ducks-counted", "law-of-ducks", "Island of Nobody"
NETWORKS = ("gexf", "graphml", "cytoscape", "edges")


@pytest.mark.parametrize("name", FORMATS)
def test_of_claims_figures_grounds_and_entities_is_there_what_the_table_tells(name: str) -> None:
    whole = FORMATS[name].kept.rest == "yes"
    written = _written(name)
    wanted = {
        CLAIM: whole or name == "ftm",
        FIGURE: whole or name in ("parquet", "nanopub"),
        GROUND: whole or name in ("parquet", "nanopub", "wikibase", "ftm"),  # there as an entity, of no statement
        LONE: whole or name in ("wikibase", "ftm"),
    }
    assert {said: said in written for said in wanted} == wanted


def _written(name: str) -> str:
    """All that the format has to say of a graph with a claim, a figure, a ground, and an entity on which nothing hangs."""
    ducks = Quantity(FIGURE, Decimal(3), "duck", Comparator.EXACTLY)
    graph = graph_of(
        build.source("gazette"),
        build.state("freedonia"),
        build.state("sylvania"),
        build.place("island", label=LONE),
        build.policy(GROUND),
        build.statement("aids", "freedonia aids sylvania", because=(GROUND,), quantities=(ducks,), evidence=build.CITED),
        build.claim("doubt", "aids", gist=CLAIM, evidence=build.CITED),
    )
    format = FORMATS[name]
    only = "record" if format.single else None
    files = contents(graph, format, only=only)
    return "".join(_text(file, data if isinstance(data, bytes) else b"".join(data)) for file, data in files.items())


def _text(file: str, data: bytes) -> str:
    return str(polars.read_parquet(io.BytesIO(data)).to_dicts()) if file.endswith(".parquet") else data.decode()


if __name__ == "__main__":
    print("\n".join(table()))
