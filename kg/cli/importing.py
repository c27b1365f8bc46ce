"""The command that reads other people's data: import."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.options import corpus_option, folders
from kg.cli.output import progress
from kg.errors import FileError, StoreError, UsageError

if TYPE_CHECKING:
    from kg.readers.foreign.format import Format
    from kg.readers.foreign.importing import Imported, Wish

__all__ = ["import_"]

_SHOWN = 5  # triples that are left out, of which there may be many


class _Formats(click.Command):
    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from kg.readers.foreign.formats import told_formats

        with formatter.section("Formats"):
            formatter.write_dl(told_formats())


@click.command("import", cls=_Formats)
@click.argument("format")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="FILE…")
@click.option("--out", type=click.Path(path_type=Path), required=True, metavar="DIR", help="The new corpus.")
@click.option("--strict", is_flag=True, help="Write nothing where anything would be left out or rejected.")
@click.option("--mapping", type=click.Path(path_type=Path), metavar="FILE", help="YAML: what stands in which column, or relations by name.")
@click.option("--encoding", metavar="E", help="How the files are written where it is not UTF-8, such as latin-1.")
@click.option("--title", metavar="TEXT", help="What the new corpus is called.")
@click.option("--licence", metavar="URL", help="The licence of the data.")
@click.option("--base", metavar="URL", help="Where the IRIs begin. Default: as those of the corpus that actors are matched with.")
@click.option("--spells", is_flag=True, help="Join events of a pair and kind to relations that last.")
@click.option("--gap", type=click.IntRange(0), metavar="DAYS", help="The most days between two events that are joined. Default: 30.")
@click.option("--least", type=click.IntRange(1), metavar="N", help="Fewer events are not joined. Default: 2.")
@corpus_option
def import_(format: str, files: tuple[Path, ...], out: Path, strict: bool, corpus: tuple[Path, ...], **wishes: Any) -> None:
    """Make a corpus of files of a format, whole or not at all.

    Actors are matched with those of --corpus by code, else by a name that only one has. What can't be taken is in import/rejected.csv,
    who is new in import/unmatched.csv. --spells joins two events of a pair and kind (the pair is unordered where the kind is symmetric)
    if at most --gap days lie between the end of one and the begin of the next, so years in a row are one run; fewer than --least
    events are not joined. A joined relation cites the rows of all its events.
    """
    from kg.files import stands
    from kg.readers.foreign.formats import format_named

    found = format_named(format)
    if stands(out):
        raise FileError(out, "exists: name a new folder")
    if found is None:
        if given := [name for name, value in (wishes | {"corpus": corpus}).items() if value]:
            raise UsageError(f"rdf says all that --{given[0]} could say: leave it out")
        _import_rdf(files, out, strict)
        return
    wish = _wish(format, files, wishes)
    done = _import_tables(wish, found, folders(corpus), out, strict)
    _tell(out, done)


def _wish(format: str, files: Sequence[Path], wishes: dict[str, Any]) -> Wish:
    """What is asked for; limits of runs are wrong usage where no runs are joined."""
    from kg.readers.foreign.importing import Wish
    from kg.readers.foreign.runs import Rule

    limits = {name: value for name in ("gap", "least") if (value := wishes.pop(name)) is not None}
    if limits and not wishes["spells"]:
        raise UsageError(f"--{next(iter(limits))} is a limit of runs: add --spells, which joins them")
    wishes["spells"] = Rule(**limits) if wishes["spells"] else None
    return Wish(name=format, files=files, **wishes)


def _import_tables(wish: Wish, format: Format, corpora: Sequence[Path], out: Path, strict: bool) -> Imported:
    from kg.dataset import relations
    from kg.files import staging
    from kg.readers.curated.corpus import read
    from kg.readers.foreign.importing import imported

    kinds = relations()
    with progress() as step:
        step("reading corpora")
        known = read(corpora, kinds).records
        with imported(wish, format, known, kinds, step) as done:
            if strict and (count := done.account.rejected.total()):
                raise StoreError(f"{count:,} row{'s' * (count > 1)} rejected, nothing written; the first: {done.first[0]}")
            with staging(out) as staged:
                staged.update(done.files)
    return done


def _tell(out: Path, done: Imported) -> None:
    """The summary, on standard error."""
    from kg.cli.output import clean
    from kg.readers.foreign.ledger import told

    account = done.account
    lines = [f"Written: {out} ({done.statements:,} statements)"]
    parts = f"{account.taken:,} taken + {account.rejected.total():,} rejected + {account.skipped.total():,} skipped"
    lines += [f"Rows: {account.read:,} read = {parts}"]
    if account.rejected:
        lines += [f"Rejected: {told(account.rejected)}; each in {out / 'import' / 'rejected.csv'}, the first:"]
        lines += [f"  {clean(first)}" for first in done.first]
    if account.skipped:
        lines += [f"Skipped: {told(account.skipped)}"]
    lines += [f"Actors: {done.matched:,} matched, {done.new:,} new" + f" (in {out / 'import' / 'unmatched.csv'})" * bool(done.new)]
    if joined := done.joined:
        lines += [
            f"Spells: {joined.events:,} events joined to {joined.spells:,} relations, {joined.left:,} stay as they are "
            f"(gap {joined.rule.gap} days, {joined.rule.least} events at least)"
        ]
    click.echo("\n".join(lines), err=True)


def _import_rdf(files: Sequence[Path], out: Path, strict: bool) -> None:
    from kg.dataset import relations
    from kg.files import staging
    from kg.readers.rdf import read_rdf

    if len(files) != 1:
        raise UsageError("rdf is read from one file: name it")
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
