"""A Parquet file to batches of rows: its columns and their types, and what is refused before any row is looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import Fault, UsageError

if TYPE_CHECKING:
    import pyarrow  # type: ignore[import-untyped]
    from pyarrow.parquet import ParquetFile  # type: ignore[import-untyped]

__all__ = ["COLUMNS", "ELSEWHERE", "batches", "opened"]

_ROWS = 65_536  # to a batch
_TEXT, _FLAG, _INTEGER, _NUMBER = "text", "true or false", "a whole number", "a number"
_CITED = "a list of passages: source (text) and row (a whole number)"
_FIGURES = "a list of figures: measure, unit, comparator (text) and value (a number)"
COLUMNS: Mapping[str, str] = {
    "id": _TEXT,
    "subject": _TEXT,
    "relation": _TEXT,
    "object": _TEXT,
    "when": _TEXT,
    "evidence": _CITED,
    "according_to": "a list of texts",
    "said": _TEXT,
    "status": _TEXT,
    "wording": _TEXT,
    "when_from": _TEXT,
    "negated": _FLAG,
    "polarity": _INTEGER,
    "quantities": _FIGURES,
}
_REQUIRED = ("id", "subject", "relation", "object", "when", "evidence")
# What a statement may say in YAML and not in a table, by the names that `kg export parquet` gives it.
ELSEWHERE = ("after", "because", "before", "datings", "derived_from", "event", "former_ids", "reported_by")
_ITEMS: Mapping[str, Mapping[str, str]] = {
    _CITED: {"source": _TEXT, "row": _INTEGER},
    _FIGURES: {"measure": _TEXT, "value": _NUMBER, "unit": _TEXT},
}


def opened(path: Path, faults: list[Fault]) -> ParquetFile | None:
    """The file, if it is Parquet and its columns are those of statements; else none, and the faults say why.

    Raises `UsageError` where pyarrow is missing.
    """
    try:
        import pyarrow as pa
        from pyarrow.parquet import ParquetFile
    except ModuleNotFoundError:
        raise UsageError(f"{path} needs pyarrow: pip install 'comity[scale]'") from None
    try:
        file = ParquetFile(path)
        schema = file.schema_arrow
        found = [Fault(path, 1, why) for why in _misfits(schema)]
        if not file.metadata.num_rows:
            found.append(Fault(path, 1, "no rows: remove the file, or write statements to it"))
        faults += found
        repeating = [name for name in schema.names if COLUMNS.get(name) is _TEXT and name != "id"]
        return None if found else ParquetFile(path, memory_map=True, read_dictionary=repeating)
    except (pa.ArrowException, OSError) as error:
        faults.append(Fault(path, 1, f"no Parquet file, or not all of one: {_word(error)}: write the file again"))
        return None


def batches(path: Path, file: ParquetFile, faults: list[Fault]) -> Iterator[pyarrow.RecordBatch]:
    """The rows in order; where the file is damaged they end, and the faults say so."""
    import pyarrow as pa

    try:
        for batch in file.iter_batches(_ROWS):
            batch.validate(full=True)  # else a text that is not UTF-8 would pass
            yield batch
    except (pa.ArrowException, OSError) as error:
        faults.append(Fault(path, 1, f"damaged: {_word(error)}: write the file again"))


def _misfits(schema: pyarrow.Schema) -> Iterator[str]:
    names = list(schema.names)
    for name, wanted in COLUMNS.items():
        if names.count(name) > 1:
            yield f"the column {name} stands {names.count(name)} times: keep one"
        elif name in names and not _fits(schema.field(name).type, wanted):
            yield f"the column {name} is {schema.field(name).type}, where {wanted} fits"
        elif name in _REQUIRED and name not in names:
            yield f"the column {name} is missing: a table of statements has {', '.join(_REQUIRED)}"


def _fits(type: pyarrow.DataType, wanted: str) -> bool:
    import pyarrow.types as of  # type: ignore[import-untyped]

    if wanted in (_CITED, _FIGURES, "a list of texts"):
        if not (of.is_list(type) or of.is_large_list(type)):
            return False
        item = type.value_type
        if wanted == "a list of texts":
            return _fits(item, _TEXT)
        return bool(of.is_struct(item)) and all(
            item.get_field_index(name) >= 0 and _fits(item.field(name).type, part) for name, part in _ITEMS[wanted].items()
        )
    if of.is_dictionary(type):
        return wanted is _TEXT and _fits(type.value_type, _TEXT)
    tests: Mapping[str, Callable[[pyarrow.DataType], bool]] = {
        _TEXT: lambda it: of.is_string(it) or of.is_large_string(it),
        _FLAG: of.is_boolean,
        _INTEGER: of.is_integer,
        _NUMBER: lambda it: of.is_floating(it) or of.is_integer(it),
    }
    return tests[wanted](type)


def _word(error: Exception) -> str:
    return " ".join(str(error).split()).rstrip(".")
