"""Several corpora are one graph: what has one id in two of them is one thing."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.errors import CorpusError, Fault
from kg.model.entities import Actor
from kg.model.vocabulary import ActorKind
from kg.readers.curated.corpus import examine, read

if TYPE_CHECKING:
    from tests.readers.conftest import Case

SECOND = """\
title: Annals of Sylvania
version: 2.0.0
licence: https://creativecommons.org/licenses/by/4.0/
base: https://sylvania.example/
default-periodisation: embassies
periodisations:
  - {id: embassies, label: Embassies}
  - {id: reigns, label: Other words}
"""


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """A corpus that adds an actor, and names one again."""
    folder = tmp_path / "annals"
    (folder / "actors").mkdir(parents=True)
    (folder / "corpus.yaml").write_text(SECOND, encoding="utf-8")
    (folder / "actors" / "actors.yaml").write_text(
        "- id: sylvania\n  kind: state\n  label: Sylvania\n- id: pinky\n  kind: person\n  label: Pinky\n", encoding="utf-8"
    )
    return folder


def test_the_first_corpus_describes_the_graph_and_the_records_of_both_are_in_it(case: Case, second: Path) -> None:
    alone = read([case.folder], case.kinds).records
    both = read([case.folder, second], case.kinds).records
    assert set(both.by_id) - set(alone.by_id) == {"pinky"}
    assert (both.corpus.title, both.corpus.base, both.corpus.default_periodisation) == (alone.corpus.title, alone.corpus.base, "reigns")
    assert dict(both.corpus.periodisations).keys() == {"embassies", "reigns"}


def test_of_a_periodisation_in_both_the_first_one_s_label_holds(case: Case, second: Path) -> None:
    assert dict(read([case.folder, second], case.kinds).records.corpus.periodisations)["reigns"] == "Reigns"


def test_a_record_may_name_what_stands_in_the_other_corpus(case: Case, second: Path) -> None:
    place = "- id: castle\n  label: Castle\n  country: freedonia\n"
    (second / "places.yaml").write_text(place, encoding="utf-8")
    assert "castle" in read([case.folder, second], case.kinds).records.by_id
    assert examine([second], case.kinds)[1] == [Fault(second / "places.yaml", 3, "no actor 'freedonia'")]


def test_one_id_for_two_different_things_is_told_at_the_second(case: Case, second: Path) -> None:
    actors = second / "actors" / "actors.yaml"
    actors.write_text(actors.read_text("utf-8").replace("label: Sylvania", "label: Old Sylvania"), encoding="utf-8")
    with pytest.raises(CorpusError) as caught:
        read([case.folder, second], case.kinds)
    why = f"the id sylvania is {case.folder}/actors/actors.yaml:5's already: ids are unique"
    assert caught.value.faults == (Fault(actors, 1, why),)


def test_equal_entities_are_equal_however_they_are_written(case: Case, second: Path) -> None:
    (second / "actors" / "actors.yaml").write_text(
        "- {label: Freedonia, aliases: the land, kind: state, id: freedonia}\n", encoding="utf-8"
    )
    found = read([case.folder, second], case.kinds)
    assert found.records.by_id["freedonia"] == Actor(id="freedonia", kind=ActorKind.STATE, label="Freedonia", aliases=("the land",))
    assert found.origins["freedonia"].path == case.folder / "actors" / "actors.yaml"


def test_a_copy_of_a_corpus_adds_nothing(case: Case, tmp_path: Path) -> None:
    copy = shutil.copytree(case.folder, tmp_path / "copy")
    assert read([case.folder, copy], case.kinds).records == read([case.folder], case.kinds).records


def test_a_corpus_named_twice_adds_nothing(case: Case) -> None:
    assert read([case.folder, case.folder], case.kinds).records == read([case.folder], case.kinds).records


def test_faults_of_both_corpora_are_told_together(case: Case, second: Path) -> None:
    case.add("places.yaml", "  colour: red\n")
    (second / "corpus.yaml").write_text("title: x\n", encoding="utf-8")
    faults = examine([case.folder, second], case.kinds)[1]
    assert {(fault.path, fault.line) for fault in faults} == {(case.folder / "places.yaml", 4), (second / "corpus.yaml", 1)}
