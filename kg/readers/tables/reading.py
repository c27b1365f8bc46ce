"""The tables of corpora: read batch by batch, checked by columns, every fault told by its row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import Fault
from kg.model.relations import Relation
from kg.model.table import Table
from kg.readers.curated.corpus import Curated
from kg.readers.curated.files import table_files
from kg.readers.tables.dates import Dates
from kg.readers.tables.flat import stated
from kg.readers.tables.ids import taken
from kg.readers.tables.known import Known, known
from kg.readers.tables.nested import evidence, holders, quantities
from kg.readers.tables.parquet import ELSEWHERE, batches, opened
from kg.readers.tables.part import Part
from kg.readers.tables.suspects import Suspects
from kg.readers.tables.telling import told
from kg.readers.tables.times import times
from kg.readers.tables.triples import triples, words

if TYPE_CHECKING:
    import pyarrow  # type: ignore[import-untyped]

__all__ = ["read"]


def read(folders: Sequence[Path], curated: Curated, relations: Mapping[str, Relation]) -> tuple[list[Table], list[Fault]]:
    """The tables of the corpora in the order of their files, and every fault; with any fault the tables are not to be used.

    ``curated`` is what YAML holds, and keeps the rules. Raises `UsageError` where there is a table and pyarrow is missing.
    """
    faults: list[Fault] = []
    paths = [path for folder in dict.fromkeys(folders) for path in table_files(folder)]
    if not paths:
        return [], faults
    names = known(curated.records, relations)
    tables = [table for path in paths if (table := _table(path, names, curated, relations, faults))]
    if tables:
        faults += taken(tables, curated)
    return tables, faults


def _table(path: Path, names: Known, curated: Curated, relations: Mapping[str, Relation], faults: list[Fault]) -> Table | None:
    if (file := opened(path, faults)) is None:
        return None
    import pyarrow as pa

    suspects, dates, first, found = Suspects(), Dates(), 1, []
    for batch in batches(path, file, faults):
        parts = list(_parts(batch, names, dates))
        for part in parts:
            suspects.add(part.wrong, batch, first)
        found.append(pa.table({name: column for part in parts for name, column in part.columns.items()}))
        first += batch.num_rows
    faults += told(path, suspects.rows, curated.records, relations)
    faults += [Fault(path, suspects.columns[name][-1], why) for name, why in _more(suspects)]
    return Table(path, names.names, names.kinds, pa.concat_tables(found)) if found else None


def _parts(batch: pyarrow.RecordBatch, names: Known, dates: Dates) -> Iterator[Part]:
    cited, rank = evidence(batch, names)
    yield from (triples(batch, names), words(batch), times(batch, names, dates, rank), holders(batch, names), cited, quantities(batch))
    yield Part({}, {name: stated(batch[name]) for name in ELSEWHERE if name in batch.schema.names})


def _more(suspects: Suspects) -> Iterator[tuple[str, str]]:
    for name, more in suspects.rest().items():
        yield name, f"row {suspects.columns[name][-1]}: after this one, {more:,} more rows are wrong in {name}"
