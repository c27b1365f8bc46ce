"""Whose view it is, where it stands, and the figures on it: columns of lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.model.evidence import FIGURE
from kg.model.statements import UNDISPUTED
from kg.model.table import repeats
from kg.model.vocabulary import Comparator
from kg.rdf.filling import decimals
from kg.readers.tables.flat import codes, column, flags, flat, listed, missing, stated, texts
from kg.readers.tables.known import Known
from kg.readers.tables.part import Part
from kg.readers.tables.triples import SLUG

if TYPE_CHECKING:
    import numpy as np
    import pyarrow  # type: ignore[import-untyped]

    Ints = np.ndarray[Any, np.dtype[Any]]
    Mask = np.ndarray[Any, np.dtype[np.bool_]]

__all__ = ["ELSEWHERE", "evidence", "holders", "quantities"]

# What an item may say in YAML and not in a table.
ELSEWHERE = {"evidence": ("dating", "paragraph", "locator", "coreference"), "quantities": ("compared_to",)}


def holders(batch: pyarrow.RecordBatch, known: Known) -> Part:
    """Holders are actors, each once; undisputed stands alone, and goes without saying."""
    import numpy as np
    import pyarrow as pa

    found = flat(column(batch, "according_to", pa.list_(pa.string())))
    who = codes(found.items, pa.array([UNDISPUTED, *known.names], pa.string())) - 1  # -1 undisputed, -2 nobody known
    order = np.lexsort((who, found.row))
    row, who = found.row[order], who[order]
    counts = np.bincount(row, minlength=batch.num_rows)
    named = who >= 0
    wrong = (who == -2) | named & ~known.actors[who] | ~named & (counts[row] > 1) | repeats(row, who)
    return Part(
        {"holders": listed(row[named], pa.array(who[named]), batch.num_rows)},
        {"according_to": found._replace(row=row).rows_with(wrong, batch.num_rows)},
    )


def evidence(batch: pyarrow.RecordBatch, known: Known) -> tuple[Part, Ints]:
    """There is a passage, and each is a row of a known data set; with the rank of the earliest source that each row cites."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc  # type: ignore[import-untyped]

    found = flat(batch["evidence"])
    source = codes(pc.struct_field(found.items, "source"), pa.array(known.names, pa.string()))
    place = pc.struct_field(found.items, "row").cast(pa.int64(), safe=False).fill_null(0).to_numpy(zero_copy_only=False)
    wrong = ~known.datasets[source] | (place < 1) | _stated(found.items, "evidence")
    without = np.bincount(found.row, minlength=batch.num_rows) == 0
    rank = np.full(batch.num_rows, len(known.said), np.int32)
    np.minimum.at(rank, found.row, known.rank[source])
    order = np.lexsort((place, source, found.row))
    order = order[~repeats(found.row[order], source[order], place[order])]
    items = pa.StructArray.from_arrays([pa.array(source[order]), pa.array(place[order])], ["source", "row"])
    lists = listed(found.row[order], items, batch.num_rows)
    return Part({"evidence": lists}, {"evidence": without | found.rows_with(wrong, batch.num_rows)}), rank


def quantities(batch: pyarrow.RecordBatch) -> Part:
    """Figures have a measure of their own, a number, a unit and a comparator that there is."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    words = ("measure", "unit", "comparator")
    empty = pa.list_(pa.struct([*((name, pa.string()) for name in words), ("value", pa.float64())]))
    found = flat(column(batch, "quantities", empty))
    known = [field.name for field in found.items.type]
    measure, unit = (texts(pc.struct_field(found.items, name)) for name in words[:2])
    value = pc.struct_field(found.items, "value").cast(pa.float64(), safe=False)
    how = texts(pc.struct_field(found.items, "comparator")) if "comparator" in known else pa.nulls(len(unit), pa.string())
    comparator = np.where(missing(how), list(Comparator).index(Comparator.EXACTLY), codes(how, pa.array(map(str, Comparator), pa.string())))
    wrong = (
        ~flags(pc.match_substring_regex(measure, SLUG))
        | ~flags(pc.match_substring_regex(decimals(value), rf"\A({FIGURE})\z"))
        | (comparator < 0)
    )
    wrong |= ~flags(pc.match_substring_regex(unit, r"(?s)\A\S(.*\S)?\z")) | _stated(found.items, "quantities")
    encoded = measure.dictionary_encode().indices.fill_null(-1).to_numpy(zero_copy_only=False)
    order = np.lexsort((encoded, found.row))
    wrong[order] |= repeats(found.row[order], encoded[order])
    items = pa.StructArray.from_arrays(
        [measure, unit, value, pa.array(comparator.astype(np.int8))], ["measure", "unit", "value", "comparator"]
    )
    return Part({"quantities": listed(found.row, items, batch.num_rows)}, {"quantities": found.rows_with(wrong, batch.num_rows)})


def _stated(items: pyarrow.Array, name: str) -> Mask:
    """Which items say what belongs elsewhere."""
    import numpy as np
    import pyarrow.compute as pc

    here = [field.name for field in items.type if field.name in ELSEWHERE[name]]
    found = np.zeros(len(items), bool)
    for field in here:
        found |= stated(pc.struct_field(items, field))
    return found
