"""Who speaks for whom."""

from __future__ import annotations

from datetime import date

from kg.index import Link, Speakers
from kg.model.bounds import bounds


def test_a_view_reaches_a_body_through_memberships_that_certainly_held_when_it_was_voiced() -> None:
    speakers = Speakers([
        Link("writer", "paper", bounds("1930-01-01/1933-12-31")),
        Link("paper", "party", bounds("1931/1932")),
        Link("party", "state", bounds("1931-01-01/1932-12-31")),
    ])  # fmt: skip
    assert speakers.viewers(["writer"], date(1931, 6, 1)) == {"writer", "paper"}
    assert speakers.viewers(["writer"], date(1932, 1, 1)) == {"writer", "paper", "party", "state"}
    assert speakers.viewers(["writer"], None) == {"writer"}


def test_members_of_each_other_end_the_search() -> None:
    always = bounds("0001-01-01/9999-12-31")
    speakers = Speakers([Link("a", "b", always), Link("b", "a", always)])
    assert speakers.viewers(["a"], date(1931, 1, 1)) == {"a", "b"}
