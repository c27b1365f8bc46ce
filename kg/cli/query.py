"""Commands that ask: query, questions."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import click

from kg.cli.options import corpus_option, folders, time_options
from kg.cli.output import print_table
from kg.errors import UsageError
from kg.files import decode, read_text
from kg.graph import Graph
from kg.query.scope import Scope

__all__ = ["query", "questions"]

_FORMATS = ["table", "csv", "tsv", "json", "xml", "turtle", "ntriples"]


@click.command()
@click.argument("query")
@time_options
@click.option("--param", multiple=True, metavar="NAME=VALUE", help="A parameter of the question; repeatable.")
@click.option("--format", type=click.Choice(_FORMATS), default="table", show_default=True, help="How the answer is written.")
@click.option("--endpoint", metavar="URL", help="Ask a SPARQL endpoint that holds the data set, and not the corpus.")
@corpus_option
def query(
    query: str,
    on: str | None,
    during: str | None,
    era: str | None,
    certain: bool,
    as_seen_by: str | None,
    param: tuple[str, ...],
    format: str,
    endpoint: str | None,
    corpus: tuple[Path, ...],
) -> None:
    """Ask a named question, a file of SPARQL, SPARQL text, or - for standard input."""
    from kg.query.table import table

    graph = Graph(folders(corpus), endpoint=endpoint)
    scope = Scope(on, during, era, certain, as_seen_by)
    text = graph.sparql(_text(query), dict(map(_pair, param)), timed=scope.timed)
    asked = graph.asked
    # From here on nothing is written: Ctrl-C may end the engine at once, in whose loops Python hears no signal.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if format == "table":
        print_table(*table(asked, text, scope))
    else:
        sys.stdout.buffer.write(asked.write(text, format, scope=scope).body)


@click.command()
@corpus_option
def questions(corpus: tuple[Path, ...]) -> None:
    """List the named questions, with what each needs."""
    rows = []
    for question in Graph(folders(corpus)).questions().values():
        needs = [f"{p.name}={p.default} ({p.meaning})" for p in question.parameters]
        rows.append((question.name, question.title, "; ".join(["--on, --during or --era"] * question.time + needs)))
    print_table(["name", "question", "needs"], rows)


def _text(query: str) -> str:
    if query == "-":
        return decode(Path("standard input"), sys.stdin.buffer.read()).removeprefix("\ufeff")
    try:
        is_file = Path(query).is_file()
    except (OSError, ValueError):  # too long for a name, or with a NUL in it
        is_file = False
    if is_file:
        return read_text(Path(query)).removeprefix("\ufeff")
    if query.endswith(".rq") and not any(c in query for c in "{}\n"):
        raise UsageError(f"{query}: no such file")
    return query


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not (name and equals):
        raise UsageError(f"--param {text!r}: write NAME=VALUE")
    return name, value
