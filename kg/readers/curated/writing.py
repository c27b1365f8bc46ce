"""Records to the files of a corpus folder: what `kg.readers.curated.corpus` reads back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import yaml

from kg.errors import StoreError
from kg.model.entities import Actor, Policy
from kg.model.events import Event
from kg.model.records import Corpus, Record, folder
from kg.model.resolved import Resolved
from kg.model.statements import Claim, Statement
from kg.readers.curated.entry import is_slug
from kg.readers.curated.fields import plain
from kg.readers.curated.placement import statement_file

__all__ = ["corpus_files_of"]

_WIDTH = 140


class _Dumper(yaml.SafeDumper):
    """Every scalar is text, as the reader has it: no quotes around 2014 or NO."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  # as the library declares it

    def ignore_aliases(self, data: Any) -> bool:
        return True


def corpus_files_of(resolved: Resolved) -> Mapping[str, bytes]:
    """The content of each file by its path in the folder; statements stand where `kg check` wants them, in order of begin.

    Derived statements are left out: they follow. Raises `StoreError` for an id that is no slug.
    """
    files: dict[str, list[Record]] = defaultdict(list)
    for record in sorted(resolved.records.by_id.values(), key=lambda record: (_begin(resolved, record), record.id)):
        if not is_slug(record.id):
            raise StoreError(f"the id {record.id!r} is no slug: no file could be named by it")
        files[_place(resolved, record)].append(record)
    texts = {name: _yaml([plain(record) for record in found]) for name, found in sorted(files.items())}
    return {"corpus.yaml": _yaml(_described(resolved.records.corpus)), **texts}


def _begin(resolved: Resolved, record: Record) -> str:
    return resolved.bounds[record.id].earliest_begin.isoformat() if record.id in resolved.bounds else ""


def _place(resolved: Resolved, record: Record) -> str:
    if isinstance(record, Actor):
        return f"actors/{record.kind}.yaml"
    if isinstance(record, Event):
        return f"events/{_begin(resolved, record)[:4]}.yaml"
    if isinstance(record, Statement):
        return f"statements/{statement_file(resolved.records, record)}"
    if isinstance(record, Claim):
        return f"claims/{record.according_to[0]}.yaml"
    return "policies.yaml" if isinstance(record, Policy) else f"{folder(record)}s.yaml"


def _described(corpus: Corpus) -> dict[str, Any]:
    said = {
        "title": corpus.title,
        "version": corpus.version,
        "licence": corpus.licence,
        "base": corpus.base,
        "default-periodisation": corpus.default_periodisation,
        "description": corpus.description,
        "issued": corpus.issued,
        "periodisations": [{"id": ident, "label": label} for ident, label in corpus.periodisations],
    }
    return {name: value for name, value in said.items() if value}


def _yaml(data: Any) -> bytes:
    text: str = yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH, default_flow_style=None)
    return text.encode()
