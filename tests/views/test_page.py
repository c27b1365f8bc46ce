"""The page as a file: what is in it, what it may load, and that two builds are the same bytes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from kg.errors import PageError, UnknownName
from kg.model.period import Period
from kg.model.relations import Relation
from kg.model.resolved import Resolved
from kg.views import PageRequest, page
from kg.views.assets import VIS_SHA256
from kg.views.request import Span

HERE = Path(__file__).parent
_BUILD = """
import importlib.util, sys
spec = importlib.util.spec_from_file_location("sample", sys.argv[1])
sample = importlib.util.module_from_spec(spec)
sys.modules["sample"] = sample
spec.loader.exec_module(sample)
from kg.views import page
sys.stdout.buffer.write(page(sample.resolved_of(sample.peninsula()), sample.relation_kinds(), sample.request_for()))
"""


class Elements(HTMLParser):
    """Every start tag with its attributes, and the text of every element by its tag."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self._open = ""
        self.feed(content.decode("ascii"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._open = tag

    def handle_data(self, data: str) -> None:
        self.texts.setdefault(self._open, []).append(data)


def data_in(content: bytes, name: str) -> Any:
    found = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', content.decode("ascii"), re.DOTALL)
    assert found
    return json.loads(found[1])


def test_the_page_is_ascii_and_has_its_title(page_bytes: bytes) -> None:
    assert page_bytes.isascii()
    assert b"<title>Invented peninsula, 2013&#8211;2019</title>" in page_bytes


def test_every_statement_of_every_era_is_in_the_data(page_bytes: bytes, resolved: Resolved) -> None:
    data = data_in(page_bytes, "comity-data")
    ids = {data["strings"][i] for i in data["facts"]["id"]}
    outer = Period.parse("2013/2019")
    assert ids == {name for name in resolved.statements if resolved.bounds[name].possibly(outer)}


def test_an_era_holds_what_possibly_and_what_certainly_holds_in_it(
    page_bytes: bytes, resolved: Resolved, request_of_all: PageRequest
) -> None:
    data = data_in(page_bytes, "comity-data")
    facts, lists, strings = data["facts"], data["lists"], data["strings"]
    for k, span in enumerate(request_of_all.spans):
        for column, certain in (("possible", False), ("certain", True)):
            shown = {strings[i] for i, spans in zip(facts["id"], facts[column], strict=True) if k in lists[spans]}
            assert shown == {name for name in resolved.statements if resolved.bounds[name].holds(span.bounds, certain)}


def test_what_is_denied_or_did_not_happen_is_on_no_line_with_what_is_so(page_bytes: bytes, resolved: Resolved) -> None:
    data = data_in(page_bytes, "comity-data")
    for name, line in zip(data["facts"]["id"], data["facts"]["line"], strict=True):
        statement = resolved.statements[data["strings"][name]]
        assert data["lines"]["real"][line] == (statement.status.value == "actual" and not statement.negated)


def test_the_sign_of_a_denied_statement_is_nought(page_bytes: bytes) -> None:
    data = data_in(page_bytes, "comity-data")
    names = [data["strings"][i] for i in data["facts"]["id"]]
    assert data["facts"]["sign"][names.index("south-korea-sanctions-russia-6")] == 0
    assert data["facts"]["sign"][names.index("united-states-sanctions-russia-7")] == -1


def test_whole_numbers_place_every_entity_once(page_bytes: bytes) -> None:
    nodes = data_in(page_bytes, "comity-graph")["nodes"]
    assert len({node["id"] for node in nodes}) == len(nodes) == len(data_in(page_bytes, "comity-data")["nodes"]["id"])
    assert all(isinstance(node[axis], int) for node in nodes for axis in "xy")


def test_the_policy_names_the_hash_of_every_script_and_allows_nothing_else(page_bytes: bytes) -> None:
    metas = [attributes for tag, attributes in Elements(page_bytes).tags if tag == "meta"]
    policies = [meta["content"] for meta in metas if meta.get("http-equiv") == "Content-Security-Policy"]
    scripts = re.findall(r"<script>(.*?)</script>", page_bytes.decode("ascii"), re.DOTALL)
    hashes = " ".join(f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in scripts)
    assert len(scripts) == 2
    assert policies == [
        f"default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; script-src {hashes}; base-uri 'none'; form-action 'none'"
    ]


def test_nothing_in_the_page_is_loaded_from_anywhere(page_bytes: bytes, hostile_bytes: bytes) -> None:
    for content in (page_bytes, hostile_bytes):
        for tag, attributes in Elements(content).tags:
            assert tag not in {"link", "img", "iframe", "object", "embed", "base", "image", "use"}
            assert not {"src", "srcset", "action", "xlink:href", "style"} & set(attributes)
            if "href" in attributes:
                assert tag == "a"
                assert re.match("https?://", attributes["href"] or "")
    assert b"sourceMappingURL" not in page_bytes
    assert b"url(http" not in page_bytes


def test_labels_that_mean_harm_stay_text(hostile_bytes: bytes) -> None:
    tags = [tag for tag, _ in Elements(hostile_bytes).tags]
    assert "img" not in tags
    assert tags.count("script") == 4
    assert not any(name.startswith("on") for _, attributes in Elements(hostile_bytes).tags for name in attributes)
    assert b"49" not in data_in(hostile_bytes, "comity-data")["title"].encode()
    assert "\u202e" not in json.dumps(data_in(hostile_bytes, "comity-data"), ensure_ascii=False)


def test_only_web_addresses_become_links(hostile_bytes: bytes) -> None:
    assert data_in(hostile_bytes, "comity-data")["sources"]["url"] == [""]
    assert not [a for tag, a in Elements(hostile_bytes).tags if tag == "a"]


def test_without_script_there_are_title_drawing_and_table_with_sources(page_bytes: bytes) -> None:
    body = page_bytes.decode("ascii")
    tags = [tag for tag, _ in Elements(page_bytes).tags]
    assert tags.count("svg") == 1
    assert tags.count("ellipse") > 3
    rows = re.findall(r'<tr data-id="([^"]+)">(.*?)</tr>', body)
    assert len(rows) > 15
    assert all("Rozman 2022" in cells or "Wikidata" in cells for name, cells in rows)
    assert "paragraph 14, characters 1400-1480" in dict(rows)["china-criticises-north-korea-14"]


def test_the_same_records_give_the_same_bytes_whatever_the_hash_seed() -> None:
    made = []
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(HERE.parents[1])}
        command = [sys.executable, "-c", _BUILD, str(HERE / "invented.py")]
        made.append(subprocess.run(command, env=environment, check=True, capture_output=True).stdout)
    assert made[0] == made[1]
    assert len(made[0]) > 500_000


def test_pyvis_carries_the_script_that_we_know() -> None:
    import pyvis

    path = Path(pyvis.__file__).parent / "templates/lib/vis-9.1.2/vis-network.min.js"
    assert sha256(path.read_bytes()).hexdigest() == VIS_SHA256


def test_a_page_of_this_size_stays_in_its_budget(page_bytes: bytes) -> None:
    assert len(page_bytes) < 620_000


def test_nothing_to_show_is_said(resolved: Resolved, relations: dict[str, Relation]) -> None:
    spans = (Span("long-ago", "long ago", Period.parse("0900")),)
    with pytest.raises(PageError, match="no statement holds in long ago"):
        page(resolved, relations, PageRequest(spans=spans, title="Nothing"))


def test_too_large_a_page_says_what_to_do(
    resolved: Resolved, relations: dict[str, Relation], request_of_all: PageRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["kg.views.page"], "_LIMIT", 100_000)
    with pytest.raises(PageError, match="ask for one era or a shorter period"):
        page(resolved, relations, request_of_all)


def test_unknown_names_in_a_request_are_refused(resolved: Resolved, relations: dict[str, Relation], request_of_all: PageRequest) -> None:
    with pytest.raises(UnknownName, match="nearest: russia"):
        page(resolved, relations, PageRequest(spans=request_of_all.spans, title="T", as_seen_by="rusia"))
    with pytest.raises(UnknownName):
        PageRequest(spans=request_of_all.spans, title="T", default="era-2099")
    with pytest.raises(PageError):
        PageRequest(spans=(), title="T")
