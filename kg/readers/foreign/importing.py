"""Files of a format to the files of a corpus, which stand whole in a work folder before any is moved to its place."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from kg.errors import FileError, UsageError
from kg.files import Data
from kg.model.entities import Source
from kg.model.records import Corpus, Records
from kg.model.relations import Relation
from kg.model.vocabulary import SourceKind
from kg.readers.foreign.corpus import closure, files_of, parts
from kg.readers.foreign.facts import Reader, Reject, Skip
from kg.readers.foreign.format import Format, Job, Sheet
from kg.readers.foreign.intake import Intake
from kg.readers.foreign.ledger import Account, Ledger
from kg.readers.foreign.lines import check_encoding
from kg.readers.foreign.roster import Roster, slug
from kg.readers.foreign.runs import Rule
from kg.readers.foreign.spells import Joined, join
from kg.readers.foreign.statements import StatementTable, need_arrow

__all__ = ["Imported", "Wish", "imported"]

_TOLD = 50_000  # rows between two words on how far it is

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is asked for: ``name`` is the format's, ``spells`` the rule by which runs are joined, if they are."""

    name: str
    files: Sequence[Path]
    title: str | None = None
    licence: str | None = None
    base: str | None = None
    mapping: Path | None = None
    encoding: str | None = None
    spells: Rule | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What came of it: the new corpus's files, which last as long as the context, and the figures of the summary."""

    files: Mapping[str, Data]
    account: Account
    first: Sequence[str]
    matched: int
    new: int
    statements: int
    joined: Joined | None


@contextmanager
def imported(wish: Wish, format: Format, known: Records, kinds: Mapping[str, Relation], tell: Tell) -> Iterator[Imported]:
    """Read files of a format, and match their actors with those of ``known``.

    Raises `FileError` where a file is damaged or not of the format, `UsageError` where what was asked for does not fit.
    """
    need_arrow()
    check_encoding(wish.encoding)
    if wish.mapping and not format.mapped:
        raise UsageError(f"{wish.name} has no use for a mapping: leave --mapping out")
    _check_addresses(wish)
    sources = _sources(wish, known)
    names = {path: source.id for path, source in sources.items()}
    job = Job(sources=names, kinds=kinds, mapping=wish.mapping, encoding=wish.encoding)
    roster = Roster(known.by_id, names.values())
    with TemporaryDirectory(prefix="kg-") as place:
        try:
            ledger, tables, joined = _tables(wish, format, job, roster, Path(place), tell)
        except OSError as error:
            raise FileError(
                Path(place), f"can't be written, set TMPDIR to a folder that can: {(error.strerror or str(error)).lower()}"
            ) from None
        tell("writing")
        unmatched, matched = roster.unmatched, roster.matched()
        entities = {**matched, **job.made, **{source.id: source for source in sources.values()}}
        files = files_of(_corpus(wish, format, job, known.corpus.base), closure(entities, known.by_id), unmatched)
        files |= {f"statements/{name}.parquet": parts(table.path) for name, table in tables.items() if table.rows}
        if ledger.account.rejected:
            files["import/rejected.csv"] = parts(ledger.path)
        statements = sum(table.rows for table in tables.values())
        yield Imported(
            files=files,
            account=ledger.account,
            first=ledger.first,
            matched=len(matched),
            new=len(unmatched),
            statements=statements,
            joined=joined,
        )


def _tables(
    wish: Wish, format: Format, job: Job, roster: Roster, work: Path, tell: Tell
) -> tuple[Ledger, Mapping[str, StatementTable], Joined | None]:
    """The account, the statement tables by name, and what was joined; all of it lies in the work folder."""
    with Ledger(work / "rejected.csv") as ledger, StatementTable(work / "events.parquet") as table:
        intake = Intake(job.kinds, roster, job.made, table)
        for sheet, reader in format.read(job):
            _read(sheet, reader, intake, ledger, tell)
    if not ledger.account.balanced:
        raise AssertionError(f"rows are not accounted for: {ledger.account}")
    if not wish.spells or not table.rows:
        return ledger, {wish.name: table}, None
    tell("joining runs")
    return ledger, *join(table, wish.name, job.kinds, wish.spells)


def _check_addresses(wish: Wish) -> None:
    for name, value in (("licence", wish.licence), ("base", wish.base)):
        if value and not value.startswith(("http://", "https://")):
            raise UsageError(f"{name} {value!r} is no web address: write https://…")
    if wish.base and not wish.base.endswith(("/", "#")):
        raise UsageError(f"base {wish.base!r} does not end in / : ids are put behind it")


def _corpus(wish: Wish, format: Format, job: Job, base: str) -> Corpus:
    """What the user says of the new corpus, else what the files say, else the format; with the base of the others, ids mean the same."""
    title = wish.title or job.about.get("title") or format.title
    licence = wish.licence or job.about.get("licence") or format.licence
    return Corpus(title=title, version="1", licence=licence, base=wish.base or base)


def _read(sheet: Sheet, reader: Reader, intake: Intake, ledger: Ledger, tell: Tell) -> None:
    """Every row of a file into the account, once."""
    account, width, begun = ledger.account, len(sheet.columns), time.monotonic()
    for number, row in enumerate(sheet.rows, 1):
        account.read += 1
        try:
            if row.why:
                raise Reject("its form", row.why)
            if len(row.cells) != width:
                raise Reject("its form", f"{len(row.cells)} cells where the table has {width} columns")
            intake.take(reader(row.cells), sheet.source, number)
        except Reject as why:
            ledger.reject(sheet.path, number, row, why)
        except Skip as why:
            account.skipped[why.kind] += 1
        else:
            account.taken += 1
        if number % _TOLD == 0:
            rate = number / max(time.monotonic() - begun, 1e-9)
            tell(f"{sheet.path.name}: {number:,} rows, {rate:,.0f} a second, {account.rejected.total():,} rejected")


def _sources(wish: Wish, known: Records) -> dict[Path, Source]:
    """A record for each file, by its path; no other id begins with one of theirs."""
    found: dict[Path, Source] = {}
    if not wish.files:
        raise UsageError(f"{wish.name} needs files: name them")
    for path in wish.files:
        if path in found:
            raise UsageError(f"{path} is named twice")
        stem = slug(path.name.removesuffix(".gz").rpartition(".")[0] or path.name)
        name = first = stem if stem.startswith(wish.name) else f"{wish.name}-{stem}"
        taken, number = [*known.by_id, *(source.id for source in found.values())], 1
        while any(_clash(name, other) for other in taken):
            number += 1
            name = f"{first}-file-{number}"
        found[path] = Source(id=name, kind=SourceKind.DATASET, label=path.name, definition=f"Read from a file of SHA-256 {_sha256(path)}.")
    return found


def _clash(name: str, other: str) -> bool:
    """Whether the ids of one file's statements could be, or look like, the other's id."""
    return name == other or other.startswith(f"{name}-") or (name.startswith(f"{other}-") and name[len(other) + 1 :].isdigit())


def _sha256(path: Path) -> str:
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            raise FileError(path, "is no plain file but a device, a pipe or a socket: it is read twice, so name a file")
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise FileError(path, (error.strerror or str(error)).lower()) from None
