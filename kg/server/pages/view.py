"""The era views as a page of the server: that of `kg view`, made from the data set that the worker holds."""

from __future__ import annotations

import re
import sys
from html import unescape
from pathlib import Path

from kg.errors import FileError, PageError, RequestError
from kg.graph import Graph
from kg.query.scope import Scope

__all__ = ["view_page"]

_META = re.compile(rb'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')


def view_page(graph: Graph, documents: Path | None) -> tuple[bytes, str]:
    """The page of all eras, the corpus's own first, and its policy; with ``documents`` it carries the passages it cites.

    Raises `RequestError` where the graph has no eras, or too much for one page.
    """
    from kg.views.passages import cited, passages
    from kg.views.spans import era_page, periodisations

    known = periodisations(graph.records.records)
    chosen = graph.records.records.corpus.default_periodisation
    try:
        found = passages(graph.records.records, documents, cited(graph.records)) if documents else None
        page = era_page(graph, chosen if chosen in known else next(iter(known), None), Scope(), documents=found)
    except (PageError, FileError) as error:
        print(f"kg serve: no era view: {error}", file=sys.stderr)  # it may name a folder: that is for the operator alone
        raise RequestError("there is no era view of this graph", 404) from None
    return page, f"{_policy(page)}; frame-ancestors 'none'"


def _policy(page: bytes) -> str:
    """What the page lets itself do, which its own head says."""
    found = _META.search(page)
    assert found is not None
    return unescape(found[1].decode("ascii"))
