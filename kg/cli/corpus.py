"""Commands for those who keep a corpus: build, check, init."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import corpus_option, folders
from kg.cli.output import print_table, progress
from kg.errors import CorpusError

if TYPE_CHECKING:
    from kg.readers.curated.corpus import Curated
    from kg.readers.documents import Text

__all__ = ["build", "check", "init"]


@click.command()
@click.option("--out", type=click.Path(path_type=Path), default=Path("dist"), show_default=True, help="The folder to write into.")
@corpus_option
def build(out: Path, corpus: tuple[Path, ...]) -> None:
    """Check a corpus, write its graph, its era views and the ontology, and count what is in it."""
    from kg.build import build

    warnings: list[str] = []
    with progress() as step:
        counts = build(folders(corpus), out, step, warnings.append)
    print_table(["record", "count"], [(kind, str(number)) for kind, number in counts.items()])
    for told in warnings:
        click.echo(f"Warning: {told}", err=True)
    click.echo(f"Written to {out}: open {out / 'index.html'}", err=True)


@click.command()
@click.option("--documents", type=click.Path(path_type=Path), metavar="DIR", help="The sources' texts, to hold every passage against.")
@click.option("--coverage", is_flag=True, help="Name the paragraphs of each source that no record cites, and fail where any is left.")
@corpus_option
def check(documents: Path | None, coverage: bool, corpus: tuple[Path, ...]) -> None:
    """Check fields, references, dates, SHACL and evidence; every fault as file:line, exit code 1."""
    from kg.dataset import check, undescribed
    from kg.query.questions import check_questions

    try:
        with progress() as step:
            step("checking")
            checked = check(folders(corpus), documents)
            check_questions(folders(corpus), checked.curated.records.corpus.base)
    except CorpusError:
        if documents is not None:  # who describes a new text needs its figures most while they are missing
            _print_texts(undescribed(folders(corpus), documents))
        raise
    click.echo(f"{len(checked.curated.records.by_id) + sum(map(len, checked.tables))} records, no fault")
    if coverage:
        _print_coverage(checked.curated)
    if checked.verified is None:
        click.echo("Not checked: passages against the sources' texts; give --documents DIR", err=True)
        return
    click.echo(f"{checked.verified.verified} passages stand in their texts, {checked.verified.without_text} cite sources without one")
    _print_texts(checked.verified.unclaimed)


def _print_texts(texts: Iterable[Text]) -> None:
    for text in texts:
        click.echo(f"{text.path} is no source's text yet; in sources.yaml it would be:\n{text.entry()}", err=True)


def _print_coverage(curated: Curated) -> None:
    """What each source has, as a table. Raises `CorpusError` where a paragraph is left."""
    from kg.readers.curated.coverage import coverage, unaccepted

    found = coverage(curated.records, curated.accepted)
    counts = [(one.source.id, *map(str, map(len, (one.source.paragraphs, one.cited, one.accepted, one.left)))) for one in found]
    print_table(["source", "paragraphs", "with records", "accepted without", "left"], counts)
    if faults := list(unaccepted(found, curated.origins)):
        raise CorpusError(faults)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
def init(folder: Path) -> None:
    """Make a new corpus in DIR, with an example of every record."""
    from kg.readers.curated.starter import write_starter

    write_starter(folder)
    check = f"kg check --corpus {folder} --documents {folder / 'documents'}"
    click.echo(f"A corpus with an example of every record is in {folder}: check it with `{check}`", err=True)
