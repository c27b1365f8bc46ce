"""Columns as N-Quads: as text, and put in the places of a pattern."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from kg.rdf.terms import decimal

if TYPE_CHECKING:
    import pyarrow  # type: ignore[import-untyped]

__all__ = ["ROWS", "Pattern", "decimals", "filled"]

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


def decimals(values: pyarrow.Array) -> pyarrow.Array:
    """Doubles in the shortest form, which is that of `decimal`."""
    import pyarrow as pa
    import pyarrow.compute as pc

    texts = values.cast(pa.string())
    powers = pc.find_substring(texts, "e").to_numpy(zero_copy_only=False) >= 0
    plain = [decimal(Decimal(repr(value))).value for value in values.filter(pa.array(powers)).to_pylist()]
    return pc.replace_with_mask(texts, pa.array(powers), pa.array(plain, pa.string()))
