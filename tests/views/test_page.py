"""The page as a file: what is in it, what it may load, and that two builds are the same bytes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from base64 import b64encode
from dataclasses import replace
from datetime import date
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from kg.errors import PageError, UnknownName
from kg.model.bounds import Bounds
from kg.model.period import Period
from kg.model.relations import Relation
from kg.model.resolved import Resolved
from kg.model.statements import Statement
from kg.views import PageRequest, page
from kg.views.assets import VIS_SHA256
from kg.views.layout import layout
from kg.views.request import Group, Span
from kg.views.scene import scene_of
from tests.views.invented import request_for, resolved_of

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


def cells(columns: Any, name: str, rows: int) -> list[int]:
    """A column in full: one that never changes is sent as one number, one that rarely does as what most rows have and the others."""
    found = columns[name]
    if isinstance(found, dict):
        return [found["others"].get(str(i), found["most"]) for i in range(found["rows"])]
    return found if isinstance(found, list) else [found] * rows


def column(data: Any, name: str) -> list[int]:
    """A column of the statements."""
    return cells(data["facts"], name, len(data["facts"]["id"]))


def statement_ids(data: Any) -> list[str]:
    """The ids of the statements in full: S, R and O stand for subject, relation and object, unless an id comes after "="."""
    nodes = [data["strings"][place] for place in data["nodes"]["id"]]
    kinds = data["relations"]["id"]
    ends = zip(*(column(data, name) for name in ("subject", "relation", "object")), strict=True)
    return [
        short[1:] if short.startswith("=") else short.replace("S", nodes[s], 1).replace("R", kinds[r], 1).replace("O", nodes[o], 1)
        for short, (s, r, o) in zip(data["facts"]["id"], ends, strict=True)
    ]


def test_every_statement_is_in_the_data_with_the_four_days_that_bound_it(page_bytes: bytes, resolved: Resolved) -> None:
    data = data_in(page_bytes, "comity-data")
    names = ("earliest_begin", "latest_begin", "earliest_end", "latest_end")
    later = zip(*(cells(data["bounds"], name, 0) for name in names), strict=True)
    days = [(first, *(first + days for days in rest)) for first, *rest in later]
    found = {name: days[place] for name, place in zip(statement_ids(data), column(data, "bounds"), strict=True)}
    assert found == {
        name: tuple(day.toordinal() for day in (it.earliest_begin, it.latest_begin, it.earliest_end, it.latest_end))
        for name, it in resolved.bounds.items()
        if name in resolved.statements
    }


def test_an_era_is_in_the_data_with_its_outer_and_its_inner_days(page_bytes: bytes) -> None:
    first = data_in(page_bytes, "comity-data")["groups"][0]["spans"][0]
    days = [date(2013, 1, 1).toordinal(), date(2015, 12, 31).toordinal()]
    assert first == {"id": "era-2013", "label": "2013\u20132015", "outer": days, "inner": days}


def test_a_vague_era_is_wider_for_what_is_possible_than_for_what_is_certain(resolved: Resolved, relations: dict[str, Relation]) -> None:
    vague = Bounds(date(2012, 1, 1), date(2013, 1, 1), date(2015, 1, 1), date(2016, 1, 1))
    group = Group("eras", "Era", (Span("vague", "Vague", vague),))
    span = data_in(page(resolved, relations, PageRequest(groups=(group,), title="T")), "comity-data")["groups"][0]["spans"][0]
    assert span["outer"] == [date(2012, 1, 1).toordinal(), date(2016, 1, 1).toordinal()]
    assert span["inner"] == [date(2013, 1, 1).toordinal(), date(2015, 1, 1).toordinal()]


def test_a_page_of_one_time_holds_what_possibly_held_then_and_nothing_else(resolved: Resolved, relations: dict[str, Relation]) -> None:
    year = Period.parse("2014")
    request = PageRequest(groups=(Group("t", "Time", (Span("y", "2014", year),)),), title="T", within=year)
    data = data_in(page(resolved, relations, request), "comity-data")
    assert set(statement_ids(data)) == {name for name in resolved.statements if resolved.bounds[name].possibly(year)}


def test_a_statement_says_whether_it_is_so_and_how_its_kind_leans(page_bytes: bytes, resolved: Resolved) -> None:
    data = data_in(page_bytes, "comity-data")
    flags = dict(zip(statement_ids(data), column(data, "flags"), strict=True))
    assert flags == {
        name: (s.status.value == "actual" and not s.negated)
        + 2 * s.negated
        + 4 * (name in resolved.disputed)
        + 8 * (s.according_to == ("undisputed",))
        for name, s in resolved.statements.items()
    }
    leaning = dict(zip(statement_ids(data), column(data, "leaning"), strict=True))
    assert (leaning["south-korea-sanctions-russia-6"], leaning["russia-aids-north-korea-2"]) == (-1, 1)


def test_ids_that_look_like_short_ones_are_in_the_data_as_they_are(resolved: Resolved, relations: dict[str, Relation]) -> None:
    records = dict(resolved.records.by_id)
    said = records["china-criticises-north-korea-14"]
    assert isinstance(said, Statement)
    shortened = {
        "china-china-2": "S-china-2",
        "north-korea--criticises--china": "O--R--S",
        "14": "14",
        "=14": "==14",
        "Russia": "=Russia",
        "S-R-O": "=S-R-O",
    }
    records |= {name: replace(said, id=name) for name in shortened}
    data = data_in(page(resolved_of(records), relations, request_for()), "comity-data")
    assert dict(zip(statement_ids(data), data["facts"]["id"], strict=True)).items() >= shortened.items()


def test_whole_numbers_place_every_entity_of_a_statement_once(page_bytes: bytes, resolved: Resolved) -> None:
    graph, data = data_in(page_bytes, "comity-graph"), data_in(page_bytes, "comity-data")
    ids = [data["strings"][data["nodes"]["id"][place]] for place in graph["nodes"]["id"]]
    assert sorted(ids) == sorted({end for s in resolved.statements.values() for end in (s.subject, s.object)})
    assert all(isinstance(at, int) for axis in "xy" for at in graph["nodes"][axis])


def test_lanes_and_bends_stand_in_the_order_of_the_first_statements(
    page_bytes: bytes, resolved: Resolved, relations: dict[str, Relation], request_of_all: PageRequest
) -> None:
    graph, scene = data_in(page_bytes, "comity-graph"), scene_of(resolved, relations, request_of_all.spans)
    made = layout(resolved, scene)
    lines = [scene.lines[place] for place in dict.fromkeys(fact.line for fact in scene.facts)]
    pairs = dict.fromkeys(tuple(sorted((line.source, line.target))) for line in lines)
    assert dict(zip((line.key for line in lines), graph["lanes"], strict=True)) == made.lanes
    assert dict(zip(pairs, map(tuple, graph["bends"]), strict=True)) == made.spines


def test_an_event_that_stands_in_no_statement_is_in_the_data_for_the_strip_of_events(page_bytes: bytes) -> None:
    data = data_in(page_bytes, "comity-data")
    ids = [data["strings"][i] for i in data["nodes"]["id"]]
    placed = set(data_in(page_bytes, "comity-graph")["nodes"]["id"])
    assert {name for i, name in enumerate(ids) if i not in placed} == {
        "beijing-visit",
        "panmunjom-summit",
        "singapore-summit",
        "vladivostok-summit",
    }


def test_the_policy_names_the_hash_of_every_script_and_allows_nothing_else(page_bytes: bytes) -> None:
    metas = [attributes for tag, attributes in Elements(page_bytes).tags if tag == "meta"]
    policies = [meta["content"] for meta in metas if meta.get("http-equiv") == "Content-Security-Policy"]
    scripts = re.findall(r"<script>(.*?)</script>", page_bytes.decode("ascii"), re.DOTALL)
    hashes = " ".join(f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in scripts)
    assert len(scripts) == 3
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
                assert re.match("https?://|#", attributes["href"] or "")
    assert b"sourceMappingURL" not in page_bytes
    assert b"url(http" not in page_bytes


def test_labels_that_mean_harm_stay_text(hostile_bytes: bytes) -> None:
    tags = [tag for tag, _ in Elements(hostile_bytes).tags]
    assert "img" not in tags
    assert tags.count("script") == 5
    assert not any(name.startswith("on") for _, attributes in Elements(hostile_bytes).tags for name in attributes)
    assert b"49" not in data_in(hostile_bytes, "comity-data")["title"].encode()
    assert "\u202e" not in json.dumps(data_in(hostile_bytes, "comity-data"), ensure_ascii=False)


def test_only_web_addresses_become_links(hostile_bytes: bytes) -> None:
    assert data_in(hostile_bytes, "comity-data")["sources"]["url"] == [""]
    assert {a["href"] for tag, a in Elements(hostile_bytes).tags if tag == "a"} == {"#middle", "#evidence-title", "#source-1"}


def test_without_script_there_are_title_drawing_and_table_with_sources(page_bytes: bytes) -> None:
    body = page_bytes.decode("ascii")
    tags = [tag for tag, _ in Elements(page_bytes).tags]
    key = re.findall(r"</svg> ([^<]*)</li>", body)
    assert (tags.count("svg"), key) == (1 + len(key), ["Friendly", "Unfriendly", "Sanctions", "Leads a state"])
    assert tags.count("ellipse") > 3
    rows = re.findall(r"<tr><td>(.*?)</td></tr>", body)
    assert len(rows) > 15
    assert [row.split("</td><td>") for row in rows if "1400-1480" in row] == [
        [
            "2013/2017 (date from context)",
            "China",
            "criticises",
            "North Korea",
            "Gilbert Rozman",
            "is or was so, stated, disputed",
            '<a href="#source-2">[2]</a> paragraph 14, characters 1400-1480',
        ]
    ]
    assert re.findall(r'<li id="source-(\d+)">(.*?)</li>', body) == [
        ("1", '<a href="https://www.wikidata.org/" rel="noopener noreferrer">Wikidata</a>'),
        ("2", "Rozman 2022"),
    ]
    assert all(re.search(r'href="#source-[12]"', row) for row in rows)


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


def test_nothing_to_show_is_said(resolved: Resolved, relations: dict[str, Relation]) -> None:
    spans = (Span("long-ago", "long ago", Period.parse("0900")),)
    with pytest.raises(PageError, match="no statement holds in long ago"):
        page(resolved, relations, PageRequest(groups=(Group("g", "Time", spans),), title="Nothing", within=spans[0].bounds))


def test_unknown_names_in_a_request_are_refused(resolved: Resolved, relations: dict[str, Relation], request_of_all: PageRequest) -> None:
    with pytest.raises(UnknownName, match="nearest: russia"):
        page(resolved, relations, PageRequest(groups=request_of_all.groups, title="T", as_seen_by="rusia"))
    with pytest.raises(UnknownName):
        PageRequest(groups=request_of_all.groups, title="T", default="era-2099")
    with pytest.raises(PageError):
        PageRequest(groups=(), title="T")
