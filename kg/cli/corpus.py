"""Commands for those who keep a corpus: build, check, init."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import corpus_option, folders
from kg.cli.output import print_table, progress

__all__ = ["build", "check", "init"]


@click.command()
@click.option("--out", type=click.Path(path_type=Path), default=Path("dist"), show_default=True, help="The folder to write into.")
@corpus_option
def build(out: Path, corpus: tuple[Path, ...]) -> None:
    """Check a corpus, write its graph, its era views and the ontology, and count what is in it."""
    from kg.build import build

    with progress() as step:
        counts = build(folders(corpus), out, step)
    print_table(["record", "count"], [(kind, str(number)) for kind, number in counts.items()])
    click.echo(f"Written to {out}: open {out / 'index.html'}", err=True)


@click.command()
@click.option("--documents", type=click.Path(path_type=Path), metavar="DIR", help="The sources' texts, to hold every passage against.")
@corpus_option
def check(documents: Path | None, corpus: tuple[Path, ...]) -> None:
    """Check fields, references, dates, SHACL and evidence; every fault as file:line, exit code 1."""
    from kg.dataset import check
    from kg.query.questions import check_questions

    with progress() as step:
        step("checking")
        checked = check(folders(corpus), documents)
        check_questions(folders(corpus), checked.curated.records.corpus.base)
    click.echo(f"{len(checked.curated.records.by_id)} records, no fault")
    if checked.verified is None:
        click.echo("Not checked: passages against the sources' texts; give --documents DIR", err=True)
        return
    click.echo(f"{checked.verified.verified} passages stand in their texts, {checked.verified.without_text} cite sources without one")
    for text in checked.verified.unclaimed:
        click.echo(f"{text.path} is no source's text yet; in sources.yaml it would be:\n{text.entry()}", err=True)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
def init(folder: Path) -> None:
    """Make a new corpus in DIR, with an example of every record."""
    from kg.readers.curated.starter import write_starter

    write_starter(folder)
    check = f"kg check --corpus {folder} --documents {folder / 'documents'}"
    click.echo(f"A corpus with an example of every record is in {folder}: check it with `{check}`", err=True)
