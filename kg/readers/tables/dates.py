"""EDTF texts as columns of days: plain days by arithmetic, each other text parsed once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from kg.errors import DateError
from kg.model.bounds import bounds

if TYPE_CHECKING:
    import numpy as np
    import pyarrow  # type: ignore[import-untyped]

    Ints = np.ndarray[Any, np.dtype[Any]]
    Mask = np.ndarray[Any, np.dtype[np.bool_]]

__all__ = ["Dates", "Days", "since_1970"]

_FOUR = ("earliest_begin", "latest_begin", "earliest_end", "latest_end")


def since_1970(day: date) -> int:
    """The days from 1970-01-01 to a day, as Arrow and numpy count.

    >>> since_1970(date(1970, 1, 2))
    1
    """
    return day.toordinal() - 719_163


class Days(NamedTuple):
    """The four bounds of each text, a column each, as days since 1970; whether it is a date; whether it holds still (``A/..``)."""

    bounds: Ints
    right: Mask
    still: Mask


class Dates:
    """Bounds of whole columns. A text that was met before is not parsed again."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[int, ...] | None] = {}

    def of(self, column: pyarrow.Array) -> Days:
        """The days of a dictionary-coded or plain column of texts; what is null is no date. An open end is not said to hold still."""
        import numpy as np
        import pyarrow as pa
        import pyarrow.compute as pc  # type: ignore[import-untyped]

        encoded = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
        found = self._distinct(encoded.dictionary.cast(pa.string()))
        still = pc.ends_with(encoded.dictionary, pattern="/..").to_numpy(zero_copy_only=False)
        null = len(found.right)  # the place of what is no text
        places = encoded.indices.cast(pa.int32()).fill_null(null).to_numpy()
        return Days(
            np.append(found.bounds, np.zeros((1, 4), np.int32), axis=0)[places],
            np.append(found.right, False)[places],
            np.append(still & found.right, False)[places],
        )

    def _distinct(self, texts: pyarrow.Array) -> Days:
        import numpy as np
        import pyarrow as pa

        days, right = _plain(texts)
        others = np.flatnonzero(~right)
        for place, text in zip(others, texts.take(pa.array(others)).to_pylist(), strict=True):
            if text not in self._known:
                self._known[text] = _parsed(text)
            four = self._known[text]
            right[place] = four is not None
            days[place] = four or (0, 0, 0, 0)
        return Days(days, right, np.zeros(0, bool))


def _parsed(text: str | None) -> tuple[int, ...] | None:
    try:
        found = bounds(text or "")
    except DateError:
        return None
    return tuple(since_1970(getattr(found, name)) for name in _FOUR)


def _plain(texts: pyarrow.Array) -> tuple[Ints, Mask]:
    """The bounds of ``YYYY-MM-DD`` and ``YYYY-MM-DD/YYYY-MM-DD``, and which texts are such."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    found, right = np.zeros((len(texts), 4), np.int32), np.zeros(len(texts), bool)
    lengths = pc.binary_length(texts).fill_null(0).to_numpy(zero_copy_only=False)
    for width in (10, 21):
        which = np.flatnonzero(lengths == width)
        cells = _cells(texts.take(pa.array(which)), width)
        begin, begins = _days(cells[:, :10])
        end, ends = _days(cells[:, -10:])
        fits = begins & ends & (begin <= end) & ((width == 10) | (cells[:, width // 2] == ord("/")))
        found[which] = np.stack([begin, begin, end, end], axis=1)
        right[which] = fits
    return found, right


def _cells(texts: pyarrow.Array, width: int) -> Ints:
    """The bytes of texts of one length, a row each."""
    import numpy as np
    import pyarrow as pa

    fixed = texts.cast(pa.binary()).cast(pa.binary(width))
    return np.frombuffer(fixed.buffers()[1] or b"", np.uint8, len(texts) * width).reshape(-1, width)


def _days(cells: Ints) -> tuple[Ints, Mask]:
    """Ten bytes each as a day since 1970, and whether they are one: years 0001 to 9999."""
    import numpy as np

    digits = cells[:, [0, 1, 2, 3, 5, 6, 8, 9]].astype(np.int32) - ord("0")
    right = np.all((digits >= 0) & (digits <= 9), axis=1) & np.all(cells[:, [4, 7]] == ord("-"), axis=1)
    year = digits[:, :4] @ np.array([1000, 100, 10, 1])
    month, day = digits[:, 4] * 10 + digits[:, 5], digits[:, 6] * 10 + digits[:, 7]
    right &= (year >= 1) & (month >= 1) & (month <= 12) & (day >= 1)
    months = np.where(right, (year - 1970) * 12 + month - 1, 0).astype("datetime64[M]")
    first, after = (m.astype("datetime64[D]").astype(np.int64) for m in (months, months + 1))
    return first + day - 1, right & (first + day <= after)
