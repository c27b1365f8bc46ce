"""Who stands how to whom: ids, ends, kinds and signs, and the words of closed vocabularies."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from kg.model.vocabulary import Status, WhenFrom, Wording
from kg.readers.tables.flat import codes, column, flags, missing, texts
from kg.readers.tables.known import Known
from kg.readers.tables.part import Part

if TYPE_CHECKING:
    import pyarrow  # type: ignore[import-untyped]


__all__ = ["SLUG", "triples", "words"]

SLUG = r"\A[a-z0-9]+(-[a-z0-9]+)*\z"
_WORDS: tuple[tuple[str, type[StrEnum], StrEnum], ...] = (
    ("status", Status, Status.ACTUAL),
    ("wording", Wording, Wording.STATED),
    ("when_from", WhenFrom, WhenFrom.TEXT),
)


def triples(batch: pyarrow.RecordBatch, known: Known) -> Part:
    """Ids are slugs; the ends are known, differ and are such as the kind takes; a sign of one's own stands where there is room."""
    import pyarrow as pa
    import pyarrow.compute as pc  # type: ignore[import-untyped]

    ids, names = texts(batch["id"]), pa.array(known.names, pa.string())
    subject, object_ = codes(batch["subject"], names), codes(batch["object"], names)
    kind = codes(batch["relation"], pa.array(known.kinds, pa.string()))
    negated = flags(column(batch, "negated", pa.bool_()))
    polarity = column(batch, "polarity", pa.int64()).cast(pa.int64(), safe=False)
    own, written = polarity.fill_null(0).to_numpy(), ~missing(polarity)
    fitting = [known.fits[kind, side, known.group[end]] for side, end in enumerate((subject, object_))]
    columns = {
        "id": ids,
        "subject": pa.array(subject),
        "relation": pa.array(kind),
        "object": pa.array(object_),
        "negated": pa.array(negated),
        "polarity": polarity.cast(pa.int8(), safe=False),
        "sign": pa.array((known.polarity[kind] + own * (known.polarity[kind] == 0)) * ~negated).cast(pa.int8(), safe=False),
    }
    return Part(
        columns,
        {
            "id": ~flags(pc.match_substring_regex(ids, SLUG)),
            "subject": (subject < 0) | ~fitting[0],
            "relation": (kind < 0) | ~known.written[kind],
            "object": (object_ < 0) | ~fitting[1] | (subject == object_),
            "polarity": written & ((abs(own) != 1) | (known.polarity[kind] != 0) | negated),
        },
    )


def words(batch: pyarrow.RecordBatch) -> Part:
    """Status, wording and where the date was taken from are words that there are."""
    import numpy as np
    import pyarrow as pa

    columns, wrong = {}, {}
    for name, vocabulary, default in _WORDS:
        given = column(batch, name, pa.string())
        found = np.where(missing(given), list(vocabulary).index(default), codes(given, pa.array(map(str, vocabulary), pa.string())))
        columns[name], wrong[name] = pa.array(found.astype(np.int8)), found < 0
    return Part(columns, wrong)
