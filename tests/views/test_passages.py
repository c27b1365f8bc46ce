"""The passages that a page may carry: every paragraph once, and ranges that a browser counts as the corpus does."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg.errors import FileError, PageError
from kg.model.dated import Dating, When
from kg.model.entities import Source
from kg.model.evidence import Evidence
from kg.model.period import Period
from kg.model.resolved import resolve
from kg.readers.documents import Text, read_texts
from kg.views.boxes import clean
from kg.views.passages import Paragraph, Passages, Range, cited, passages
from tests.model.build import claim, era, event, policy, records, source, state, statement


def described(name: str, text: str) -> Source:
    """A source as it stands in the corpus once its text is described."""
    it = Text(Path(), text)
    return source(name, sha256=it.sha256, length=len(text), paragraphs=it.paragraphs)


def kept(folder: Path, **texts: str) -> Path:
    """The folder, with a file a text."""
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def found_in(folder: Path, text: str, *pieces: Evidence) -> Passages:
    """The passages of one source, the gazette, that has this text."""
    return passages(records(described("gazette", text)), kept(folder, gazette=text), pieces)


def in_browser(found: Passages, piece: Evidence) -> str:
    """What a browser would cut out of the paragraph, which counts in UTF-16."""
    where = found.ranges[piece]
    return found.paragraphs[where.paragraph].text.encode("utf-16-le")[2 * where.start : 2 * where.end].decode("utf-16-le")


def test_a_paragraph_stands_once_and_each_range_in_it_for_itself(tmp_path: Path) -> None:
    text = "Gazette\n\nFreedonia threatened Sylvania.\nThe duchess left.\n"
    whole, part, other = Evidence("gazette", 2, (9, 39)), Evidence("gazette", 2, (19, 29)), Evidence("gazette", 3, (40, 51))
    assert found_in(tmp_path, text, other, part, whole) == Passages(
        (Paragraph("gazette", 2, "Freedonia threatened Sylvania."), Paragraph("gazette", 3, "The duchess left.")),
        {whole: Range(0, 0, 30), part: Range(0, 10, 20), other: Range(1, 0, 11)},
        (),
    )


def test_paragraphs_stand_in_the_order_of_source_and_number(tmp_path: Path) -> None:
    long, short = "\n".join("abcdefghijk"), "one\ntwo"
    both = records(described("long", long), described("short", short))
    pieces = [Evidence("short", 1, (0, 3)), Evidence("long", 10, (18, 19)), Evidence("long", 2, (2, 3)), Evidence("short", 2, (4, 7))]
    found = passages(both, kept(tmp_path, a=short, z=long), [*pieces, *pieces])
    assert [(p.source, p.number, p.text) for p in found.paragraphs] == [
        ("long", 2, "b"),
        ("long", 10, "j"),
        ("short", 1, "one"),
        ("short", 2, "two"),
    ]
    assert [found.ranges[piece].paragraph for piece in pieces] == [2, 1, 0, 3]


def test_a_character_outside_the_basic_plane_counts_twice(tmp_path: Path) -> None:
    text = "\U0001f600\n\U0001f600 Freedonia \U0001d4d0 Sylvania"
    before, around, after = Evidence("gazette", 2, (4, 13)), Evidence("gazette", 2, (4, 15)), Evidence("gazette", 2, (16, 24))
    found = found_in(tmp_path, text, before, around, after)
    assert found.ranges == {before: Range(0, 3, 12), around: Range(0, 3, 15), after: Range(0, 16, 24)}
    assert [in_browser(found, piece) for piece in (before, around, after)] == ["Freedonia", "Freedonia \U0001d4d0", "Sylvania"]


def test_what_would_turn_a_line_around_is_made_visible_and_moves_nothing(tmp_path: Path) -> None:
    piece, over = Evidence("gazette", 1, (12, 20)), Evidence("gazette", 1, (0, 20))
    found = found_in(tmp_path, "Free\u202edonia\x85 Sylvania", piece, over)
    assert found.paragraphs == (Paragraph("gazette", 1, "Free\ufffddonia\ufffd Sylvania"),)
    assert (in_browser(found, piece), in_browser(found, over)) == ("Sylvania", "Free\ufffddonia\ufffd Sylvania"[:20])


def test_whatever_is_made_visible_stays_as_long_as_it_was_for_a_browser() -> None:
    every = "".join(map(chr, range(0x110000)))
    shown = clean(every)
    assert "\u202e" not in shown
    assert len(shown.encode("utf-16-le", "surrogatepass")) == len(every.encode("utf-16-le", "surrogatepass"))


def test_a_text_that_was_saved_decomposed_is_the_one_that_was_annotated(tmp_path: Path) -> None:
    text, piece = "Caf\u00e9 Sylvania", Evidence("gazette", 1, (5, 13))
    found = passages(records(described("gazette", text)), kept(tmp_path, a="Cafe\u0301 Sylvania"), [piece])
    assert found == Passages((Paragraph("gazette", 1, text),), {piece: Range(0, 5, 13)}, ())


def test_a_source_without_its_text_is_named_and_its_pieces_have_no_range(tmp_path: Path) -> None:
    both = records(described("gazette", "Freedonia"), described("herald", "Sylvania"), source("record"))
    here, gone, elsewhere = Evidence("gazette", 1, (0, 9)), Evidence("herald", 1, (0, 8)), Evidence("record", locator="sheet 3")
    kept(tmp_path, gazette="Freedonia", herald="Sylvania, as printed later")
    found = passages(both, tmp_path, [here, gone, elsewhere])
    assert found == Passages((Paragraph("gazette", 1, "Freedonia"),), {here: Range(0, 0, 9)}, ("herald",))
    assert passages(both, tmp_path, [elsewhere]) == Passages((), {}, ())


@pytest.mark.parametrize("text", [None, "Freedonia, as printed later"])
def test_a_folder_without_any_text_of_the_corpus_is_told(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        kept(tmp_path, gazette=text)
    with pytest.raises(FileError) as told:
        passages(records(described("gazette", "Freedonia")), tmp_path, [])
    assert str(told.value) == f"{tmp_path}: no file has the sha256 of a source's text: are these the texts that were annotated?"


def test_a_folder_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="missing: no such folder"):
        passages(records(described("gazette", "Freedonia")), tmp_path / "missing", [])


@pytest.mark.parametrize(
    "piece",
    [
        Evidence("gazette", 3, (10, 18)),
        Evidence("gazette", 2, (9, 18)),
        Evidence("gazette", 1, (0, 10)),
        Evidence("gazette", 1, (10, 18)),
        Evidence("gazette", 2, (10, 19)),
        Evidence("gazette", 2, (12, 12)),
        Evidence("gazette", 2, (14, 12)),
    ],
    ids=["no such paragraph", "begins before", "line break in it", "of the next", "ends after", "empty", "backwards"],
)
def test_a_range_outside_its_paragraph_is_told_with_where_to_look(tmp_path: Path, piece: Evidence) -> None:
    with pytest.raises(PageError) as told:
        found_in(tmp_path, "Freedonia\nSylvania", piece)
    why = f"the range lies outside its paragraph: `kg check --documents {tmp_path}` says where it is written"
    assert str(told.value) == f"{piece.place}: {why}"


def test_cited_is_what_the_page_shows_and_holds_within_its_time() -> None:
    def at(number: int) -> tuple[Evidence, ...]:
        return (Evidence("gazette", number, (0, 1)),)

    resolved = resolve(
        records(
            state("freedonia", evidence=at(1)),
            state("sylvania", evidence=at(2)),
            state("elsewhere", evidence=at(3)),
            statement("plea", "freedonia criticises sylvania", "1931", evidence=at(4)),
            statement("reply", "sylvania criticises freedonia", "1933", evidence=at(5)),
            event("ball", "1931", evidence=at(6)),
            event("tea", None, datings=(Dating("x", When("1933"), evidence=at(7)), Dating("y", When("1934"), evidence=at(11)))),
            statement("realised", "freedonia criticises sylvania", "1932", event="fair", evidence=at(12)),
            event("fair", "1935", evidence=at(13)),
            policy("tariff", "1931", proponents=("freedonia",), evidence=at(8)),
            claim("view", "ball", when="1931", evidence=at(9)),
            era("reign", "1931", evidence=at(10)),
        )
    )
    assert {piece.paragraph for piece in cited(resolved)} == {1, 2, 4, 5, 6, 7, 8, 11, 12, 13}
    assert {piece.paragraph for piece in cited(resolved, Period.parse("1931"))} == {1, 2, 4, 6, 8}
    assert {piece.paragraph for piece in cited(resolved, Period.parse("1932"))} == {1, 2, 12, 13}
    assert {piece.paragraph for piece in cited(resolved, Period.parse("1933"))} == {1, 2, 5, 7, 11}


@pytest.mark.documents
def test_a_browser_finds_every_passage_of_the_shipped_corpus_where_the_corpus_says(documents: Path) -> None:
    resolved = kg.load().records
    texts = {text.sha256: text.text for text in read_texts(documents)}
    of_source = {it.id: texts[it.sha256] for it in resolved.records.of(Source) if it.sha256}
    pieces = {piece for piece in cited(resolved) if piece.paragraph}
    found = passages(resolved.records, documents, pieces)
    assert found.missing == ()
    assert {piece: in_browser(found, piece) for piece in pieces} == {p: clean(of_source[p.source][slice(*p.chars)]) for p in pieces}
    assert {(found.paragraphs[at.paragraph].source, found.paragraphs[at.paragraph].number) for at in found.ranges.values()} == {
        (piece.source, piece.paragraph) for piece in pieces
    }
