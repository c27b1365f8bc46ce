"""Commands that tell: show, conflicts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kg.cli.options import corpus_option, folders, time_options
from kg.cli.output import clean, print_table
from kg.graph import Graph

__all__ = ["conflicts", "show"]


@click.command()
@click.argument("entity")
@time_options
@corpus_option
def show(entity: str, corpus: tuple[Path, ...], **time: Any) -> None:
    """Tell who ENTITY is: relations, events, claims, each with evidence."""
    portrait = Graph(folders(corpus)).show(entity, **time)
    names = f" (also {', '.join(portrait.entity.aliases)})" if portrait.entity.aliases else ""
    click.echo(clean(f"{portrait.entity.label}, {portrait.kind}{names}"))
    if portrait.entity.definition:
        click.echo(clean(portrait.entity.definition))
    tables = (
        ("Relations", ["when", "relation", "according to", "how", "passages"], portrait.relations),
        ("Events", ["when", "event", "role", "status", "passages"], portrait.events),
        ("Claims", ["when", "claim", "according to", "how", "passages"], portrait.claims),
    )
    if not any(rows for _, _, rows in tables):
        click.echo("Nothing is recorded of it" + (" for this time" if any(time.values()) else ""))
    for title, columns, rows in tables:
        if rows:
            click.echo()
            print_table(columns, rows, f"{title} ({len(rows)})")


@click.command()
@click.argument("entity", required=False)
@corpus_option
def conflicts(entity: str | None, corpus: tuple[Path, ...]) -> None:
    """List what the sources disagree on, both readings with their passages; of one ENTITY, or all."""
    known = Graph(folders(corpus)).conflicts(entity)
    if not known:
        click.echo("No conflict is recorded" + (f" that touches {clean(entity)}" if entity else ""))
    for i, found in enumerate(known):
        conflict = found.conflict
        reason = f"; preferred: {conflict.reason}" if conflict.reason else ""
        if i:
            click.echo()
        rows = [(("→ " if r.preferred else "") + r.text, r.when, r.according_to, r.how, r.passages) for r in found.readings]
        print_table(
            ["reading", "when", "according to", "how", "passages"],
            rows,
            f"{conflict.id}: {conflict.kind}, {', '.join(conflict.scope)}{reason}",
        )
        if conflict.note:
            click.echo(clean(conflict.note))
