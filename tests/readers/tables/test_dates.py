"""Columns of dates have the bounds that each date has by itself."""

from __future__ import annotations

from datetime import date, timedelta

import pyarrow as pa  # type: ignore[import-untyped]
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.errors import DateError
from kg.model.bounds import Bounds, bounds
from kg.readers.tables import dates
from kg.readers.tables.dates import Dates, since_1970

DAYS = st.dates().map(str)
NEARLY = st.builds("{:04}-{:02}-{:02}".format, st.integers(0, 9999), st.integers(0, 13), st.integers(0, 32))
TEXTS = st.one_of(
    DAYS,
    NEARLY,
    st.tuples(NEARLY, NEARLY).map("/".join),
    st.tuples(DAYS, DAYS).map(lambda both: "/".join(sorted(both))),
    st.text("0123456789-/.~?X[],٣", max_size=21),
    st.sampled_from(["1931/..", "../1931", "1931-05~", "2016-21", "[1931,1933]", "1931/"]),
)


def alone(text: str | None) -> tuple[list[int], bool]:
    """The four bounds of a text, and whether it is a date."""
    try:
        found = bounds(text or "")
    except DateError:
        return [0, 0, 0, 0], False
    return [since_1970(day) for day in (found.earliest_begin, found.latest_begin, found.earliest_end, found.latest_end)], True


@settings(deadline=None)
@given(texts=st.lists(st.none() | TEXTS, max_size=30))
@example(texts=["2014-02-29", "2016-02-29", "1900-02-29", "2000-02-29", "0000-01-01", "0001-01-01", "9999-12-31", "9999-12-31/0001-01-01"])
def test_a_column_has_the_bounds_of_its_texts(texts: list[str | None]) -> None:
    for column in (pa.array(texts, pa.string()), pa.array(texts, pa.string()).dictionary_encode()):
        found = Dates().of(column)
        right = [alone(text) for text in texts]
        assert found.right.tolist() == [is_date for _, is_date in right]
        assert found.bounds[found.right].tolist() == [days for days, is_date in right if is_date]
        assert found.still.tolist() == [is_date and str(text).endswith("/..") for text, (_, is_date) in zip(texts, right, strict=True)]


def test_each_text_but_plain_days_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []

    def noted(text: str) -> Bounds:
        parsed.append(text)
        return bounds(text)

    monkeypatch.setattr(dates, "bounds", noted)
    made = Dates()
    for _ in range(2):
        made.of(pa.array(["1931", "1931-05-01", "1931", "1931-05-01/1931-05-02", "1932~"]))
    assert parsed == ["1931", "1932~"]


def test_days_of_all_centuries_are_days() -> None:
    some = [date(1, 1, 1) + timedelta(days=37 * number) for number in range(98_000)]
    found = Dates().of(pa.array(map(str, some)))
    assert found.right.all()
    assert found.bounds[:, 0].tolist() == [since_1970(day) for day in some]
