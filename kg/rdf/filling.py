"""Columns put in the places of a pattern, as bytes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow  # type: ignore[import-untyped]

__all__ = ["ROWS", "Pattern", "filled"]

Pattern = tuple[str, ...]  # text, the name of a place, text and so on: text first and last

ROWS = 16_384  # to a block of bytes


def filled(pattern: Pattern, columns: Mapping[str, pyarrow.Array]) -> Iterator[bytes]:
    """The pattern once for each row, in blocks. Columns of one length, without nulls where the pattern has a place for them.

    >>> import pyarrow
    >>> b"".join(filled(("<", "a", "> "), {"a": pyarrow.array(["x", "y"])}))
    b'<x> <y> '
    """
    import pyarrow as pa
    import pyarrow.compute as pc  # type: ignore[import-untyped]

    rows = len(next(iter(columns.values())))
    for start in range(0, rows, ROWS):
        pieces = [columns[piece].slice(start, ROWS).cast(pa.string()) if place % 2 else piece for place, piece in enumerate(pattern)]
        joined = pc.binary_join_element_wise(*pieces, "")
        yield joined.buffers()[2].to_pybytes()
