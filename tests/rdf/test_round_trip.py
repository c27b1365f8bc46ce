"""What is encoded decodes to the same records."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import resources
from kg.dataset import relations
from kg.model.records import Records
from kg.model.resolved import resolve
from kg.rdf.decode import decode
from kg.rdf.encode import encode
from kg.rdf.terms import Quad, nquads
from kg.readers.curated.corpus import read
from kg.store import Store

STARTER = Path(resources.package_root()) / "readers" / "curated" / "starter"
KINDS = relations()


def _records(folder: Path) -> Records:
    return read([folder], KINDS).records


def _quads(records: Records) -> set[Quad]:
    return set(encode(resolve(records), KINDS))


@pytest.mark.parametrize("folder", [resources.shipped_corpus(), STARTER], ids=["shipped", "starter"])
def test_records_come_back_as_they_were(folder: Path) -> None:
    records = _records(folder)
    assert decode(_quads(records), records.corpus.base, KINDS) == records


@pytest.mark.parametrize("folder", [resources.shipped_corpus(), STARTER], ids=["shipped", "starter"])
def test_records_come_back_through_the_store(folder: Path) -> None:
    records = _records(folder)
    store = Store(nquads(quad.n3 for quad in _quads(records)))
    assert decode(store.quads(), records.corpus.base, KINDS) == records


def test_the_store_changes_no_literal() -> None:
    quads = _quads(_records(resources.shipped_corpus()))
    assert set(Store(nquads(quad.n3 for quad in quads)).quads()) == quads


def test_there_are_no_blank_nodes() -> None:
    assert not [quad for quad in _quads(_records(resources.shipped_corpus())) if quad.n3.startswith("_:") or " _:" in quad.n3]
