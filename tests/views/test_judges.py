"""The pages before their judges: axe-core in light and dark, at a desk and on a phone; html-validate."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest

from kg.build import build
from kg.model.relations import Relation
from kg.model.resolved import Resolved
from kg.views import PageRequest, page
from kg.views.request import Group
from tests.views.invented import request_for
from tests.views.judges import OFF, OFF_WRITTEN_OUT, axe_violations, html_faults

pytestmark = pytest.mark.npm
Opener = Callable[..., Any]

STATES = {
    "as it opens": "",
    "an actor chosen": "#era=era-2016&actor=north-korea",
    "a line chosen": "#era=era-2016&line=united-states~north-korea~sanctions",
    "two eras compared": "#era=era-2016&compare=era-2013",
    "the table": "#era=era-2016&view=table",
    "the matrix": "#era=era-2016&view=matrix&compare=era-2013",
    "all eras": "#era=era-2016&view=eras",
    "a period, a neighbourhood, filters": "#during=2014/2017&actor=russia&near=1&lift=true&off=friendly",
}
# The last is so tall that nothing is scrolled out of sight: axe-core says nothing about the contrast of what is.
SIZES = {"desk": (1440, 900), "phone": (390, 844), "tall": (1440, 5000)}
each_size = pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
each_state = pytest.mark.parametrize("hash_", STATES.values(), ids=STATES)


def opened(browser_page: Opener, size: tuple[int, int], hash_: str = "", **more: bytes) -> Any:
    return browser_page(width=size[0], height=size[1], hash_=hash_, reduced_motion="reduce", **more)


def check_in_both_schemes(seen: Any, packages: Path) -> None:
    """Fails with all that axe-core finds in an open page, in light and in dark."""
    found = []
    for scheme in ("light", "dark"):
        seen.page.emulate_media(color_scheme=scheme)
        found += [f"{scheme}: {text}" for text in axe_violations(seen.page, packages)]
    check(found)


def check(found: list[str]) -> None:
    if found:
        pytest.fail("\n".join(found), pytrace=False)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory, freedonia: Path) -> bytes:
    """The index page of a build."""
    folder = tmp_path_factory.mktemp("dist")
    build([freedonia], folder, lambda _: None)
    return (folder / "index.html").read_bytes()


@pytest.fixture(scope="module")
def one_era(resolved: Resolved, relations: dict[str, Relation]) -> bytes:
    """A page of a single era, as `kg view --era` makes it."""
    (group,) = request_for().groups
    return page(resolved, relations, PageRequest(groups=(Group(group.id, group.label, group.spans[1:2]),), title="One era"))


@pytest.mark.browser
@each_size
@each_state
def test_axe_finds_nothing_in_a_page(browser_page: Opener, packages: Path, size: tuple[int, int], hash_: str) -> None:
    seen = opened(browser_page, size, hash_)
    seen.js("comity.show({})")  # the page now writes into the address what it took from it
    assert set(parse_qsl(hash_[1:])) <= set(parse_qsl(seen.js("location.hash")[1:]))
    assert seen.js("comity.lines().length") > 0
    check_in_both_schemes(seen, packages)


@pytest.mark.browser
@each_size
def test_axe_finds_nothing_in_a_page_of_one_era(browser_page: Opener, packages: Path, one_era: bytes, size: tuple[int, int]) -> None:
    check_in_both_schemes(opened(browser_page, size, content=one_era), packages)


@pytest.mark.browser
@each_size
def test_axe_finds_nothing_in_a_page_with_passages(browser_page: Opener, packages: Path, with_text: bytes, size: tuple[int, int]) -> None:
    seen = opened(browser_page, size, "#era=era-2016&pair=japan~russia", content=with_text)
    assert seen.page.locator("#panel blockquote mark").count() == 2
    check_in_both_schemes(seen, packages)


@pytest.mark.browser
@each_size
def test_axe_finds_nothing_in_a_page_without_script(browser_page: Opener, packages: Path, page_bytes: bytes, size: tuple[int, int]) -> None:
    seen = opened(browser_page, size, content=re.sub(rb"<script\b.*?</script>", b"", page_bytes, flags=re.DOTALL))
    assert seen.page.locator("#cited li").count() == 2
    check_in_both_schemes(seen, packages)


@pytest.mark.browser
@each_size
def test_axe_finds_nothing_in_the_index_page(browser_page: Opener, packages: Path, index: bytes, size: tuple[int, int]) -> None:
    check_in_both_schemes(opened(browser_page, size, content=index), packages)


@pytest.mark.browser
def test_axe_finds_what_is_wrong(browser_page: Opener, packages: Path) -> None:
    wrong = b'<!doctype html><html lang="en"><title>x</title><main><h1>x</h1><img src="data:,"><p style="color: #999">text</main></html>'
    assert [text.split(":")[0] for text in axe_violations(browser_page(wrong).page, packages)] == ["color-contrast", "image-alt"]


def test_html_validate_finds_nothing_in_a_page(page_bytes: bytes, packages: Path, tmp_path: Path) -> None:
    check(html_faults(page_bytes.decode("ascii"), packages, tmp_path))


def test_html_validate_finds_nothing_in_a_page_of_one_era(one_era: bytes, packages: Path, tmp_path: Path) -> None:
    check(html_faults(one_era.decode("ascii"), packages, tmp_path))


@pytest.mark.browser
def test_html_validate_finds_nothing_in_a_panel_with_passages(
    browser_page: Opener, with_text: bytes, packages: Path, tmp_path: Path
) -> None:
    seen = browser_page(with_text, hash_="#era=era-2016&pair=japan~russia")
    check(html_faults(seen.page.content(), packages, tmp_path, OFF_WRITTEN_OUT))


def test_html_validate_finds_nothing_in_the_index_page(index: bytes, packages: Path, tmp_path: Path) -> None:
    check(html_faults(index.decode("ascii"), packages, tmp_path))


@pytest.mark.browser
@each_state
def test_html_validate_finds_nothing_in_what_the_script_makes(browser_page: Opener, packages: Path, tmp_path: Path, hash_: str) -> None:
    check(html_faults(browser_page(hash_=hash_).page.content(), packages, tmp_path, OFF_WRITTEN_OUT))


def test_html_validate_finds_what_is_wrong_but_not_in_scripts(packages: Path, tmp_path: Path) -> None:
    wrong = '<!doctype html>\n<html lang="en"><head><title>x</title></head><body><p><a>x</a>\n<p>y</p><script>"<p>"</script></body></html>'
    found = html_faults(wrong, packages, tmp_path)
    assert [text.split()[1] for text in found] == ["no-implicit-close:"]
    assert html_faults(wrong, packages, tmp_path, [*OFF, "no-implicit-close"]) == []
