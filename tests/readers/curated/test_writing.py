"""Records as the files of a corpus, read back by what reads curated files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from kg.dataset import relations
from kg.errors import StoreError
from kg.files import staging
from kg.model.records import Record, Records
from kg.model.resolved import resolve
from kg.readers.curated.corpus import examine
from kg.readers.curated.writing import corpus_files_of
from tests.model.build import era, records, state, statement
from tests.rdf.test_every_field import RECORDS


def again(folder: Path, known: Records) -> Records:
    """The records, written to a folder and read from it, whatever the rules say of them."""
    with staging(folder) as files:
        files.update(corpus_files_of(resolve(known)))
    return examine([folder], relations())[0].records


def freedonia(label: str) -> Record:
    return state("freedonia", label=label)


def test_every_field_comes_back(tmp_path: Path) -> None:
    assert again(tmp_path / "all", RECORDS) == RECORDS


@pytest.mark.parametrize(
    "text", ["NO", "0410", "1914", "null", "~", "a: b", "- a", "'", '"', "#x", "[1]", "{", "é\u2028\u202e", "\ufeffx", "a\nb", "🕊", "=1+1"]
)
def test_every_text_comes_back(tmp_path: Path, text: str) -> None:
    known = records(freedonia(text))
    assert again(tmp_path / "one", known) == known


def test_the_number_nought_is_said(tmp_path: Path) -> None:
    known = records(era("before", order=0), periodisations=(("reigns", "Reigns"),))
    assert again(tmp_path / "one", known) == known


def test_statements_stand_in_the_files_where_the_check_wants_them_in_order_of_begin() -> None:
    known = records(
        *(state(name) for name in ("freedonia", "sylvania")),
        statement("late", "freedonia criticises sylvania", "1933"),
        statement("a-later", "freedonia criticises sylvania", "1934"),
        statement("early", "freedonia criticises sylvania", "1931"),
    )
    files = corpus_files_of(resolve(known))
    assert list(files) == ["corpus.yaml", "actors/state.yaml", "statements/freedonia--sylvania.yaml"]
    assert [entry["id"] for entry in yaml.safe_load(files["statements/freedonia--sylvania.yaml"])] == ["early", "late", "a-later"]


def test_scalars_stand_plain_as_in_files_written_by_hand() -> None:
    files = corpus_files_of(resolve(records(state("freedonia", iso3166="NO", aliases=("1914",)))))
    assert files["actors/state.yaml"].decode().splitlines() == [
        "- id: freedonia",
        "  kind: state",
        "  label: Freedonia",
        "  aliases: [1914]",
        "  iso3166: NO",
    ]


@pytest.mark.parametrize("name", ["../x", "a/b", "A", "", "a.b"])
def test_an_id_that_could_name_another_place_is_refused(name: str) -> None:
    known = records(replace(state("freedonia"), id=name))
    with pytest.raises(StoreError, match="is no slug"):
        corpus_files_of(resolve(known))
