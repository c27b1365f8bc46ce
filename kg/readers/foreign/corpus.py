"""The files of the new corpus but its statements: who and what takes part, and who nobody knew."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from kg.csvfile import csv_file, guarded
from kg.files import Data
from kg.model.records import Corpus, Record, Records
from kg.model.references import references
from kg.model.resolved import resolve
from kg.readers.curated.writing import corpus_files_of
from kg.readers.foreign.roster import Unmatched

__all__ = ["closure", "files_of", "parts"]

_CHUNK = 1 << 20
_UNMATCHED = ["name", "wikidata", "cow", "iso3166", "actor", "facts", "why"]


def closure(records: Mapping[str, Record], known: Mapping[str, Record]) -> Mapping[str, Record]:
    """The records with everything of the known ones that they refer to: what makes a corpus stand alone."""
    found = dict(records)
    waiting = list(found)
    while waiting:
        for _, name, _ in references(found[waiting.pop()]):
            if name and name in known and name not in found:
                found[name] = known[name]
                waiting.append(name)
    return found


def files_of(corpus: Corpus, records: Mapping[str, Record], unmatched: Sequence[Unmatched]) -> dict[str, Data]:
    """The content of each file by its path; the new actors, of whom there may be many, stand in files of their own."""
    files: dict[str, Data] = dict(corpus_files_of(resolve(Records(corpus, records))))
    if unmatched:
        files["actors/new.yaml"] = _actors(unmatched)
        files["import/unmatched.csv"] = csv_file(_UNMATCHED, map(_row, unmatched))
    return files


def parts(path: Path) -> Iterator[bytes]:
    """A file's bytes, of which a few are in memory at a time."""
    with path.open("rb") as stream:
        while part := stream.read(_CHUNK):
            yield part


def _actors(unmatched: Sequence[Unmatched]) -> Iterator[bytes]:
    """One line an actor: the library that writes YAML needs minutes for a hundred thousand of them. JSON's texts are YAML's."""
    for actor in sorted((found.actor for found in unmatched), key=lambda actor: actor.id):
        codes = "".join(f", {name}: {code}" for name in ("wikidata", "iso3166", "cow") if (code := getattr(actor, name)))
        yield f"- {{id: {actor.id}, kind: {actor.kind}, label: {json.dumps(actor.label, ensure_ascii=False)}{codes}}}\n".encode()


def _row(found: Unmatched) -> list[str]:
    actor = found.actor
    cells = [actor.label, actor.wikidata or "", str(actor.cow or ""), actor.iso3166 or "", actor.id, str(found.rows), found.why]
    return [guarded(cell) for cell in cells]
