"""Texts that mean harm, or are easily broken: each is shown as it is given, and pushes nothing aside."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from kg.views.boxes import clean, wrap
from tests.views.hostile import EMPTY, LABELS, SCRIPTS, SHOWN, carried, text
from tests.views.hostile_page import ALL, hostile_page, show, texts

browser = pytest.mark.browser
Opener = Callable[..., Any]


def attributes(seen: Any, selector: str, name: str) -> set[str]:
    get = "([selector, name]) => [...document.querySelectorAll(selector)].map((one) => one.getAttribute(name))"
    return set(seen.page.evaluate(get, [selector, name]))


@browser
def test_every_text_is_shown_as_it_is_given(browser_page: Opener) -> None:
    seen = browser_page(hostile_page())
    show(seen, **(ALL | {"era": "era-18-2014", "view": "matrix"}))
    wanted = set(SHOWN.values())
    seen.open_lists()
    assert set(texts(seen, "#actors .name bdi")) == wanted
    assert set(texts(seen, "#matrix th[scope=row] bdi")) == wanted
    assert attributes(seen, "#matrix th[scope=col]", "title") == wanted
    named = [re.fullmatch(r"as (.*) saw it \(\d+\)", one, re.DOTALL) for one in texts(seen, "#as optgroup option")]
    assert {found[1] for found in named if found} == wanted
    assert attributes(seen, "#as-names option", "value") == wanted
    assert {title.split(", 201")[0] for title in attributes(seen, "#timeline [data-event]", "title")} <= wanted
    assert (texts(seen, "#group option"), texts(seen, "#tabs bdi")) == ([text(13), text(18)], [text(18), text(19)])
    assert texts(seen, "h1") == [SHOWN[text(0)] + SHOWN[text(14)] + SHOWN[text(18)]]
    show(seen, view="table")
    for column in ("subject", "object"):
        assert set(texts(seen, f"#table td.{column}")) <= wanted
    assert "\ufffd\ufffd\ufffd, \ufffd\ufffd" in texts(seen, "#table td.holders")


# What the panel tells of each of these, its paragraphs unfolded.
TOLD = """(names) => names.map((actor) => {
  comity.show({ actor });
  document.querySelectorAll("#panel blockquote button").forEach((one) => one.click());
  const texts = (selector) => [...document.querySelectorAll("#panel " + selector)].map((one) => one.textContent);
  return ["h3 bdi", "h3 ~ p bdi", "dd bdi", ".sources blockquote bdi", ".sources figcaption bdi"].map(texts);
})"""


@browser
def test_the_evidence_tells_every_text_as_it_is_given(browser_page: Opener) -> None:
    seen = browser_page(hostile_page())
    show(seen, **(ALL | {"era": "era-18-2014", "view": "matrix"}))
    found = seen.page.evaluate(TOLD, [f"event-{i}" for i in range(len(LABELS))])
    for i, (title, about, facts, quotes, places) in enumerate(found):
        assert title == [SHOWN[text(i)]]
        assert about[0] == SHOWN[text(i + 3)]
        assert facts[0] == f"{SHOWN[text(i + 1)]}, {SHOWN[text(i + 2)]}"
        assert clean(f"{text(i)}, host") in facts
        assert quotes[0] == carried().paragraphs[i].text == SHOWN[text(i)]
        assert places[0] == f"paragraph {i + 1}, characters 0-{len(text(i))}"


@browser
def test_who_does_what_to_whom_reads_from_left_to_right_whatever_the_names(browser_page: Opener) -> None:
    arabic, hebrew = LABELS.index(SCRIPTS[8]), LABELS.index(SCRIPTS[9])
    seen = browser_page(hostile_page(), hash_=f"#era=era-18-2013&pair=actor-{arabic}~actor-{hebrew}")
    lefts = seen.js("[...document.querySelectorAll('#panel h5 bdi')].map((one) => [one.textContent, one.getClientRects()[0].left])")
    assert [name for name, _ in lefts] == [SCRIPTS[8], lefts[1][0], SCRIPTS[9]]
    assert lefts[0][1] < lefts[1][1]


WIDE = """() => [...document.querySelectorAll("html, #side, #lists, #evidence, #panel, #bar, #now, #timeline, #multiples, #found")]
  .filter((one) => one.clientWidth && one.scrollWidth > one.clientWidth + 1).map((one) => one.localName + one.id)"""


@browser
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 640), (390, 844)])
def test_no_name_is_too_long_for_its_place(browser_page: Opener, width: int, height: int) -> None:
    seen = browser_page(hostile_page(), width=width, height=height, has_touch=width < 800)
    seen.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    for view in ("graph", "matrix", "table", "eras"):
        for more in ({"compare": "era-18-2014", "during": "2013-03/2014-02"}, {"actor": "actor-24"}):
            show(seen, **(ALL | {"era": "era-18-2013", "view": view} | more))
            assert seen.js(WIDE) == []
    show(seen, **(ALL | {"era": "era-13-2014", "view": "matrix", "pair": f"actor-{LABELS.index('x' * 300)}~actor-19"}))
    seen.page.fill("#find", "a")
    assert seen.js(WIDE) == []
    heads = seen.js("[...document.querySelectorAll('#matrix th span')].map((one) => [one.offsetWidth, one.offsetHeight])")
    assert max(max(size) for size in heads) <= 150
    if width >= 800:
        assert seen.js("Math.max(...[...document.querySelectorAll('#tabs button')].map((one) => one.offsetWidth))") <= 320
        assert seen.js("document.querySelector('header').offsetHeight") < 0.25 * height


def test_no_name_makes_a_large_box() -> None:
    for label in LABELS:
        lines = wrap(label, 18)
        assert len(lines) <= 3
        assert max(len(line) for line in lines) <= 22
        said = "".join(lines).removesuffix("\u2026").replace(" ", "")
        assert "".join(SHOWN[label].split()).startswith(said)


def test_what_disturbs_or_is_not_seen_is_made_visible() -> None:
    assert {text: clean(text) for text in LABELS} == SHOWN
    assert clean("") == ""
    marks = "\u0301" * 10
    assert clean(f"a{marks}b{marks}") == f"a{marks}b{marks}"
    assert clean(f"a{marks}\u0301b") == f"a{marks}\ufffdb"
    assert clean("\u0f67\u0f90\u0fb5\u0fa8\u0fb3\u0fba\u0fbc\u0fbb\u0f82") == "\u0f67\u0f90\u0fb5\u0fa8\u0fb3\u0fba\u0fbc\u0fbb\u0f82"


@pytest.mark.parametrize("text", [*LABELS, *EMPTY, "\U000e0100" * 12, "a" + "\U000e0100" * 12])
def test_what_is_made_visible_leaves_every_place_in_a_text_where_it_was(text: str) -> None:
    assert len(clean(text).encode("utf-16-le")) == len(text.encode("utf-16-le"))
    assert clean(clean(text)) == clean(text)


def test_no_text_stands_raw_in_the_file() -> None:
    said = html.unescape(hostile_page().decode("ascii"))
    data = json.loads(said.partition('id="comity-data">')[2].partition("</script>")[0])
    assert not [c for c in "\u202e\u2066\u061c\u200f\u2028\u2029" if c in said + json.dumps(data, ensure_ascii=False)]
    assert [url for url in data["sources"]["url"] if url] == ["https://example.org/\"onmouseover=window.ran=14 '<\ufffd>"]
