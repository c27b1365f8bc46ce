"""What csvw and frictionless read of the tables."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from tests.exports.reading.reader import Reader

__all__ = ["READERS"]


def _csvw(folder: Path, _: Path) -> str:
    from csvw import CSVW  # type: ignore[import-untyped]

    group = CSVW(str(folder / "csv-metadata.json"), validate=True)
    if not group.is_valid:
        raise AssertionError("; ".join(str(warning.message) for warning in group.warnings))
    return f"{len(group.tables)} tables, {sum(1 for table in group.tables for _ in table):,} rows, valid"


def _frictionless(folder: Path, _: Path) -> str:
    import frictionless

    report = frictionless.validate(str(folder / "datapackage.json"))
    if not report.valid:
        raise AssertionError(report.to_summary())
    return f"{len(report.tasks)} tables, {sum(task.stats['rows'] for task in report.tasks):,} rows, valid"


READERS = (
    Reader("csvw", "csvw", version=lambda _: version("csvw"), read=_csvw),
    Reader("frictionless", "csvw", version=lambda _: version("frictionless"), read=_frictionless),
)
