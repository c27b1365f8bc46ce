"""A publication as an RO-Crate 1.1: what its files are, for who keeps research data."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from kg.exports.described import About, File

__all__ = ["NAME", "crate"]

NAME = "ro-crate-metadata.json"
_VERSION = "https://w3id.org/ro/crate/1.1"


def crate(about: About, files: Sequence[File]) -> bytes:
    """The metadata file of the folder in which the files lie."""
    graph = [
        {"@id": NAME, "@type": "CreativeWork", "about": {"@id": "./"}, "conformsTo": {"@id": _VERSION}},
        _root(about, files),
        *({"@id": licence, "@type": "CreativeWork", "name": licence} for licence in [about.corpus.licence]),
        *map(_file, files),
    ]
    return json.dumps({"@context": f"{_VERSION}/context", "@graph": graph}, indent=1, ensure_ascii=False).encode() + b"\n"


def _root(about: About, files: Sequence[File]) -> Mapping[str, Any]:
    corpus = about.corpus
    said = {
        "name": corpus.title,
        "description": " ".join(filter(None, (corpus.description or corpus.title, about.part))),
        "license": {"@id": corpus.licence},
        "version": corpus.version,
        "identifier": corpus.base,
        "datePublished": corpus.issued,
        "temporalCoverage": f"{about.start}/{about.end}" if about.start else None,
        "hasPart": [{"@id": file.name} for file in files],
    }
    return {"@id": "./", "@type": "Dataset"} | {name: value for name, value in said.items() if value}


def _file(file: File) -> Mapping[str, Any]:
    return {
        "@id": file.name,
        "@type": "File",
        "name": f"{file.title}: {file.name}",
        "encodingFormat": file.media,
        "contentSize": str(file.size),
        "sha256": file.sha256,
    }
