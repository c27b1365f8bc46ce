"""The command that reads other people's data: import."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.output import progress
from kg.errors import FileError, StoreError, UsageError

__all__ = ["import_"]

_SHOWN = 5  # triples that are left out, of which there may be many


@click.command("import")
@click.argument("format")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="FILE…")
@click.option("--out", type=click.Path(path_type=Path), required=True, metavar="DIR", help="The new corpus.")
@click.option("--strict", is_flag=True, help="Write nothing where anything would be left out.")
def import_(format: str, files: tuple[Path, ...], out: Path, strict: bool) -> None:
    """Make a corpus of files of a format: rdf (this program's own RDF)."""
    from kg.dataset import relations
    from kg.files import staging, stands
    from kg.readers.rdf import read_rdf

    if format != "rdf":
        raise UsageError(f"no format {format!r} to import; there are: rdf")
    if len(files) != 1:
        raise UsageError("rdf is read from one file: name it")
    if stands(out):
        raise FileError(out, "exists: name a new folder")
    with progress() as step:
        step(f"reading {files[0]}")
        imported = read_rdf(files[0], relations())
        if imported.left and strict:
            raise StoreError(
                f"{files[0]}: {len(imported.left)} triples have no place in a corpus, the first: {imported.left[0].n3.strip()}"
            )
        step("writing")
        with staging(out) as staged:
            staged.update(imported.files)
    click.echo(f"Written: {out} ({len(imported.resolved.records.by_id)} records)", err=True)
    if imported.left:
        click.echo(f"Left out: {len(imported.left)} triples that have no place in a corpus:", err=True)
    for quad in imported.left[:_SHOWN]:
        click.echo(f"  {quad.n3.strip()}", err=True)
