"""Who speaks for a viewer is the rule of the index, turned round."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kg.index import Link, Speakers
from kg.lake.views import spokesmen
from kg.model.bounds import Bounds, bounds

DAYS = st.dates(date(2000, 1, 1), date(2000, 1, 12))
NAMES = st.sampled_from("abcde")


@st.composite
def links(draw: st.DrawFn) -> Link:
    days = sorted(draw(st.tuples(DAYS, DAYS, DAYS, DAYS)))
    first, last = draw(st.permutations(days[1:3]))  # the latest begin may lie after the earliest end
    return Link(draw(NAMES), draw(NAMES), Bounds(days[0], first, last, days[3]))


@given(st.lists(links(), max_size=8), NAMES, NAMES, DAYS)
def test_whoever_speaks_for_a_viewer_on_a_day_is_found_from_either_side(known: list[Link], viewer: str, holder: str, day: date) -> None:
    found = spokesmen(viewer, known)
    spoken = {name for (first, last), names in found.items() for name in names if first <= day <= last}
    assert all(first <= last for first, last in found)
    assert (holder in spoken or holder == viewer) == Speakers(known).is_view_of(viewer, [holder], day)


def test_a_spell_within_another_is_told_once() -> None:
    known = [Link("a", "b", bounds("2000-01-01/2000-12-31")), Link("a", "b", bounds("2000-02-01/2000-03-01"))]
    assert spokesmen("b", known) == {(date(2000, 1, 1), date(2000, 12, 31)): ["a"]}
