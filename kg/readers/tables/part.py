"""What comes of checking some columns of a batch."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    import pyarrow  # type: ignore[import-untyped]

__all__ = ["Part"]


class Part(NamedTuple):
    """Columns as `kg.model.table.Table` has them, and by column which rows break one of its rules.

    In rows that break a rule the columns hold anything.
    """

    columns: Mapping[str, pyarrow.Array]
    wrong: Mapping[str, np.ndarray[Any, np.dtype[np.bool_]]]
