"""When it held, and when that was said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.model.bounds import Bounds
from kg.readers.tables.dates import Dates
from kg.readers.tables.flat import column, missing, texts
from kg.readers.tables.known import Known
from kg.readers.tables.part import Part

if TYPE_CHECKING:
    import numpy as np
    import pyarrow  # type: ignore[import-untyped]

    Ints = np.ndarray[Any, np.dtype[Any]]

__all__ = ["times"]

_FOUR = tuple(Bounds.__dataclass_fields__)


def times(batch: pyarrow.RecordBatch, known: Known, dates: Dates, rank: Ints) -> Part:
    """Dates exist and run forwards. ``rank`` is that of the earliest source that each row cites."""
    import numpy as np
    import pyarrow as pa

    voiced = column(batch, "said", pa.string())
    when, said = dates.of(batch["when"]), dates.of(voiced)
    written = ~missing(voiced)
    first, last = np.append(known.said, [[0, 0]], axis=0)[rank].T
    first, last = np.where(written, said.bounds[:, 0], first), np.where(written, said.bounds[:, 3], last)
    dated = written | (rank < len(known.said))
    begin, end = when.bounds[:, 0], when.bounds[:, 2]
    days = when.bounds.copy()
    days[:, 2] = np.where(when.still & dated, np.maximum(first, begin), end)
    columns = {name: pa.array(days[:, place]).cast(pa.date32()) for place, name in enumerate(_FOUR)}
    columns |= {"when": texts(batch["when"]), "still": pa.array(when.still), "said": texts(voiced)}
    for name, day in (("said_earliest", first), ("said_latest", last)):
        columns[name] = pa.array(day.astype(np.int32), mask=~dated).cast(pa.date32())
    return Part(columns, {"when": ~when.right, "said": written & ~said.right})
