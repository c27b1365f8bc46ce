"""The index as bytes: a sequence of ``.npy`` arrays, words first, which are used where they lie."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from kg.errors import StoreError
from kg.index.columns import Columns
from kg.index.index import Index
from kg.index.rows import Link
from kg.index.speakers import Speakers
from kg.model.bounds import Bounds

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["from_bytes", "to_bytes"]


def to_bytes(index: Index) -> bytes:
    """Everything in it; the same index gives the same bytes."""
    import numpy as np

    words = {
        "paths": list(index.paths),
        "kinds": list(index.kinds),
        "views": [(holders, said.isoformat() if said else None) for holders, said in index.views],
        "links": [(link.member, link.body, _days(link.bounds)) for link in index.speakers.links],
        "eras": {name: _days(bounds) for name, bounds in index.eras.items()},
    }
    stream = io.BytesIO()
    for array in (np.frombuffer(json.dumps(words).encode(), np.uint8), *index.columns):
        np.save(stream, array, allow_pickle=False)
    return stream.getvalue()


def from_bytes(data: bytes | memoryview) -> Index:
    """The index that these bytes are; the arrays lie in them. Raises `StoreError` where they are not whole."""
    try:
        words, *columns = _arrays(data)
        return _index(json.loads(bytes(words)), columns)
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(f"the index of times is damaged: {error}") from None


def _index(words: Mapping[str, Any], columns: Sequence[Any]) -> Index:
    views = [(tuple(holders), date.fromisoformat(said) if said else None) for holders, said in words["views"]]
    links = (Link(member, body, _bounds(days)) for member, body, days in words["links"])
    eras = {name: _bounds(days) for name, days in words["eras"].items()}
    return Index(Columns(*columns), words["paths"], words["kinds"], views, Speakers(links), eras)


def _arrays(data: bytes | memoryview) -> list[NDArray[Any]]:
    import numpy as np

    found: list[NDArray[Any]] = []
    view, at = memoryview(data), 0
    while at < len(view):
        head = io.BytesIO(view[at : at + 1024])
        np.lib.format.read_magic(head)
        shape, _, dtype = np.lib.format.read_array_header_1_0(head)
        at += head.tell()
        array = np.frombuffer(view, dtype, int(shape[0]), at)
        found.append(array)
        at += array.nbytes
    return found


def _days(bounds: Bounds) -> list[str]:
    return [day.isoformat() for day in (bounds.earliest_begin, bounds.latest_begin, bounds.earliest_end, bounds.latest_end)]


def _bounds(days: list[str]) -> Bounds:
    return Bounds(*map(date.fromisoformat, days))
