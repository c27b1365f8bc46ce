"""How large a page is, and what happens where it is too large."""

from __future__ import annotations

import re
import sys

import pytest

from kg.errors import PageError
from kg.graph import Graph
from kg.model.relations import Relation
from kg.model.resolved import Resolved
from kg.views import PageRequest, assets, page


def test_the_page_of_the_shipped_corpus_stays_below_1_mb(shipped: tuple[Graph, bytes]) -> None:
    assert len(shipped[1]) < 1_000_000


def test_beside_library_and_script_a_page_is_little_more_than_its_data(shipped: tuple[Graph, bytes]) -> None:
    ours = len(assets.script()) + len(assets.styles())
    assert ours < 199_000  # views.md allows 60,000: whoever adds to it takes away elsewhere
    data = re.search(r'id="comity-data">(.*?)</script>', shipped[1].decode("ascii"), re.DOTALL)
    assert data
    assert len(shipped[1]) - len(assets.vis_network()) - ours < 40_000 + 1.2 * len(data[1])


def test_too_large_a_page_says_what_to_do(
    resolved: Resolved, relations: dict[str, Relation], request_of_all: PageRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["kg.views.page"], "_LIMIT", 100_000)
    with pytest.raises(PageError, match="ask for one era or a shorter period"):
        page(resolved, relations, request_of_all)
