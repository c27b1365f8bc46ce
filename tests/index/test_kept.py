"""The index comes back from its bytes, or is not believed."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.dataset import build, relations
from kg.errors import StoreError
from kg.index import from_bytes, index_of, to_bytes
from tests.index.cases import Case


def test_it_comes_back_as_it_was(freedonia: Path) -> None:
    index = index_of(build([freedonia]).resolved, relations())
    again = from_bytes(to_bytes(index))
    assert (again.rows, again.speakers.links, again.eras) == (index.rows, index.speakers.links, index.eras)
    assert to_bytes(again) == to_bytes(index)


def test_the_order_of_the_rows_makes_no_difference() -> None:
    case = Case(7, 30)
    assert to_bytes(type(case.index).of_rows(reversed(case.rows), case.speakers, {})) == to_bytes(case.index)


@pytest.mark.parametrize("cut", [1, 100, 1000, 5000])
def test_what_is_cut_off_is_refused(cut: int) -> None:
    data = to_bytes(Case(1, 40).index)
    with pytest.raises(StoreError, match="the index of times is damaged"):
        from_bytes(data[:-cut])


def test_what_is_no_index_is_refused() -> None:
    with pytest.raises(StoreError, match="the index of times is damaged"):
        from_bytes(b"nothing of the kind")
