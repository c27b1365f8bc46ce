"""The command that draws: view."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import corpus_option, folders, time_options
from kg.cli.output import progress
from kg.graph import Graph
from kg.query.scope import Scope

__all__ = ["view"]


@click.command()
@time_options
@click.option("--periodisation", metavar="ID", help="Whose eras are the tabs. Default: the corpus's own.")
@click.option("--out", type=click.Path(path_type=Path), default=Path("view.html"), show_default=True, help="The file to write.")
@corpus_option
def view(
    on: str | None,
    during: str | None,
    era: str | None,
    certain: bool,
    as_seen_by: str | None,
    periodisation: str | None,
    out: Path,
    corpus: tuple[Path, ...],
) -> None:
    """Write one self-contained HTML file: all eras, or one day, period or era."""
    from kg.files import write
    from kg.views.spans import era_page

    with progress() as step:
        step("drawing")
        page = era_page(Graph(folders(corpus)), periodisation, Scope(on, during, era, certain, as_seen_by))
    write(out, page)
    click.echo(f"Written: {out} ({len(page) / 1000:,.0f} kB)", err=True)
