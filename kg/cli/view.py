"""The command that draws: view."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import corpus_option, folders, time_options
from kg.cli.output import progress
from kg.graph import Graph
from kg.query.scope import Scope

if TYPE_CHECKING:
    from kg.views.passages import Passages

__all__ = ["view"]


@click.command()
@time_options
@click.option("--periodisation", metavar="ID", help="Whose eras are the tabs. Default: the corpus's own.")
@click.option(
    "--documents", type=click.Path(path_type=Path), metavar="DIR", help="The sources' texts: the page then carries what it cites."
)
@click.option("--out", type=click.Path(path_type=Path), default=Path("view.html"), show_default=True, help="The file to write.")
@corpus_option
def view(
    on: str | None,
    during: str | None,
    era: str | None,
    certain: bool,
    as_seen_by: str | None,
    periodisation: str | None,
    documents: Path | None,
    out: Path,
    corpus: tuple[Path, ...],
) -> None:
    """Write one self-contained HTML file: all eras, or one day, period or era."""
    from kg.files import write
    from kg.views.page import large
    from kg.views.spans import era_page

    graph, scope = Graph(folders(corpus)), Scope(on, during, era, certain, as_seen_by)
    with progress() as step:
        step("drawing")
        found = _passages(graph, scope, documents) if documents is not None else None
        page = era_page(graph, periodisation, scope, documents=found)
    write(out, page)
    click.echo(f"Written: {out} ({len(page) / 1000:,.0f} kB)", err=True)
    if told := large(page):
        click.echo(f"Warning: {told}", err=True)
    if found is not None:
        _tell(found, documents)


def _tell(found: Passages, documents: Path | None) -> None:
    many = len(found.paragraphs)
    click.echo(f"The page carries text of the sources: {many} paragraph{'s' * (many != 1)}.", err=True)
    if found.missing:
        click.echo(f"Not found in {documents}: the text of {', '.join(found.missing)}", err=True)


def _passages(graph: Graph, scope: Scope, documents: Path) -> Passages:
    """The passages of what the page shows."""
    from kg.views.passages import cited, passages

    within = graph.span(scope) if scope.timed else None
    return passages(graph.records.records, documents, cited(graph.records, within))
