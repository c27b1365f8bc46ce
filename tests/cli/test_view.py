"""``kg view``: a large page is warned of; with ``--documents DIR`` the page carries the sources' text, and the command says so."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

import kg
from kg.cli.view import view
from kg.readers.documents import Text
from kg.views import spans
from kg.views.passages import Passages, cited, passages

if TYPE_CHECKING:
    from tests.cli.conftest import Run


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Passages | None]:
    """What the command hands on to a page that is not drawn."""
    handed: list[Passages | None] = []

    def era_page(*_: object, documents: Passages | None = None) -> bytes:
        handed.append(documents)
        return b"page"

    monkeypatch.setattr(spans, "era_page", era_page)
    return handed


def run(*args: str | Path) -> str:
    """What the command says on standard error."""
    done = CliRunner().invoke(view, list(map(str, args)), catch_exceptions=False)
    assert done.exit_code == 0
    return done.output


def test_with_texts_the_page_is_given_their_passages_and_the_command_says_how_many(
    asked: list[Passages | None], small: Path, texts: Path, tmp_path: Path
) -> None:
    out = tmp_path / "v.html"
    told = run("--corpus", small, "--documents", texts, "--out", out)
    records = kg.load(small).records
    found = passages(records.records, texts, cited(records))
    assert asked == [found]
    assert [paragraph.number for paragraph in found.paragraphs] == [2, 3, 4, 5]
    assert told == f"Written: {out} (0 kB)\nThe page carries text of the sources: 4 paragraphs.\n"


def test_a_page_of_one_time_carries_what_it_cites(asked: list[Passages | None], small: Path, texts: Path, tmp_path: Path) -> None:
    told = run("--corpus", small, "--documents", texts, "--during", "1932", "--out", tmp_path / "v.html")
    assert told.endswith("The page carries text of the sources: 3 paragraphs.\n")
    assert [[paragraph.number for paragraph in found.paragraphs] for found in asked if found] == [[2, 3, 4]]


def test_without_the_option_no_text_is_carried(asked: list[Passages | None], small: Path, tmp_path: Path) -> None:
    out = tmp_path / "v.html"
    assert run("--corpus", small, "--out", out) == f"Written: {out} (0 kB)\n"
    assert asked == [None]


def test_a_source_whose_text_is_not_there_is_named(asked: list[Passages | None], own: Path, tmp_path: Path) -> None:
    text = Text(tmp_path, "Freedonia threatened Sylvania")
    with (own / "sources.yaml").open("a", encoding="utf-8") as file:
        file.write(f"- id: herald\n  label: Herald\n  kind: record\n  date: 1931\n{text.entry()}\n")
    said = own / "statements" / "freedonia--sylvania.yaml"
    said.write_text(
        said.read_text("utf-8").replace("firefly-1933, paragraph: 2, chars: 33-62", "herald, paragraph: 1, chars: 0-29"), encoding="utf-8"
    )
    (tmp_path / "herald.txt").write_text(text.text, encoding="utf-8")
    told = run("--corpus", own, "--documents", tmp_path, "--out", tmp_path / "v.html")
    assert told.splitlines()[1:] == [
        "The page carries text of the sources: 1 paragraph.",
        f"Not found in {tmp_path}: the text of firefly-1933",
    ]
    assert [found and found.missing for found in asked] == [("firefly-1933",)]


def test_a_folder_without_the_texts_is_one_line_and_nothing_is_written(kg: Run, small: Path, tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    for folder, why in (
        ("missing", "no such folder"),
        ("texts", "no file has the sha256 of a source's text: are these the texts that were annotated?"),
    ):
        done = kg("view", "--corpus", small, "--documents", tmp_path / folder, "--out", tmp_path / "v.html")
        assert (done.code, done.out, done.err) == (1, "", f"kg: {tmp_path / folder}: {why}\n")
    assert not (tmp_path / "v.html").exists()


def test_a_page_holds_the_text_of_a_paragraph_only_with_the_option(small: Path, texts: Path, tmp_path: Path) -> None:
    plain, carrying = tmp_path / "plain.html", tmp_path / "carrying.html"
    run("--corpus", small, "--out", plain)
    run("--corpus", small, "--documents", texts, "--out", carrying)
    paragraph = b"Firefly met Trentino in Freedonia City in May 1931, as president of the land."
    assert [file.read_bytes().count(paragraph) for file in (plain, carrying)] == [0, 1]


def test_a_page_larger_than_1_mb_is_written_with_a_warning_that_says_what_to_do(kg: Run, wordy: Path, tmp_path: Path) -> None:
    out = tmp_path / "v.html"
    done = kg("view", "--corpus", wordy, "--out", out)
    written, warning = done.err.splitlines()
    size = len(out.read_bytes())
    assert 1_000_000 < size < 2_000_000
    assert (done.code, done.out, written) == (0, "", f"Written: {out} ({size / 1000:,.0f} kB)")
    assert warning == (
        f"Warning: the page has {size / 1e6:.1f} MB, more than 1 MB: ask for one era or a shorter period (kg view --era, --during)"
    )


def test_a_page_of_ordinary_size_is_written_without_a_warning(kg: Run, small: Path, tmp_path: Path) -> None:
    out = tmp_path / "v.html"
    done = kg("view", "--corpus", small, "--out", out)
    assert (done.code, done.err) == (0, f"Written: {out} ({len(out.read_bytes()) / 1000:,.0f} kB)\n")
