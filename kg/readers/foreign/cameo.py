"""What a CAMEO code means here: a kind of relation, whose sign is the statement's, and how far it has come about."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from kg.model.vocabulary import Status

__all__ = ["Meaning", "cameo"]

_TABLE = Path(__file__).with_name("cameo.csv")


class Meaning(NamedTuple):
    """The kind of relation in which the source actor stands to the target; only what is intended (03) is not yet actual."""

    relation: str
    status: Status


@cache
def cameo() -> Mapping[str, Meaning]:
    """Every root and code, as text: the zeros count.

    >>> cameo()["040"].relation, cameo()["0312"].status.value
    ('consultsWith', 'planned')
    """
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return {row["code"]: Meaning(row["relation"], Status(row["status"] or "actual")) for row in csv.DictReader(file)}
