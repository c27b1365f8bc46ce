"""An import run whole in the test's own folder, and what came of it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg.dataset import relations
from kg.model.entities import Actor
from kg.model.records import Corpus, Record, Records
from kg.model.relations import Relation
from kg.model.vocabulary import ActorKind
from kg.readers.foreign.formats import format_named
from kg.readers.foreign.importing import Imported, Wish, imported

KINDS = cache(relations)
RUSSIA = Actor(id="russia", kind=ActorKind.STATE, label="Russia", aliases=("Moscow",), cow=365, iso3166="RU", wikidata="Q159")
JAPAN = Actor(id="japan", kind=ActorKind.STATE, label="Japan", cow=740, iso3166="JP")
NORTH = Actor(id="north-korea", kind=ActorKind.STATE, label="North Korea", aliases=("Korea",))
SOUTH = Actor(id="south-korea", kind=ActorKind.STATE, label="South Korea", aliases=("Korea",))
KNOWN = (RUSSIA, JAPAN, NORTH, SOUTH)


@dataclass(frozen=True, slots=True)
class Done:
    """What an import made: its figures, the content of each file, the statements as mappings, the rejected rows."""

    figures: Imported
    files: Mapping[str, bytes]
    statements: Sequence[Mapping[str, Any]]
    rejected: Sequence[Mapping[str, str]]

    @property
    def triples(self) -> list[tuple[str, str, str, str]]:
        """Subject, relation, object and date of every statement."""
        return [(row["subject"], row["relation"], row["object"], row["when"]) for row in self.statements]

    @property
    def reasons(self) -> list[str]:
        """Row and reason of everything rejected, without what keeps a spreadsheet from running them."""
        told = ((row["row"], row["reason"].removeprefix("'")) for row in self.rejected)
        return [f"{row}: {reason}" for row, reason in told]


def corpus_of(*records: Record) -> Records:
    """A corpus of these."""
    described = Corpus(title="Known", version="1", licence="https://example.org/l", base="https://example.org/")
    return Records(described, {record.id: record for record in sorted(records, key=lambda record: record.id)})


def run(name: str, *files: Path, known: Records | None = None, tell: Callable[[str], None] = lambda what: None, **wish: Any) -> Done:
    """Import files of the format of that name."""
    import pyarrow.parquet  # type: ignore[import-untyped]

    format = format_named(name)
    assert format
    told = Wish(name=name, files=files, **wish)
    with imported(told, format, known or corpus_of(*KNOWN), kinds(), tell) as found:
        content = {path: data if isinstance(data, bytes) else b"".join(data) for path, data in found.files.items()}
    tables = [data for path, data in sorted(content.items()) if path.endswith(".parquet")]
    statements = [row for data in tables for row in pyarrow.parquet.read_table(io.BytesIO(data)).to_pylist()]
    rejected = csv.DictReader(io.StringIO(content.get("import/rejected.csv", b"").decode(), newline=""))
    return Done(found, content, statements, list(rejected))


def kinds() -> Mapping[str, Relation]:
    """The kinds of relation of the ontology."""
    return KINDS()
