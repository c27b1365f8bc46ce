"""Statements that stand in a table already, as the index takes them: column by column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from kg.index.columns import Part
from kg.index.measures import distinct
from kg.index.rows import Link, View
from kg.index.texts import Texts
from kg.model.bounds import Bounds
from kg.model.records import Record, folder
from kg.model.table import Table
from kg.model.vocabulary import Status

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["links_of_table", "part_of_table"]

_BELONGING = "memberOf"
_DAYS = ("earliest_begin", "latest_begin", "earliest_end", "latest_end")
_EPOCH = date(1970, 1, 1).toordinal()
_NONE = -(1 << 31)  # what a table has where no day is known
_ACTUAL = list(Status).index(Status.ACTUAL)


def part_of_table(table: Table, records: Mapping[str, Record]) -> Part:
    """The statements of a table; ``records`` are those that its names mean."""
    direct = _direct(table)
    views, view = _views(table)
    names, (subject, object_) = _used(table.numpy("subject"), table.numpy("object"))
    kinds, (kind,) = _used(table.numpy("relation"))
    return Part(
        ids=_texts(table),
        earliest_begin=table.numpy("earliest_begin") + _EPOCH,
        latest_begin=table.numpy("latest_begin") + _EPOCH,
        earliest_end=table.numpy("earliest_end") + _EPOCH,
        latest_end=table.numpy("latest_end") + _EPOCH,
        subject=subject,
        object=object_,
        kind=kind,
        sign=table.numpy("sign") * direct,
        direct=direct,
        view=view,
        paths=[f"{folder(records[name])}/{name}" for name in map(table.names.__getitem__, names)],
        kinds=[table.kinds[each] for each in kinds],
        views=views,
    )


def links_of_table(table: Table) -> Iterator[Link]:
    """Who is a member of what: the only statements of a table by which somebody speaks for another."""
    import numpy as np

    if _BELONGING not in table.kinds:
        return
    rows = np.flatnonzero((table.numpy("relation") == table.kinds.index(_BELONGING)) & _direct(table))
    columns = [table.numpy(name)[rows].tolist() for name in ("subject", "object", *_DAYS)]
    for member, body, *days in zip(*columns, strict=True):
        yield Link(table.names[member], table.names[body], Bounds(*(date.fromordinal(day + _EPOCH) for day in days)))


def _direct(table: Table) -> NDArray[np.bool_]:
    direct: NDArray[np.bool_] = (table.numpy("status") == _ACTUAL) & ~table.numpy("negated").astype(bool)
    return direct


def _used(*columns: NDArray[Any]) -> tuple[list[int], list[NDArray[Any]]]:
    """The codes that occur, rising, and the columns by their places among these."""
    import numpy as np

    codes = distinct(np.concatenate(columns))
    return codes.tolist(), [np.searchsorted(codes, column) for column in columns]


def _texts(table: Table) -> Texts:
    """The ids, where they lie in Arrow's memory."""
    import numpy as np
    import pyarrow as pa  # type: ignore[import-untyped]

    parts = []
    for chunk in table.rows["id"].chunks:
        column = chunk.cast(pa.large_string())
        _, starts, data = column.buffers()
        starts = np.frombuffer(starts, np.int64)[column.offset : column.offset + len(column) + 1]
        parts.append(Texts(np.frombuffer(data, np.uint8) if data else np.zeros(0, np.uint8), starts))
    return Texts.joined(parts)


def _views(table: Table) -> tuple[list[View], NDArray[np.integer[Any]]]:
    """Each set of holders with each day on which it was said, and where each statement's is among them."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc  # type: ignore[import-untyped]

    holders = pc.binary_join(table.rows["holders"].cast(pa.list_(pa.string())), " ").combine_chunks()
    coded = (holders.chunk(0) if isinstance(holders, pa.ChunkedArray) else holders).dictionary_encode()
    said = table.numpy("said_earliest").astype(np.int64)
    key = coded.indices.to_numpy().astype(np.int64) << 32 | said + (1 << 31)
    keys, view = np.unique(key, return_inverse=True)
    sets = [tuple(table.names[int(code)] for code in text.split()) for text in coded.dictionary.to_pylist()]
    days = ((keys & 0xFFFFFFFF) - (1 << 31)).tolist()
    return [(sets[at], _day(day)) for at, day in zip((keys >> 32).tolist(), days, strict=True)], view


def _day(number: int) -> date | None:
    return None if number == _NONE else date.fromordinal(number + _EPOCH)
