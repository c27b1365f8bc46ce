"""The server's pages before their judges: axe-core in light and dark, at a desk and on a phone; html-validate; the width of a phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from tests.server.conftest import Running
from tests.views.judges import OFF, OFF_WRITTEN_OUT, axe_violations, html_faults

QUERY = quote("SELECT ?actor ?label { VALUES ?actor { actor:russia actor:japan } ?actor rdfs:label ?label } ORDER BY ?label")
PAGES = {
    "home": "/",
    "an actor": "/actor/kim-jong-un.html",
    "a statement": "/statement/west-unfriendly-russia-without-respect.html",
    "an era": "/era/2016-2018.html",
    "a passage": "/passage/rozman-2022/25910-25994.html",
    "a kind of relation": "/relation/opposes.html",
    "the conflicts": "/conflicts",
    "all actors": "/actor/",
    "the vocabulary": "/ns.html",
    "a list of terms": "/plover.html",
    "the kinds of relation": "/relation.html",
    "the query page": "/sparql",
    "an answer": f"/sparql#query={QUERY}",
    "an era in the view": "/view#era=2016-2018",
}
TEXT = {
    "a statement": "/statement/france-endorses-britain-in-egypt-1904.html",
    "a claim": "/claim/entente-will-fail.html",
    "the conflicts": "/conflicts",
    "the view": "/view#era=agreement",
}
# More of the view, and taller windows, are judged in tests/views.
SIZES = {"desk": (1440, 900), "phone": (390, 844)}
each_page = pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
each_text = pytest.mark.parametrize("path", TEXT.values(), ids=TEXT)
each_size = pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
Opener = Callable[..., Page]


@pytest.fixture
def opened(chromium: Browser) -> Iterator[Opener]:
    """Opens a page; it may ask no other server, and complain of nothing."""
    contexts, complaints = [], []

    def open_(server: Running, path: str, size: tuple[int, int] = (1200, 900)) -> Page:
        contexts.append(context := chromium.new_context(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce"))
        here = f"http://127.0.0.1:{server.port}"
        page = context.new_page()
        page.on("request", lambda asked: complaints.append(asked.url) if not asked.url.startswith((here, "data:", "blob:")) else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
        if path.startswith("/view"):
            server.ask(path="/view", wait=120)  # made when first asked for
        page.goto(here + path)
        if "#query" in path:
            page.locator("#answer td").first.wait_for()
        if path.startswith("/view"):
            page.locator("html.live").wait_for()
        return page

    yield open_
    for context in contexts:
        context.close()
    # Chromium asks for an icon of every site that it opens.
    assert [said for said in complaints if "favicon" not in said] == []


def violations(page: Page, packages: Path) -> list[str]:
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="light" if scheme == "light" else "dark")
        found += [f"{scheme}: {text}" for text in axe_violations(page, packages)]
    return found


@pytest.mark.browser
@pytest.mark.npm
@each_size
@each_page
def test_axe_finds_nothing(opened: Opener, served: Running, packages: Path, path: str, size: tuple[int, int]) -> None:
    assert violations(opened(served, path, size), packages) == []


@pytest.mark.browser
@pytest.mark.npm
@each_size
@each_text
def test_axe_finds_nothing_where_pages_carry_text(
    opened: Opener, with_text: Running, packages: Path, path: str, size: tuple[int, int]
) -> None:
    page = opened(with_text, path, size)
    assert "carries text" in page.locator("body").inner_text()
    assert violations(page, packages) == []


@pytest.mark.npm
@each_page
def test_html_validate_finds_nothing(served: Running, packages: Path, tmp_path: Path, path: str) -> None:
    said = served.ask(path=path.split("#", maxsplit=1)[0], headers={"accept": "text/html"})
    assert html_faults(said.body.decode(), packages, tmp_path, OFF) == []


@pytest.mark.npm
@each_text
def test_html_validate_finds_nothing_where_pages_carry_text(with_text: Running, packages: Path, tmp_path: Path, path: str) -> None:
    assert html_faults(with_text.ask(path=path.split("#", maxsplit=1)[0]).body.decode(), packages, tmp_path, OFF) == []


@pytest.mark.browser
@pytest.mark.npm
def test_html_validate_finds_nothing_in_an_answer_as_the_script_writes_it(
    opened: Opener, served: Running, packages: Path, tmp_path: Path
) -> None:
    assert html_faults(opened(served, PAGES["an answer"]).content(), packages, tmp_path, OFF_WRITTEN_OUT) == []


@pytest.mark.browser
@each_page
def test_a_page_fits_a_phone(opened: Opener, served: Running, path: str) -> None:
    page = opened(served, path, (390, 844))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.browser
def test_the_view_opens_at_the_era_that_its_address_names_under_the_server_s_policy(opened: Opener, served: Running) -> None:
    page = opened(served, "/era/2016-2018.html")
    page.click("text=See this era in the view")
    page.locator("html.live").wait_for()
    assert page.locator("#tabs [aria-selected=true]").inner_text() == "2016\u20132018"


@pytest.mark.browser
def test_a_term_s_address_leads_to_its_place(opened: Opener, served: Running) -> None:
    page = opened(served, "/ns#Statement")
    assert page.url.endswith("/ns.html#Statement")
    assert page.locator(":target h3").inner_text().startswith("statement")
