"""``kg export``: where its files go, and what it says of a bad wish."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Run


def test_text_goes_to_standard_output_unless_a_file_is_named(kg: Run, freedonia: Path, tmp_path: Path) -> None:
    shown = kg("export", "turtle", "--graph", "early", "--corpus", freedonia)
    told = kg("export", "turtle", "--graph", "early", "--corpus", freedonia, "--out", tmp_path / "new" / "early.ttl")
    assert (shown.code, shown.err) == (0, "")
    assert (told.code, told.out) == (0, "")
    assert told.err.startswith(f"Written: {tmp_path / 'new' / 'early.ttl'} (1 file, ")
    assert (tmp_path / "new" / "early.ttl").read_text("utf-8") == shown.out


def test_the_list_has_every_format_with_what_survives(kg: Run) -> None:
    done = kg("export", "--list")
    assert done.code == 0
    assert done.out.splitlines()[0].split() == ["format", "what", "it", "is", "time", "view", "evidence", "status", "conflict", "rest"]
    assert {"turtle", "trig", "ntriples", "nquads", "rdfxml"} <= {line.split()[0] for line in done.out.splitlines()}


def test_what_stands_there_is_replaced_only_by_force(kg: Run, freedonia: Path, tmp_path: Path) -> None:
    place = tmp_path / "early.ttl"
    place.write_text("mine")
    wish = ("export", "turtle", "--graph", "early", "--corpus", freedonia, "--out", place)
    refused = kg(*wish)
    assert (refused.code, refused.err) == (1, f"kg: {place}: exists: --force replaces it\n")
    assert place.read_text() == "mine"
    assert kg(*wish, "--force").code == 0
    assert place.read_text().startswith("@prefix")
    assert [each.name for each in tmp_path.iterdir()] == ["early.ttl"]


def test_a_link_to_nowhere_is_something_that_stands_there(kg: Run, freedonia: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("nowhere")
    refused = kg("export", "nquads", "--corpus", freedonia, "--out", tmp_path / "link")
    assert (refused.code, refused.err) == (1, f"kg: {tmp_path / 'link'}: exists: --force replaces it\n")
    assert [each.name for each in tmp_path.iterdir()] == ["link"]


@pytest.mark.parametrize(
    ("wish", "code", "why"),
    [
        (["nquads", "--out", "n" * 300], 1, f"kg: {'n' * 300}: file name too long"),
        (["turtel"], 2, "kg: no format 'turtel'; there are: "),
        ([], 2, "kg: which format? kg export --list shows them"),
        (["turtle"], 2, "kg: turtle has one graph, the data set has several: add --graph with record or an era, or take trig or nquads"),
        (["turtle", "--graph", "lat"], 2, "kg: no graph 'lat'; nearest: late"),
        (["nquads", "--on", "1931-02-30"], 1, "kg: "),
        (["nquads", "--certain"], 2, "kg: --certain says more of --on, --during or --era: give one of these"),
        (["nquads", "--out", "."], 1, "kg: .: is a folder: nquads is one file, name it"),
        (["nquads", "--out", "/dev/null/x.nq"], 1, "kg: /dev/null/x.nq: can't be written: file exists"),
    ],
)
def test_a_bad_wish_is_one_clear_line(kg: Run, freedonia: Path, wish: list[str], code: int, why: str) -> None:
    done = kg("export", *wish, "--corpus", freedonia)
    assert (done.code, done.out, done.err.count("\n")) == (code, "", 1)
    assert done.err.startswith(why)
