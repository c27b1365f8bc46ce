"""XML in pieces."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kg
from kg.errors import FormatError
from kg.exports.export import export, format_of
from kg.exports.networks.markup import element, text
from tests.exports.drawn import hostile

HELD = st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff", include_characters="\t\n\r\x85"))


@given(HELD, HELD)
def test_any_text_is_read_again_as_it_was(one: str, other: str) -> None:
    read = fromstring(element("a", {"b": one}, text(other)))
    assert (read.get("b"), read.text or "") == (one, other)


@pytest.mark.parametrize("character", ["\0", "\a", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_characters_that_xml_does_not_have_are_refused(character: str) -> None:
    message = rf"'.*' has the character U\+{ord(character):04X}, which XML can't hold: mend it, or take a format without XML"
    with pytest.raises(FormatError, match=message):
        text(f"a{character}b")
    with pytest.raises(FormatError, match=message):
        element("a", {"b": character})


@pytest.mark.parametrize("format", ["gexf", "graphml"])
def test_nothing_is_written_where_a_label_is_refused(tmp_path: Path, format: str) -> None:
    hostile(tmp_path / "corpus")
    actors = tmp_path / "corpus" / "actors" / "all.yaml"
    actors.write_text(actors.read_text("utf-8").replace("label: Trentino", 'label: "Tren\\atino"'), "utf-8")
    with pytest.raises(FormatError, match=r"U\+0007"):
        export(kg.load(tmp_path / "corpus"), format_of(format), tmp_path / "out" / "network")
    assert list((tmp_path / "out").iterdir()) == []
