"""The sources' texts: shown where they are given, in their paragraph, and nowhere else."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg.dataset import open_dataset
from kg.errors import FileError
from kg.query.engine import Engine
from kg.query.resources import resource
from kg.server.pages.evidence import Cited
from kg.server.pages.rendering import resource_page
from kg.server.texts import Quote, Texts
from tests.server.conftest import KG, Running, free_port

SOURCE = "https://example.org/my-corpus/source/entente-in-brief"
STATEMENT = "statement/france-endorses-britain-in-egypt-1904"
# The paragraph that the statement cites, with the passage in its middle.
BEFORE, PASSAGE = "called the Entente Cordiale. ", "France gave Britain a free hand in Egypt"


@pytest.fixture(scope="module")
def engine(example: Path) -> Engine:
    return Engine(open_dataset([example]))


def html(server: Running, path: str) -> str:
    said = server.ask(path=f"/{path}")
    assert said.status == 200
    return said.body.decode()


def test_a_passage_is_cut_out_of_its_paragraph() -> None:
    texts = Texts({"s": ((0, "One."), (6, "Two and three."))})
    assert texts.quote("s", 2, 10, 13) == Quote("Two ", "and", " three.")
    assert texts.quote("s", 1, 0, 4) == Quote("", "One.", "")


@pytest.mark.parametrize("place", [("t", 1, 0, 1), ("s", 0, 0, 1), ("s", 3, 0, 1), ("s", 2, 0, 3), ("s", 1, 2, 9), ("s", 1, 2, 2)])
def test_a_place_that_the_text_does_not_have_gives_nothing(place: tuple[str, int, int, int]) -> None:
    assert Texts({"s": ((0, "One."), (6, "Two and three."))}).quote(*place) is None


def test_texts_are_known_by_their_hash_and_what_is_missing_is_told(engine: Engine, example: Path, tmp_path: Path) -> None:
    text = (example / "documents" / "entente-in-brief.txt").read_bytes()
    (tmp_path / "renamed.txt").write_bytes(text)
    (tmp_path / "other.txt").write_text("No source has this.\n")
    found = Texts.read(engine, tmp_path)
    assert (list(found.paragraphs), found.missing) == ([SOURCE], ())
    assert [line for _, line in found.paragraphs[SOURCE]] == [line for line in text.decode().split("\n") if line]


def test_a_folder_without_any_of_the_texts_is_refused(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("No source has this.\n")
    with pytest.raises(FileError, match="no file has the sha256"):
        Texts.read(engine, tmp_path)


def test_a_statement_shows_its_passage_in_the_paragraph(with_text: Running) -> None:
    body = html(with_text, f"{STATEMENT}.html")
    assert "This page carries text of its sources." in body
    quote = re.search(r"<blockquote>(.*?)</blockquote>", body, re.DOTALL)
    assert quote is not None
    assert f"{BEFORE}<mark>{PASSAGE}</mark>, and Britain did the same" in quote[1]


@pytest.mark.parametrize(
    ("path", "marked"),
    [
        ("passage/entente-in-brief/341-381", PASSAGE),
        ("claim/entente-will-fail", "Germany distrusted the agreement and expected it to fail."),
        ("era/agreement", "On 8 April 1904"),
    ],
)
def test_passages_claims_and_eras_show_theirs(with_text: Running, path: str, marked: str) -> None:
    assert f"<mark>{marked}" in html(with_text, f"{path}.html")


def test_words_that_mean_harm_are_only_words(engine: Engine) -> None:
    cited = Cited(f"{SOURCE}/p", SOURCE, "<i>", "\u00b6 1", Quote("<b>", "<script>window.ran=1</script>", "right\u202eto left"))
    found = resource(engine, SOURCE)
    assert found is not None
    page = resource_page(engine, found, [cited], "").decode()
    assert "&lt;b&gt;<mark>&lt;script&gt;window.ran=1&lt;/script&gt;</mark>right&#65533;to left</bdi></blockquote>" in page
    assert "<cite><bdi>&lt;i&gt;</bdi></cite>" in page
    assert re.findall(r"<script|<b>|<i>", page) == []


def test_the_view_and_the_conflicts_carry_the_passages_too(with_text: Running) -> None:
    assert PASSAGE in html(with_text, "view")
    assert "This page carries text of its sources: " in html(with_text, "view")
    conflicts = html(with_text, "conflicts")
    assert "<blockquote><bdi>Some in Paris held that the friendship had begun with the visits of 1903" in conflicts


@pytest.mark.parametrize(
    "path", ["view", "conflicts", f"{STATEMENT}.html", f"{STATEMENT}.ttl", "claim/entente-will-fail.html", "source/entente-in-brief.html"]
)
def test_without_the_texts_no_page_has_a_word_of_them(example_served: Running, example: Path, path: str) -> None:
    text = (example / "documents" / "entente-in-brief.txt").read_text()
    words = re.findall(r"\w+", text)
    runs = {" ".join(words[i : i + 6]) for i in range(6, len(words) - 6)}  # the title before them is the source's label
    shown = " ".join(re.findall(r"\w+", html(example_served, path)))
    assert [run for run in runs if run in shown] == []
    assert "carries text" not in shown


def test_each_passage_leads_to_its_source_and_is_cited_with_its_paragraph(example_served: Running) -> None:
    body = html(example_served, f"{STATEMENT}.html")
    source = '<a href="/source/entente-in-brief"><cite><bdi>The Entente of 1904 in brief</bdi></cite></a>'
    assert f'{source}, <a href="/passage/entente-in-brief/341-381"><bdi>&#182; 3</bdi></a>' in body
    cite = body[body.index('id="cite"') :]
    assert "<cite><bdi>The Entente of 1904 in brief</bdi></cite>, <bdi>&#182; 3</bdi>. An example corpus, version 0.1.0." in cite


@pytest.mark.parametrize(
    "path", ["source/../documents/entente-in-brief.txt", "documents/entente-in-brief.txt", "passage/%2e%2e/%2e%2e/0-9.html"]
)
def test_no_address_leads_to_a_file(with_text: Running, path: str) -> None:
    said = with_text.ask(path=f"/{path}")
    assert said.status in (400, 404)
    assert b"Entente" not in said.body


def test_the_operator_is_told_what_pages_carry(with_text: Running) -> None:
    assert with_text.told().startswith("Pages carry the text of 1 source.\n")


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (("--documents", "{empty}"), 1, "no file has the sha256 of a source's text"),
        (("--documents", "{empty}/none"), 2, "does not exist"),
        (("--documents", "{empty}", "--dataset", "{empty}/data.nq"), 2, "--documents are the texts of a corpus: leave out --dataset"),
    ],
)
def test_texts_that_are_not_there_are_refused_before_anybody_is_let_in(
    tmp_path: Path, options: tuple[str, ...], code: int, words: str
) -> None:
    (tmp_path / "data.nq").touch()
    given = [option.format(empty=tmp_path) for option in options]
    run = subprocess.run(
        [sys.executable, "-c", KG, "serve", "--port", str(free_port()), *given], capture_output=True, text=True, timeout=60, check=False
    )
    assert run.returncode == code
    assert words in " ".join(run.stderr.split())
