"""A foreign RDF file to be asked: SPARQL over its graphs as they stand."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kg.query.clause import Clause
from kg.query.tokens import check_limits
from kg.rdf.namespaces import COMITY, prefixes
from kg.store import ALL, Most, Store, Written

__all__ = ["Foreign"]


class Foreign:
    """Evaluates queries over N-Quads, TriG, Turtle or N-Triples: no graph is made, and none is named for the asker.

    ``data`` is what stands in ``file``, and ``base`` where relative IRIs lie, in the file and in queries. Raises `StoreError` with
    line and column where the file is none of these.
    """

    def __init__(self, data: bytes, file: Path, base: str) -> None:
        self.store = Store.read(data, file, base)
        self.prefixes: Mapping[str, str] = prefixes(COMITY)

    def write(self, text: str, format: str, *, clause: Clause | None = None, most: Most = ALL) -> Written:
        """The answer in a standard format. A clause takes the place of what the query says with FROM; an unknown graph is empty."""
        check_limits(text)
        default, named = (list(clause.default), list(clause.named)) if clause else (None, None)
        return self.store.serialise(text, self.prefixes, default, named, format, most)
