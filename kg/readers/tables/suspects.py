"""Which rows of a file break a rule: the first few for each column, to be told in words, and how many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    import pyarrow  # type: ignore[import-untyped]

    Mask = np.ndarray[Any, np.dtype[np.bool_]]

__all__ = ["Suspects"]

_EACH = 20  # rows to a column that are told one by one


@dataclass(slots=True)
class Suspects:
    """``rows`` are the rows to be told, by number from 1, as Python has them; ``wrong`` counts all by column."""

    rows: dict[int, dict[str, Any]] = field(default_factory=dict)
    columns: dict[str, list[int]] = field(default_factory=dict)
    wrong: Counter[str] = field(default_factory=Counter)

    def add(self, wrong: Mapping[str, Mask], batch: pyarrow.RecordBatch, first: int) -> None:
        """Note the rows of a batch that are wrong, by column; ``first`` is the number of its first row."""
        import numpy as np

        for name, mask in wrong.items():
            places = np.flatnonzero(mask)
            self.wrong[name] += len(places)
            kept = self.columns.setdefault(name, [])
            for place in places[: _EACH - len(kept)].tolist():
                kept.append(first + place)
                self.rows[first + place] = batch.slice(place, 1).to_pylist()[0]

    def rest(self) -> Mapping[str, int]:
        """By column how many more rows are wrong than are told."""
        return {name: more for name in self.wrong if (more := self.wrong[name] - len(self.columns[name]))}
