"""Which events of a statement table belong together: the same pair, the same kind, little time between."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.model.bounds import bounds

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa  # type: ignore[import-untyped]

    Numbers = np.ndarray[Any, np.dtype[np.int64]]

__all__ = ["Rule", "Runs", "runs_in"]

_ALIKE = ("relation", "according_to", "said", "status", "negated", "polarity")
_EVENT = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?", re.ASCII)  # a season has a number of its own


@dataclass(frozen=True, slots=True)
class Rule:
    """Two events belong to one run if at most ``gap`` days lie between them; a run has at least ``least`` events.

    The days between are those from the end of one to the begin of the next: none between 1949 and 1950.
    """

    gap: int = 30
    least: int = 2


@dataclass(frozen=True, slots=True)
class Runs:
    """Runs in the order of the rows where their first events stand.

    ``events`` are rows, those of run i in order of time from ``starts[i]`` to ``starts[i + 1]``; by row, ``turned`` says that
    the ends are the other way round than in the run, which a symmetric kind does not mind, and ``when`` is the date.
    """

    events: Numbers
    starts: Numbers
    turned: np.ndarray[Any, np.dtype[np.bool_]]
    when: pa.DictionaryArray

    def part(self, first: int, last: int) -> Runs:
        """Runs ``first`` to ``last``, end exclusive."""
        return replace(self, starts=self.starts[first : last + 1])


def runs_in(path: Path, symmetric: Collection[str], rule: Rule) -> Runs:
    """The runs of all events in a table: of statements whose date is one day, month or year.

    Memory is some tens of bytes a statement.
    """
    import numpy as np
    from pyarrow import parquet

    columns = parquet.read_table(path, columns=["subject", "object", "when", *_ALIKE])
    key, turned = _keys(columns, symmetric)
    when = _coded(columns, "when")
    of_text = np.array([_days(text) for text in when.dictionary.to_pylist()], np.int64).reshape(-1, 3)
    first, last, precision = (of_text[when.indices.to_numpy(), column] for column in range(3))
    key = key * 11 + precision
    events = np.flatnonzero(precision > 0)
    events = events[np.lexsort((first[events], key[events]))]
    between = first[events][1:] - last[events][:-1] - 1
    begins = np.concatenate([[True], (np.diff(key[events]) != 0) | (between > rule.gap)])[: len(events)]
    starts = np.flatnonzero(begins)
    lengths = np.diff(np.append(starts, len(events)))
    chosen = np.flatnonzero(lengths >= rule.least)
    chosen = chosen[np.argsort(events[starts[chosen]])]
    sizes = lengths[chosen]
    ends = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    places = np.arange(ends[-1]) + np.repeat(starts[chosen] - ends[:-1], sizes)
    return Runs(events[places], ends, turned, when)


def _keys(columns: pa.Table, symmetric: Collection[str]) -> tuple[Numbers, np.ndarray[Any, np.dtype[np.bool_]]]:
    """A number for each statement, the same for those that are alike, and whether its ends are turned round for that."""
    import numpy as np

    subject, object = _coded(columns, "subject"), _coded(columns, "object")
    names = sorted({*subject.dictionary.to_pylist(), *object.dictionary.to_pylist()})
    rank = {name: number for number, name in enumerate(names)}
    a, b = (np.array([rank[name] for name in end.dictionary.to_pylist()])[end.indices.to_numpy()] for end in (subject, object))
    relation = _coded(columns, "relation")
    either = np.array([name in symmetric for name in relation.dictionary.to_pylist()])[relation.indices.to_numpy()]
    turned = either & (a > b)
    key = np.where(turned, b, a) * len(names) + np.where(turned, a, b)
    for name in _ALIKE:
        code = _coded(columns, name)
        key = np.unique(key, return_inverse=True)[1].astype(np.int64) * len(code.dictionary) + code.indices.to_numpy()
    return key, turned


def _coded(columns: pa.Table, name: str) -> pa.DictionaryArray:
    """A column as numbers and the texts that they stand for; nothing is a text too."""
    import pyarrow as pa
    import pyarrow.compute as pc  # type: ignore[import-untyped]

    column = columns.column(name)
    if pa.types.is_dictionary(column.type):
        return column.unify_dictionaries().combine_chunks()
    if pa.types.is_list(column.type):
        column = pc.binary_join(column, "\n")
    return pc.fill_null(column.cast(pa.string()), "").dictionary_encode().unify_dictionaries().combine_chunks()


def _days(text: str) -> tuple[int, int, int]:
    """First and last day, and length of the text, of a plain date; zeros for all else."""
    if not _EVENT.fullmatch(text):
        return 0, 0, 0
    span = bounds(text)
    return span.earliest_begin.toordinal(), span.latest_end.toordinal(), len(text)
