"""The sources' texts, where they are at hand: does every passage lie where the corpus says, and name what it is cited for?"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import Fault, FileError
from kg.files import read_text
from kg.model.entities import Entity, Office, Source
from kg.model.events import Event
from kg.model.evidence import Evidence
from kg.model.records import Record, Records
from kg.model.statements import Claim, Statement
from kg.readers.curated.corpus import Curated

__all__ = ["Text", "Verified", "read_texts", "text_files", "texts_shown", "unclaimed", "verify"]


@dataclass(frozen=True, slots=True)
class Text:
    """A text as sources describe it: UTF-8 without BOM, ``\\n``, NFC; paragraphs are its non-empty lines."""

    path: Path
    text: str

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def lines(self) -> tuple[tuple[int, str], ...]:
        """The paragraphs, each after its offset in code points.

        >>> Text(Path("a.txt"), "One\\n\\nTwo").lines
        ((0, 'One'), (5, 'Two'))
        """
        found, at = [], 0
        for line in self.text.split("\n"):
            if line.strip():
                found.append((at, line))
            at += len(line) + 1
        return tuple(found)

    @property
    def paragraphs(self) -> tuple[int, ...]:
        """The offsets of the paragraphs, in code points."""
        return tuple(at for at, _ in self.lines)

    def entry(self) -> str:
        """The lines that describe the text in ``sources.yaml``."""
        starts = ", ".join(map(str, self.paragraphs))
        return f"  sha256: {self.sha256}\n  length: {len(self.text)}\n  paragraphs: [{starts}]"


@dataclass(slots=True)
class Verified:
    """How many pieces of evidence were held against their text, and what could not be."""

    verified: int = 0
    without_text: int = 0
    faults: list[Fault] = field(default_factory=list)
    unclaimed: list[Text] = field(default_factory=list)


def read_texts(folder: Path) -> list[Text]:
    """All ``.txt`` files of a folder, normalised. Raises `FileError`."""
    return [Text(path, _normal(read_text(path))) for path in text_files(folder)]


def text_files(folder: Path) -> list[Path]:
    """All ``.txt`` files of a folder, sorted. Raises `FileError`."""
    if not folder.is_dir():
        raise FileError(folder, "no such folder")
    return sorted(folder.glob("*.txt"))


def texts_shown(hashes: Mapping[str, str], folder: Path) -> dict[str, Text]:
    """The texts that a page may show, by the name that stands for each sha256. Raises `FileError`, also where the folder has none."""
    if not (found := _with(hashes, folder)):
        raise FileError(folder, "no file has the sha256 of a source's text: are these the texts that were annotated?")
    return found


def _with(hashes: Mapping[str, str], folder: Path) -> dict[str, Text]:
    texts = {text.sha256: text for text in read_texts(folder)}
    return {name: texts[sha256] for name, sha256 in hashes.items() if sha256 in texts}


def verify(curated: Curated, folder: Path) -> Verified:
    """Hold every range against the text: hash, paragraph starts, and a mention of what it is cited for."""
    result = Verified()
    at_hand = _with({source.id: source.sha256 for source in curated.records.of(Source) if source.sha256 is not None}, folder)
    for source in curated.records.of(Source):
        if source.sha256 is None:
            continue
        origin = curated.origins[source.id]
        if (text := at_hand.get(source.id)) is None:
            result.faults.append(origin.fault(f"no text in {folder} has this sha256: is it the text that was annotated?", "sha256"))
        elif (source.length, source.paragraphs) != (len(text.text), text.paragraphs):
            result.faults.append(origin.fault(f"length or paragraphs are not the text's; right would be:\n{text.entry()}", "paragraphs"))
    result.unclaimed = unclaimed(curated, folder)
    for record, name, piece in curated.records.evidence():
        if piece.paragraph == 0:
            result.without_text += 1
        elif (text := at_hand.get(piece.source)) is not None:
            result.verified += 1
            if piece.chars[1] > len(text.text):
                continue  # told by the rule on evidence
            for why in _missing(curated.records, record, piece, text.text):
                result.faults.append(curated.origins[record.id].fault(f"{piece.place}: {why}", name))
    return result


def unclaimed(curated: Curated, folder: Path) -> list[Text]:
    """The texts that no source describes yet."""
    known = {source.sha256 for source in curated.records.of(Source)}
    return [text for text in read_texts(folder) if text.sha256 not in known]


def _normal(text: str) -> str:
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", plain)


def _missing(records: Records, record: Record, piece: Evidence, text: str) -> Iterator[str]:
    passage = text[slice(*piece.chars)]
    if passage != passage.strip() or any(text[at - 1 : at + 1].isalnum() for at in piece.chars if 0 < at < len(text)):
        yield "the range begins or ends with a blank or inside a word: let it hold whole words"
    if piece.coreference:
        return
    for wanted in _wanted(records, record):
        if not any(_mentions(passage, name) for ident in wanted for name in _names(records, ident)):
            yield f"no mention of {' or '.join(wanted)} by label or alias: widen it, add the alias, or say coreference: true"


def _wanted(records: Records, record: Record) -> Iterator[tuple[str, ...]]:
    """Groups of ids, of each of which one must be mentioned."""
    if isinstance(record, Statement):
        yield (record.subject,)
        if not isinstance(records.by_id.get(record.object), Office):
            yield (record.object,)
    elif isinstance(record, Claim):
        yield tuple(record.about)
    elif isinstance(record, Entity):
        yield (record.id,)


def _names(records: Records, ident: str, seen: frozenset[str] = frozenset()) -> Iterator[str]:
    if ident in seen:
        return  # claims may be about each other
    seen |= {ident}
    record = records.by_id.get(ident)
    if isinstance(record, Entity):
        yield from record.names
    if isinstance(record, Event):
        for participation in record.participants:
            yield from _names(records, participation.actor, seen)
    if isinstance(record, Office):
        for held in records.of(Statement):
            if held.relation == "holdsOffice" and held.object == ident:
                yield from _names(records, held.subject, seen)
    if isinstance(record, Statement):
        yield from _names(records, record.subject, seen)
        yield from _names(records, record.object, seen)
    if isinstance(record, Claim):
        for name in record.about:
            yield from _names(records, name, seen)


def _mentions(passage: str, name: str) -> bool:
    plain = unicodedata.normalize("NFC", name).replace("’", "'")
    return re.search(rf"(?<!\w){re.escape(plain)}(?!\w)", passage.replace("’", "'")) is not None
