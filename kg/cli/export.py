"""The command that writes the graph for other tools: export."""

from __future__ import annotations

import sys
from dataclasses import astuple, fields
from pathlib import Path

import click

from kg.cli.options import corpus_option, folders, time_options
from kg.cli.output import print_table, progress
from kg.errors import UsageError
from kg.files import Data
from kg.graph import Graph
from kg.query.scope import Scope

__all__ = ["export"]


def _list(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    """Answer ``--list``, whatever else is asked for."""
    from kg.exports.format import Kept
    from kg.exports.formats import FORMATS

    if asked:
        columns = ("format", "what it is", *(field.name for field in fields(Kept)))
        print_table(columns, [(format.name, format.title, *astuple(format.kept)) for format in FORMATS.values()])
        ctx.exit()


def _print(data: Data) -> None:
    """All of it or nothing: what fails on the way must not look like an answer."""
    from shutil import copyfileobj
    from tempfile import SpooledTemporaryFile

    with SpooledTemporaryFile(max_size=1 << 24) as whole:
        whole.writelines([data] if isinstance(data, bytes) else data)
        whole.seek(0)
        copyfileobj(whole, sys.stdout.buffer)


@click.command()
@click.argument("format", required=False)
@time_options
@click.option("--graph", "only", metavar="ID", help="Of RDF only one graph: record, an era, or of a time on/DATE or the like.")
@click.option("--out", type=click.Path(path_type=Path), metavar="PATH", help="The file, or the folder where there are several.")
@click.option("--force", is_flag=True, help="Replace what stands there.")
@click.option(
    "--list", is_flag=True, expose_value=False, is_eager=True, callback=_list, help="List the formats, with what survives in each."
)
@corpus_option
def export(
    format: str | None,
    on: str | None,
    during: str | None,
    era: str | None,
    certain: bool,
    as_seen_by: str | None,
    only: str | None,
    out: Path | None,
    force: bool,
    corpus: tuple[Path, ...],
) -> None:
    """Write the graph, or what holds at a time, in the format of other tools."""
    from kg.exports.export import contents, format_of
    from kg.exports.export import export as write

    if format is None:
        raise UsageError("which format? kg export --list shows them")
    chosen, scope, graph = format_of(format), Scope(on, during, era, certain, as_seen_by), Graph(folders(corpus))
    if out is None and (not chosen.ending or not chosen.text):
        raise UsageError(f"{format} is {'no text' if chosen.ending else 'several files'}: name where it goes with --out")
    with progress() as step:
        step(f"writing {format}")
        if out is not None:
            written = list(write(graph, chosen, out, scope, only, force=force))
        else:
            (data,) = contents(graph, chosen, scope, only).values()
            _print(data)
            return
    size = sum(path.stat().st_size for path in written)
    click.echo(f"Written: {out} ({len(written)} file{'s' * (len(written) != 1)}, {size / 1000:,.0f} kB)", err=True)
