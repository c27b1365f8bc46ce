"""The command that compares: diff."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from kg.analysis.difference import Change, Difference, sign_in_words
from kg.cli.options import corpus_option, folders, view_options
from kg.cli.output import clean, print_table
from kg.graph import Graph

__all__ = ["diff"]

_COLUMNS = ["change", "pair", "before", "after", "statement", "when", "according to", "how", "passages"]


@click.command()
@click.argument("first", metavar="ERA")
@click.argument("second", metavar="ERA")
@view_options
@click.option("--format", type=click.Choice(["table", "json"]), default="table", show_default=True, help="How the answer is written.")
@corpus_option
def diff(first: str, second: str, certain: bool, as_seen_by: str | None, format: str, corpus: tuple[Path, ...]) -> None:
    """Tell what began, ended, changed sign and was kept from one ERA to another, with evidence; only JSON lists what was kept."""
    found = Graph(folders(corpus)).difference(first, second, certain=certain, as_seen_by=as_seen_by)
    if format == "json":
        sys.stdout.buffer.write(found.to_json())
        return
    click.echo(clean(found.sentence))
    click.echo(clean(_statements(found)))
    if rows := list(_rows(found)):
        click.echo()
        print_table(_COLUMNS, rows)


def _statements(found: Difference) -> str:
    """The counts of statements, and which are counted."""
    count = found.counts["statements"]
    held = "certainly" if found.certain else "possibly"
    view = f"in the view of {found.as_seen_by}, or undisputed" if found.as_seen_by else "in anybody’s view"
    return f"Statements that {held} held, {view}: {count['began']} began, {count['ended']} ended, {count['kept']} kept."


def _rows(found: Difference) -> Iterator[tuple[str, ...]]:
    for pair in found.pairs:
        head = (" – ".join(pair.labels), sign_in_words(pair.before), sign_in_words(pair.after))
        if pair.change is Change.CHANGED:
            yield ("changed sign", *head, *[""] * 5)
        for word, names in (("began", pair.began), ("ended", pair.ended)):
            for name in names:
                told = found.statements[name]
                yield (word, *head, told.text, told.when, told.according_to, told.how, "; ".join(told.places))
