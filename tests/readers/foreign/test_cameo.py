"""The table of CAMEO codes is whole, and its signs are those of Goldstein's scale but for what is told here."""

from __future__ import annotations

import csv

import pytest

from kg.dataset import relations
from kg.model.vocabulary import Status
from kg.readers.foreign.cameo import cameo
from tests.conftest import SAMPLES
from tests.ontology.files import GRAPHS

CODES = SAMPLES / "icews" / "cameo-codes.csv"
LATER = {"155", "176", "1834", "1951", "1952"}  # of the last edition, which neither list has
# Of codes that begin so, ours has no sign where Goldstein's scale has one: talk, which foes have too; appeals, which are
# neither favour nor pressure; and comments, a denial and what is said in hope or fear among them.
UNSIGNED = ("011", "012", "013", "016", "02", "036", "038", "039", "04")


def sign(number: float) -> int:
    return (number > 0) - (number < 0)


def goldstein() -> dict[str, int]:
    with CODES.open(encoding="utf-8", errors="replace", newline="") as file:
        return {row["code"]: sign(float(row["goldstein"])) for row in csv.DictReader(file)}


@pytest.mark.samples
def test_every_code_has_a_meaning_and_no_other_has() -> None:
    converted = {str(term).rpartition("/")[2] for term in GRAPHS["plover"].subjects() if "/plover/cameo/" in str(term)}
    assert len(converted) > 256
    assert list(cameo()) == sorted({*goldstein(), *converted, *LATER})


def test_kinds_exist_and_join_actors() -> None:
    kinds = relations()
    for code, meaning in cameo().items():
        kind = kinds[meaning.relation]
        assert not kind.derived, code
        for fits in (kind.subjects, kind.objects):
            assert not fits or "Actor" in fits, code


def test_what_is_intended_is_planned_and_all_else_is_actual() -> None:
    for code, meaning in cameo().items():
        assert meaning.status == (Status.PLANNED if code.startswith("03") else Status.ACTUAL), code


@pytest.mark.samples
def test_a_code_has_the_sign_of_goldsteins_scale_or_none() -> None:
    kinds, scale = relations(), goldstein()
    ours = {code: kinds[meaning.relation].polarity for code, meaning in cameo().items()}
    assert {code for code in scale if ours[code] not in (scale[code], 0)} == set()
    assert {code for code in scale if ours[code] != scale[code]} == {code for code in scale if code.startswith(UNSIGNED)}
