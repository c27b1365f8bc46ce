"""Records as a networkx graph."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import kg


def edges(freedonia: Path, **time: object) -> set[tuple[str, str, str]]:
    return set(kg.load(freedonia).network(**time).edges(keys=True))


def test_edges_are_what_held_and_was_not_denied_or_only_planned(freedonia: Path) -> None:
    assert edges(freedonia, on="1932-06-01") == {
        ("freedonia", "sylvania", "sanctions"),
        ("sylvania", "freedonia", "distrust"),
        ("firefly", "head-of-freedonia", "reign"),
        ("firefly", "freedonia", "reign--leads"),
        ("firefly", "trentino", "ball--firefly--trentino--met"),
    }


def test_without_a_time_all_times_are_meant(freedonia: Path) -> None:
    assert edges(freedonia) == edges(freedonia, on="1932-06-01") | {("freedonia", "sylvania", "friendly")}


def test_a_view_and_certainty_narrow_it(freedonia: Path) -> None:
    assert edges(freedonia, era="early", certain=True, as_seen_by="firefly") == {
        ("freedonia", "sylvania", "friendly"),
        ("firefly", "head-of-freedonia", "reign"),
        ("firefly", "freedonia", "reign--leads"),
    }


def test_every_edge_carries_time_sign_view_and_evidence(freedonia: Path) -> None:
    network = kg.load(freedonia).network(era="late")
    assert network.nodes["firefly"] == {"label": "Firefly", "kind": "person"}
    assert network.nodes["head-of-freedonia"] == {"label": "Head", "kind": "office"}
    assert network.edges["sylvania", "freedonia", "distrust"] == {
        "relation": "distrusts",
        "sign": -1,
        "symmetric": False,
        "certain": True,
        "earliest_begin": date(1931, 11, 1),
        "latest_begin": date(1931, 11, 1),
        "earliest_end": date(1933, 2, 1),
        "latest_end": date(9999, 12, 31),
        "according_to": ("press",),
        "evidence": ("gazette, g",),
        "disputed": False,
    }
