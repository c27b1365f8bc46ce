"""What is kept as a file, in a real Chromium: drawings as SVG and PNG that tell what they show, and the table as CSV."""

from __future__ import annotations

import csv
import io
import re
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

pytestmark = pytest.mark.browser
Opener = Callable[..., Any]
SVG = "{http://www.w3.org/2000/svg}"
VIEWS = ("graph", "matrix", "eras")


def kept(seen: Any, ending: str) -> tuple[str, bytes]:
    """Name and content of the file that a button gives."""
    with seen.page.expect_download() as waiting:
        seen.page.click(f"[data-keep={ending}]")
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def texts(root: ElementTree.Element) -> list[str]:
    """Every text in the drawing, its lines joined."""
    return [" ".join("".join(one.itertext()).split()) for one in root.iter(f"{SVG}text")]


def test_a_drawing_tells_title_era_source_date_and_address(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016&as=south-korea&certain=true&actor=russia")
    name, content = kept(seen, "svg")
    assert name == "comity-era-2016.svg"
    words = " ".join(texts(ElementTree.fromstring(content)))
    lines, statements = seen.js("[comity.lines().length, comity.rows().length]")
    for part in (
        "Invented peninsula, 2013\u20132019",
        f"2016\u20132017: {len(seen.js('Object.keys(comity.places())'))} entities, {lines} lines, {statements} statements;",
        "as South Korea saw it; only what certainly holds",
        "Chosen: the lines of Russia.",
        "Switched off: Offices, works;",
        "Source: Invented peninsula, version 1, recorded 2019-12-31, licence CC0.",
        "Address: page-0.html#era=era-2016&actor=russia&as=south-korea&certain=true",
        "No line: no statement, which is not the same as neutral.",
    ):
        assert part in words
    assert "/tmp" not in words


def test_a_compared_drawing_tells_both_eras(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016&compare=era-2013")
    name, content = kept(seen, "svg")
    assert name == "comity-era-2016-against-era-2013.svg"
    assert "2016\u20132017 against 2013\u20132015:" in " ".join(texts(ElementTree.fromstring(content)))


@pytest.mark.parametrize("era", ["era-2013", "era-2016", "era-2018"])
def test_a_drawing_has_a_path_for_every_line_and_a_name_for_every_entity(browser_page: Opener, era: str) -> None:
    seen = browser_page(hash_=f"#era={era}")
    root = ElementTree.fromstring(kept(seen, "svg")[1])
    lines = seen.js("comity.lines()")
    paths = [one for one in root.iter(f"{SVG}path") if one.get("class") == "line"]
    heads = [one for one in root.iter(f"{SVG}path") if one.get("class") == "head"]
    assert len(paths) == len(lines) > 10
    assert len(heads) == len([line for line in lines if line["kind"] not in ("meetings", "leads", "roles") and not symmetric(line)])
    names = [one for one in root.iter(f"{SVG}g") if one.get("class") == "node"]
    assert len(names) == len(seen.js("Object.keys(comity.places())"))


def symmetric(line: dict[str, Any]) -> bool:
    return all(re.search("alliedwith|coordinateswith|tradeswith", name) for name in line["statements"])


def test_a_drawing_has_a_sign_for_every_family_that_is_in_it(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016&off=roles,sanctions,policy,event,office")
    words = texts(ElementTree.fromstring(kept(seen, "svg")[1]))
    labels = {
        family["id"]: family["label"] for family in seen.js("JSON.parse(document.getElementById('comity-data').textContent).families")
    }
    shown = {labels[line["kind"]] for line in seen.js("comity.lines()") if line["real"]}
    assert shown
    assert {label for label in labels.values() if label in words} - {labels["unreal"]} == shown


@pytest.mark.parametrize("view", VIEWS)
def test_a_drawing_needs_nothing_from_outside_and_runs_nothing(browser_page: Opener, hostile_bytes: bytes, view: str) -> None:
    seen = browser_page(hostile_bytes, hash_=f"#era=e2&view={view}")
    content = kept(seen, "svg")[1]
    root = ElementTree.fromstring(content)
    tags = {one.tag.removeprefix(SVG) for one in root.iter()}
    assert tags <= {"svg", "title", "g", "path", "text", "tspan", "rect", "circle", "defs", "pattern"}
    attributes = [(name, value) for one in root.iter() for name, value in one.attrib.items()]
    assert not [name for name, _ in attributes if name.startswith("on") or name.endswith("href") or name == "style"]
    assert {value for _, value in attributes if "url(" in value} <= {"url(#hatch)"}
    assert b"<script" not in content
    assert "</script><img src=x" in re.sub(r"\s+", " ", "".join(root.itertext()))
    assert (seen.fetched, seen.errors, seen.js("window.ran")) == ([], [], None)


@pytest.mark.parametrize("view", VIEWS)
def test_a_png_has_twice_as_many_pixels_as_the_drawing(browser_page: Opener, view: str) -> None:
    seen = browser_page(hash_=f"#era=era-2016&view={view}", color_scheme="dark")
    root = ElementTree.fromstring(kept(seen, "svg")[1])
    name, content = kept(seen, "png")
    assert name.endswith(".png")
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", content[16:24]) == tuple(2 * int(root.get(side) or 0) for side in ("width", "height"))
    assert len(content) > 20_000
    assert seen.errors == []


def test_a_drawing_is_light_on_white_in_the_dark_too(browser_page: Opener) -> None:
    light, dark = (kept(browser_page(hash_="#era=era-2016", color_scheme=scheme), "svg")[1] for scheme in ("light", "dark"))
    assert light.replace(b"page-0", b"page-1") == dark
    assert b'fill="#ffffff"' in dark


def test_the_kept_matrix_has_the_cells_of_the_page(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016&view=matrix")
    name, content = kept(seen, "svg")
    assert name == "comity-era-2016-matrix.svg"
    words = sorted(text.replace(" ", "") for text in texts(ElementTree.fromstring(content)))
    shown = seen.js("[...document.querySelectorAll('#matrix td')].map((one) => one.textContent.replaceAll(' ', '')).filter(Boolean)")
    assert len(shown) > 20
    assert [text for text in words if re.fullmatch(r"[+\u22120\u00b1]\d+\??", text)] == sorted(shown)


def test_the_table_is_kept_as_rows_that_a_spreadsheet_reads(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016&compare=era-2013&view=table&sort=subject")
    name, content = kept(seen, "csv")
    assert name == "comity-era-2016-against-era-2013.csv"
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert [row["Statement"] for row in rows] == seen.js("comity.rows()")
    assert [row["Subject"] for row in rows] == sorted(row["Subject"] for row in rows)
    assert next(row for row in rows if row["Statement"] == "china-criticises-north-korea-14") == {
        "Statement": "china-criticises-north-korea-14",
        "When": "2013/2017 (date from context)",
        "Subject": "China",
        "Relation": "criticises",
        "Object": "North Korea",
        "Whose view": "Gilbert Rozman",
        "In this time": "certainly",
        "Change": "kept",
        "Status, wording": "actual, stated, disputed",
        "Sources": "Rozman 2022: paragraph 14, characters 1400-1480",
    }


def test_each_way_to_look_offers_what_it_can_give(browser_page: Opener) -> None:
    seen = browser_page(hash_="#era=era-2016")
    found = {}
    for view in ("graph", "matrix", "table", "eras"):
        seen.page.click(f"#views [data-view={view}]")
        found[view] = [button.get_attribute("aria-label") for button in seen.page.locator("#keep button:visible").all()]
    assert found == {
        "graph": ["Download the graph as SVG", "Download the graph as PNG"],
        "matrix": ["Download the matrix as SVG", "Download the matrix as PNG"],
        "table": ["Download the table as CSV"],
        "eras": ["Download the drawings of all eras as SVG", "Download the drawings of all eras as PNG"],
    }
