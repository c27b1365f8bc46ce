"""A page of the server is the same page whatever stands in labels and addresses."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from kg.dataset import open_dataset
from kg.query.engine import Engine
from kg.query.resources import Link, Resource
from kg.server.pages.evidence import Cited
from kg.server.pages.rendering import resource_page
from kg.server.texts import Quote
from tests.views.hostile import ADDRESSES, LABELS


class Read(HTMLParser):
    """What a browser finds: the elements, where links lead, and the texts that are kept apart from what is around them."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.events: list[str] = []
        self.links: list[str] = []
        self.apart: list[str] = []
        self._open = False
        self.feed(page.decode("ascii"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.events += [name for name, _ in attrs if name.startswith("on")]
        self.links += [value or "" for name, value in attrs if name == "href"]
        if tag == "bdi":
            self._open = True
            self.apart.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "bdi":
            self._open = False

    def handle_data(self, data: str) -> None:
        if self._open:
            self.apart[-1] += data


@pytest.fixture(scope="module")
def engine(freedonia: Path) -> Engine:
    return Engine(open_dataset([freedonia]))


def page(engine: Engine, label: str, address: str) -> Read:
    iri = f"{engine.base}actor/freedonia"
    links = (Link(label, address, when=label, passages=label), Link(label))
    thing = Resource(iri, label, (("has", f"{engine.base}ns#has", links),), (("speaks", f"{engine.base}ns#of", links),))
    cited = Cited(f"{engine.base}passage/it/1-2", address, label, label, Quote(label, label, label))
    return Read(resource_page(engine, thing, [cited], ""))


@pytest.mark.parametrize("label", LABELS, ids=range(len(LABELS)))
def test_a_label_adds_no_element_and_stands_apart(engine: Engine, label: str) -> None:
    plain, found = page(engine, "A plain name", "https://example.org/"), page(engine, label, "https://example.org/")
    assert (found.elements, found.events, found.links) == (plain.elements, [], plain.links)
    assert found.apart.count(label) == plain.apart.count("A plain name") == 12


@pytest.mark.parametrize("address", ADDRESSES, ids=range(len(ADDRESSES)))
def test_only_web_addresses_are_links(engine: Engine, address: str) -> None:
    plain, found = page(engine, "A plain name", "https://example.org/"), page(engine, "A plain name", address)
    assert (found.elements, found.events) == (plain.elements, [])
    assert {link.partition(":")[0] if ":" in link else link[:1] for link in found.links} <= {"/", "#", "http", "https"}
