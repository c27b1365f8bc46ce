"""The sources' texts that pages may show: read once, before anybody asks, and told by their source and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.query.engine import Engine
from kg.readers.documents import texts_shown

__all__ = ["Quote", "Texts"]

_SOURCES = "SELECT ?source ?sha256 { ?source a kg:Source ; kg:sha256 ?sha256 }"


@dataclass(frozen=True, slots=True)
class Quote:
    """A paragraph around a passage: what comes before it, the passage, what comes after."""

    before: str
    passage: str
    after: str


@dataclass(frozen=True, slots=True)
class Texts:
    """By the source's IRI its paragraphs, each after its offset; ``missing`` are the IRIs of those whose text is not at hand."""

    paragraphs: Mapping[str, tuple[tuple[int, str], ...]]
    missing: tuple[str, ...] = ()

    @classmethod
    def read(cls, engine: Engine, folder: Path) -> Texts:
        """The texts of a folder that have the sha256 of a source. Raises `FileError` where none has, or it can't be read."""
        rows = engine.store.query(_SOURCES, engine.prefixes, [None], []).rows
        sources = {str(source): getattr(sha256, "value", "") for source, sha256 in rows}
        found = {source: text.lines for source, text in texts_shown(sources, folder).items()}
        return cls(found, tuple(sorted(sources.keys() - found.keys())))

    def quote(self, source: str, paragraph: int, start: int, end: int) -> Quote | None:
        """The passage between two offsets of a text, in its paragraph; none where the text is not at hand or has no such place."""
        lines = self.paragraphs.get(source, ())
        if not 0 < paragraph <= len(lines):
            return None
        offset, line = lines[paragraph - 1]
        if not offset <= start < end <= offset + len(line):
            return None
        return Quote(line[: start - offset], line[start - offset : end - offset], line[end - offset :])
