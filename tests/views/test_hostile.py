"""Texts that mean harm, in every way to look: nothing runs, nothing is fetched, with and without the page's policy."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.views.hostile import LABELS, SHOWN
from tests.views.hostile_page import ALL, hostile_page, show, texts

browser = pytest.mark.browser
Opener = Callable[..., Any]
SVG = "{http://www.w3.org/2000/svg}"

# What template and script make: nothing that loads, embeds or sends anything.
TAGS = re.findall(
    r"\w+",
    "html head meta title style script body header main section figure figcaption article h1 h2 h3 h4 h5 p a b br small bdi span div mark"
    " output blockquote button input label select option optgroup datalist details summary ul ol li dl dt dd table caption thead tbody tr"
    " th td dialog kbd canvas svg g defs pattern marker path text tspan rect circle ellipse polygon",
)
# What a page would show that had run something, fetched something, or made an element of a text.
HARM = """(tags) => {
  const all = [...document.querySelectorAll("*")], names = (one) => one.getAttributeNames().map((name) => one.localName + " " + name);
  const links = all.filter((one) => one.hasAttribute("href")).map((one) => one.getAttribute("href"));
  return {
    ran: window.ran ?? null, tags: all.map((one) => one.localName).filter((name) => !tags.includes(name)),
    scripts: document.scripts.length, frames: window.length, prototype: Object.keys(Object.prototype),
    attributes: all.flatMap(names).filter((name) => / (on.*|src.*|action|formaction|data|background|xlink:href|ping|target)$/.test(name)),
    links: links.filter((href) => !/^(https?:\\/\\/example\\.org\\/|#[\\w-]+$)/.test(href)),
  }
}"""
NONE: dict[str, Any] = {"ran": None, "tags": [], "scripts": 5, "frames": 0, "prototype": [], "attributes": [], "links": []}


@pytest.fixture(params=["with its policy", "without its policy"])
def content(request: pytest.FixtureRequest) -> bytes:
    """The page as it is written; and as it would be where a policy means nothing."""
    written = hostile_page()
    bare = re.sub(rb'<meta http-equiv="Content-Security-Policy"[^>]*>', b"", written)
    assert len(bare) < len(written)
    return written if request.param == "with its policy" else bare


def unharmed(seen: Any) -> bool:
    """Whether nothing has run, nothing was fetched, no window was opened and nothing complained; pictures of our own are blobs."""
    assert seen.page.evaluate(HARM, TAGS) == NONE
    assert [url for url in seen.fetched if not url.startswith("blob:")] == []
    assert seen.errors == []
    return len(seen.page.context.pages) == 1


def watched(seen: Any) -> Any:
    """The page, where a dialog that opens counts as a complaint."""

    def refuse(dialog: Any) -> None:
        seen.errors.append(dialog.message)
        dialog.dismiss()

    seen.page.on("dialog", refuse)
    return seen


def click_all(seen: Any, selector: str, most: int = 1000) -> int:
    """Click each element in its turn, however often a list is made anew; how many there were."""
    return int(
        seen.page.evaluate(
            """([selector, most]) => {
              let i = 0;
              for (; i < most && document.querySelectorAll(selector)[i]; i += 1) document.querySelectorAll(selector)[i].click();
              return i;
            }""",
            [selector, most],
        )
    )


# Writes texts into a field one by one, as somebody would who leaves it each time.
WRITE = """([field, texts]) => {
  const input = document.getElementById(field);
  for (const text of texts) {
    input.value = text;
    for (const type of ["input", "change"]) input.dispatchEvent(new Event(type));
  }
}"""


@browser
def test_nothing_runs_however_the_page_is_looked_at(browser_page: Opener, content: bytes) -> None:
    seen = watched(browser_page(content))
    for view in ("graph", "matrix", "table", "eras"):
        for more in ({"compare": "era-18-2014", "lift": True}, {"actor": "actor-0", "near": 2, "certain": True, "during": "2013-03/2014"}):
            show(seen, **(ALL | {"era": "era-18-2013", "view": view} | more))
    assert unharmed(seen)


@browser
def test_nothing_runs_whatever_is_clicked(browser_page: Opener, content: bytes) -> None:
    seen = watched(browser_page(content))
    show(seen, **(ALL | {"era": "era-13-2014", "view": "table"}))
    seen.open_lists()
    clicked = {"table": "td.relation button", "matrix": "#matrix th", "eras": "#actors button", "graph": "[data-event]"}
    for view, selector in clicked.items():
        show(seen, **(ALL | {"era": "era-13-2014", "view": view}))
        assert click_all(seen, selector, 6) == 6
    show(seen, **(ALL | {"view": "table", "pair": "actor-24~actor-0", "limit": 20}))
    parts = ("#panel details summary", "#panel [aria-expanded]", "#panel article > .plain", "#panel .strip button", "#status-more")
    assert [click_all(seen, part, 4) > 0 for part in parts] == [True] * len(parts)
    for selector in ("#legend .open", "#side .only", ".all", "#side [data-off]", "#reset", "#play button", "#open-help", "#help button"):
        assert click_all(seen, selector, 6) > 0
    assert unharmed(seen)


@browser
def test_nothing_runs_whatever_is_written_into_a_field(browser_page: Opener, content: bytes) -> None:
    seen = watched(browser_page(content))
    show(seen, view="matrix")
    for field in ("find", "as-name", "period"):
        seen.page.evaluate(WRITE, [field, LABELS])
        assert unharmed(seen)
    assert texts(seen, "#period-error")[0].startswith("No period: ")
    seen.page.locator("#find").fill("proto")
    seen.page.locator("#find").press("Enter")
    assert texts(seen, "#panel h3 bdi") == ["__proto__"]
    seen.page.locator("#period").fill("2014")
    seen.page.locator("#period").press("Enter")
    for name in ("constructor", "__proto__", "actor-18"):
        seen.page.select_option("#as", name)
        assert seen.page.locator("#as").input_value() == name
    assert unharmed(seen)


ADDRESSES = (
    "#era=<img src=x onerror=ran=1>&compare=</script>&view=constructor&order=toString&sort=-__proto__",
    "#actor=__proto__&near=2&limit=-1&as=hasOwnProperty&off=__proto__,constructor,%00,%ED%A0%80",
    "#pair=__proto__~__proto__&line=constructor~toString~friendly&limit=NaN&near=Infinity",
    "#pair=~&line=~~&during=0001/9999&lift=1&certain=javascript:ran=1",
    "#during=2014/2013&era=%F0%28%8C%BC&actor=%E2%80%AE&%%%&=&__proto__=1&constructor=2",
    "#javascript:ran=1",
)


@browser
def test_nothing_runs_whatever_the_address_says(browser_page: Opener, content: bytes) -> None:
    seen = watched(browser_page(content, hash_=ADDRESSES[0]))
    seen.js("comity.show({ view: 'table' })")
    rows = seen.js("comity.rows()")
    for hash_ in ADDRESSES:
        seen.page.evaluate("(hash) => { location.hash = hash; }", hash_)
        seen.page.evaluate("comity.show({ view: 'matrix' }); comity.show({ view: 'graph' })")
    seen.page.evaluate("location.hash = '#view=table'")
    seen.page.wait_for_function("(rows) => comity.rows().join() === rows.join()", arg=rows)
    assert len(rows) > 10
    assert unharmed(seen)


def kept(seen: Any, ending: str) -> bytes:
    with seen.page.expect_download() as waiting:
        seen.page.click(f"[data-keep={ending}]")
    return Path(waiting.value.path()).read_bytes()


@browser
def test_what_is_kept_as_a_file_holds_text_alone(browser_page: Opener, content: bytes) -> None:
    seen = watched(browser_page(content))
    for view in ("graph", "matrix", "eras"):
        show(seen, **(ALL | {"era": "era-18-2013", "view": view, "actor": "actor-0", "as": "actor-14"}))
        drawing = kept(seen, "svg")
        root = ElementTree.fromstring(drawing)
        assert {one.tag.removeprefix(SVG) for one in root.iter()} <= set(TAGS)
        assert {name for one in root.iter() for name in one.attrib if re.match("on|.*href|style", name)} == set()
        assert "</script><img src=x onerror=window.ran=1>" in "".join(root.find(f"{SVG}title").itertext())  # type: ignore[union-attr]
        assert wide_texts(root) == []
        assert kept(seen, "png")[:8] == b"\x89PNG\r\n\x1a\n"
    show(seen, **(ALL | {"era": "era-18-2013", "view": "table"}))
    rows = list(csv.DictReader(io.StringIO(kept(seen, "csv").decode("utf-8-sig"), newline="")))
    assert [row["Statement"] for row in rows] == seen.js("comity.rows()")
    assert not [cell for row in rows for cell in row.values() if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]
    assert {row["Subject"] for row in rows if "calc" in row["Subject"]} == {"'=cmd|' /C calc'!A0"}
    assert unharmed(seen)


def wide_texts(root: ElementTree.Element) -> list[str]:
    """Texts in a drawing that could not stand in its width, by a rough measure."""
    most = int(root.get("width") or 0) / 5
    return [line for one in root.iter(f"{SVG}text") for line in one.itertext() if len(line) > most]


@browser
def test_a_file_whose_name_is_no_text_is_named_as_the_address_has_it(browser_page: Opener, page_bytes: bytes, tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"caf\xe9.html")
    odd.write_bytes(page_bytes)
    seen = browser_page()
    seen.page.goto(odd.as_uri())
    assert b"Address: caf%E9.html#era=" in kept(seen, "svg")


@browser
def test_without_script_texts_are_texts_too(browser_page: Opener, content: bytes) -> None:
    seen = browser_page(content, java_script_enabled=False)
    rows = seen.page.locator("#rows tr")
    assert rows.count() > len(LABELS)
    assert set(texts(seen, "#rows td:nth-child(2)")) <= set(SHOWN.values())
    assert "onerror=win\u2026" in texts(seen, "#still tspan")
    assert seen.js("document.documentElement.scrollWidth") <= 1440
    assert unharmed(seen)


@browser
def test_paper_is_wide_enough_for_every_text(browser_page: Opener, content: bytes) -> None:
    seen = browser_page(content, width=1000, hash_="#era=era-18-2013")
    for view in ("graph", "matrix", "eras", "table"):
        show(seen, **(ALL | {"view": view}))
        seen.page.emulate_media(media="print")
        seen.page.wait_for_function("(drawn) => (document.querySelector('#paper svg') !== null) === drawn", arg=view != "table")
        assert seen.js("document.documentElement.scrollWidth") <= 1000
        assert set(texts(seen, "#table td.subject")) <= set(SHOWN.values())
        seen.page.emulate_media(media="screen")
    assert unharmed(seen)
