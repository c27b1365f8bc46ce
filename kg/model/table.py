"""Statements as columns: what a table of a corpus holds once it is read and checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    import pyarrow  # type: ignore[import-untyped]

__all__ = ["Table", "repeats"]


@dataclass(frozen=True, slots=True)
class Table:
    """The statements of one file in its order: a column for each field, no object for each row.

    Codes are places: in ``names`` for entities, in ``kinds`` for relations, in the vocabulary's own order for words.
    The columns of ``rows``, none with nulls unless it says so:

    ``id``, ``when``: string; ``said``: string or null, as written;
    ``subject``, ``relation``, ``object``: int32 codes; ``status``, ``wording``, ``when_from``: int8 codes;
    ``negated``, ``still``: bool; ``still`` where it still held when it was said (``A/..``);
    ``polarity``: int8 or null, as written; ``sign``: int8, what follows from kind, polarity and negation;
    ``earliest_begin``, ``latest_begin``, ``earliest_end``, ``latest_end``: date32;
    ``said_earliest``, ``said_latest``: date32 or null; where nothing is written, of the earliest source cited;
    ``holders``: list of int32 codes, rising, empty where it is undisputed;
    ``evidence``: list of struct of ``source`` (int32 code) and ``row`` (int64), rising, never empty;
    ``quantities``: list of struct of ``measure``, ``unit`` (string), ``value`` (double), ``comparator`` (int8 code).
    """

    path: Path
    names: Sequence[str]
    kinds: Sequence[str]
    rows: pyarrow.Table

    def __len__(self) -> int:
        return int(self.rows.num_rows)

    def numpy(self, name: str) -> np.ndarray[Any, Any]:
        """A column of codes or flags as it is, one of days as int32 since 1970-01-01. Null days are the least int32."""
        import numpy as np
        import pyarrow as pa

        column = self.rows[name]
        if pa.types.is_date32(column.type):
            column = column.cast(pa.int32()).fill_null(int(np.iinfo(np.int32).min))
        return np.asarray(column.to_numpy())

    def parts(self, size: int) -> Iterator[Table]:
        """The same in pieces of at most ``size`` rows, in order; nothing is copied."""
        return (replace(self, rows=self.rows.slice(start, size)) for start in range(0, len(self), size))


def repeats(*columns: np.ndarray[Any, Any]) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Which places of columns that are sorted together hold the same as the place before."""
    import numpy as np

    same = np.ones(len(columns[0]), bool)
    same[:1] = False
    for column in columns:
        same[1:] &= column[1:] == column[:-1]
    return same
