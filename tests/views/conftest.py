"""Pages of invented data, and a browser to open them in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kg.graph import Graph, load
from kg.model.dated import When
from kg.model.entities import Actor, Source
from kg.model.evidence import Evidence
from kg.model.period import Period
from kg.model.records import Record
from kg.model.relations import Relation
from kg.model.resolved import Resolved
from kg.model.statements import Statement
from kg.model.vocabulary import ActorKind, SourceKind
from kg.query.scope import Scope
from kg.views import PageRequest, page
from kg.views.request import Group, Span
from kg.views.spans import era_page
from tests.views.carried import page_with_text
from tests.views.invented import peninsula, relation_kinds, request_for, resolved_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="session")
def resolved() -> Resolved:
    return resolved_of(peninsula())


@pytest.fixture(scope="session")
def relations() -> dict[str, Relation]:
    return relation_kinds()


@pytest.fixture(scope="session")
def request_of_all() -> PageRequest:
    return request_for()


@pytest.fixture(scope="session")
def page_bytes(resolved: Resolved, relations: dict[str, Relation], request_of_all: PageRequest) -> bytes:
    return page(resolved, relations, request_of_all)


@pytest.fixture(scope="session")
def with_text(relations: dict[str, Relation]) -> bytes:
    """A page that carries text of its sources."""
    return page_with_text(relations)


@pytest.fixture(scope="session")
def shipped() -> tuple[Graph, bytes]:
    """The shipped corpus, and its page of all eras."""
    graph = load()
    return graph, era_page(graph, None, Scope())


HOSTILE = (
    "</script><img src=x onerror=window.ran=1>",
    "\"'><svg onload=window.ran=2>",
    "javascript:window.ran=3",
    "right\u202eto left\u200b and zero width",
    "\U0001f600 \uae40\uc815\uc740 \u041f\u0443\u0442\u0438\u043d",
    "x" * 300,
    "{{ 7 * 7 }} ${window.ran=4} <!-- --> ]]> &lt;b&gt;",
    "__proto__",
)


@pytest.fixture(scope="session")
def hostile_bytes(relations: dict[str, Relation]) -> bytes:
    """A page whose every label, wording and address was written by somebody who means harm."""
    made: dict[str, Record] = {f"actor-{i}": Actor(id=f"actor-{i}", label=text, kind=ActorKind.PERSON) for i, text in enumerate(HOSTILE)}
    made["bad-source"] = Source(id="bad-source", label=HOSTILE[0], kind=SourceKind.ARTICLE, url="javascript:window.ran=5", date="2016")
    for i, text in enumerate(HOSTILE):
        end = (i + 1) % len(HOSTILE)
        made[f"said-{i}"] = Statement(
            id=f"said-{i}",
            subject=f"actor-{i}",
            relation="friendlyTo",
            object=f"actor-{end}",
            when=When("2013/2019"),
            according_to=(f"actor-{i}",),
            evidence=(Evidence(source="bad-source", locator=text),),
        )
    spans = (Span("e1", HOSTILE[0], Period.parse("2013")), Span("e2", HOSTILE[3], Period.parse("2014")))
    return page(resolved_of(made), relations, PageRequest(groups=(Group("g", HOSTILE[1], spans),), title=HOSTILE[0] + HOSTILE[6]))


class Seen:
    """An open page, and what it asked the network for and complained about."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.requests: list[str] = []
        self.errors: list[str] = []
        page.on("request", lambda r: self.requests.append(r.url))
        page.on("console", lambda m: self.errors.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda e: self.errors.append(str(e)))
        page.goto(address)

    @property
    def fetched(self) -> list[str]:
        """Every request but the one for the file itself."""
        return [url for url in self.requests if url.split("#")[0] != self.address.split("#")[0]]

    def js(self, expression: str) -> Any:
        return self.page.evaluate(expression)

    def until(self, expression: str) -> None:
        """Wait for it from here: the page's policy forbids what waiting inside it would evaluate."""
        for _ in range(200):
            if self.js(expression):
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"not so within ten seconds: {expression}")

    def drawn(self) -> None:
        """Wait until what was last asked for is on the canvas: vis-network draws, and measures boxes, in the next frame."""
        self.js("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def open_lists(self) -> None:
        """The lists of entities and lines, which are closed at first: their rows are made when they open."""
        for name in ("actors", "lines"):
            self.page.locator(f"#lists details:not([open]):has(#{name}) summary").click()
            self.page.locator(f"#{name} button").first.wait_for()


Opener = Callable[..., Seen]


@pytest.fixture
def browser_page(chromium: Browser, tmp_path: Path, page_bytes: bytes) -> Iterator[Opener]:
    """Opens the page (or other bytes), at a size, with an address, in a colour scheme."""
    contexts: list[Any] = []

    def open_page(content: bytes = page_bytes, width: int = 1440, height: int = 900, hash_: str = "", **more: Any) -> Seen:
        file = tmp_path / f"page-{len(contexts)}.html"
        file.write_bytes(content)
        context = chromium.new_context(viewport={"width": width, "height": height}, **more)
        contexts.append(context)
        return Seen(context.new_page(), file.as_uri() + hash_)

    yield open_page
    for context in contexts:
        context.close()
