"""An import into memory, for the tests of formats: what is stated, made, left out and counted."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa  # type: ignore[import-untyped]
import yaml
from pyarrow import parquet

from kg.dataset import relations
from kg.model.records import Corpus, Record, Records
from kg.readers.foreign.formats import format_named
from kg.readers.foreign.importing import Wish, imported
from kg.readers.foreign.ledger import Account
from kg.readers.foreign.runs import Rule

Said = tuple[str, str, str, str, list[int]]  # subject, relation, object, when, rows
NOBODY: Mapping[str, Record] = {}


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import would write; ``rejected`` are rows with the reason, ``said`` the columns of that name by statement."""

    statements: list[Said]
    files: Mapping[str, bytes]
    account: Account
    said: list[str | None]
    negated: list[bool]

    @property
    def rejected(self) -> list[tuple[int, str]]:
        """The row and why, of each, as before a spreadsheet was kept from reading it as a formula."""
        text = self.files.get("import/rejected.csv", b"").decode()
        return [(int(row["row"]), row["reason"].removeprefix("'")) for row in csv.DictReader(io.StringIO(text))]

    def records(self, name: str) -> list[dict[str, object]]:
        """What a YAML file holds."""
        found: list[dict[str, object]] = yaml.load(self.files[name], yaml.BaseLoader)
        return found


def take(format: str, *files: Path, known: Mapping[str, Record] = NOBODY, spells: Rule | None = None) -> Taken:
    """Import files, matching actors with those of ``known``."""
    found = format_named(format)
    assert found
    corpus = Corpus(title="Known", version="1", licence="none", base="https://example.org/")
    wish = Wish(name=format, files=files, spells=spells)
    with imported(wish, found, Records(corpus, known), relations(), lambda _: None) as done:
        kept = {name: data if isinstance(data, bytes) else b"".join(data) for name, data in done.files.items()}
        assert done.account.balanced
        table = [
            row for name in sorted(kept) if name.endswith(".parquet") for row in parquet.read_table(pa.BufferReader(kept[name])).to_pylist()
        ]
        said = [(r["subject"], r["relation"], r["object"], r["when"], [piece["row"] for piece in r["evidence"]]) for r in table]
        return Taken(said, kept, done.account, [row["said"] for row in table], [row["negated"] for row in table])
