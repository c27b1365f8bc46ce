"""Who reads the description of all files."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path

from tests.exports.reading.reader import Reader

__all__ = ["READERS"]


def _rdflib(folder: Path, _: Path) -> str:
    import rdflib
    from rdflib import DCAT, VOID

    told = rdflib.Graph().parse(folder / "void.ttl", format="turtle")
    (dataset,) = told.subjects(rdflib.RDF.type, VOID.Dataset)
    files = len(list(told.objects(dataset, DCAT.distribution)))
    return f"{files} distributions of a data set of {int(str(told.value(dataset, VOID.triples))):,} triples"


def _crate(folder: Path, _: Path) -> str:
    from rocrate.rocrate import ROCrate

    files = ROCrate(folder).data_entities
    assert all(hashlib.sha256((folder / file.id).read_bytes()).hexdigest() == file["sha256"] for file in files)
    return f"{len(files)} files, each with its checksum"


READERS = (
    Reader("rdflib", "void", lambda _: version("rdflib"), _rdflib),
    Reader("ro-crate-py", "void", lambda _: version("rocrate"), _crate),
)
