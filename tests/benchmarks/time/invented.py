"""Invented statements as columns: actors by Zipf's law, intervals from a day to eight years between 1945 and 2025."""

from __future__ import annotations

from datetime import date

import numpy as np

from kg.index import Index, Speakers
from kg.index.columns import Part
from kg.index.texts import Texts

__all__ = ["ACTORS", "KINDS", "invented"]

ACTORS, HOLDERS = 5_000, 20
KINDS = {"courts": 1, "supports": 1, "cooperatesWith": 1, "criticises": -1, "sanctions": -1, "tradesWith": 0}
_FIRST, _LAST = date(1945, 1, 1).toordinal(), date(2025, 12, 31).toordinal()


def invented(count: int, seed: int = 1) -> Index:
    """The index of so many statements, the same for the same seed: half of them undisputed, a fifth with vague days."""
    return Index.of([part(count, seed)], Speakers([]), {})


def part(count: int, seed: int = 1) -> Part:
    """The statements as columns, in no order."""
    chance = np.random.default_rng(seed)
    subject, object_ = _zipf(chance, count), _zipf(chance, count)
    object_ = np.where(object_ == subject, (object_ + 1) % ACTORS, object_)
    begin = chance.integers(_FIRST, _LAST + 1, count, dtype=np.int32)
    end = begin + chance.integers(0, 8 * 365, count, dtype=np.int32)
    vague = np.where(chance.random(count) < 0.2, 180, 0).astype(np.int32)
    kind = chance.integers(0, len(KINDS), count, dtype=np.int32)
    holder = np.where(chance.random(count) < 0.5, 0, chance.integers(1, HOLDERS + 1, count)).astype(np.int32)
    return Part(
        ids=Texts.of(f"statement-{n}" for n in range(count)),
        earliest_begin=begin,
        latest_begin=begin + vague,
        earliest_end=np.maximum(end - vague, begin),
        latest_end=np.maximum(end, begin + vague),
        subject=subject,
        object=object_,
        kind=kind,
        sign=np.array(list(KINDS.values()), np.int8)[kind],
        direct=np.ones(count, bool),
        view=holder,
        paths=[f"actor/a{n:04}" for n in range(ACTORS)],
        kinds=list(KINDS),
        views=[((), None), *(((f"a{n:04}",), date(2026, 1, 1)) for n in range(HOLDERS))],
    )


def _zipf(chance: np.random.Generator, count: int) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
    weights = 1 / np.arange(1, ACTORS + 1)
    return np.searchsorted(np.cumsum(weights) / weights.sum(), chance.random(count)).astype(np.int32)
