"""Where a record stands in the curated files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import Fault

__all__ = ["Origin"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record stands: file, first line, and the line of each field."""

    path: Path
    line: int
    fields: Mapping[str, int]

    def fault(self, why: str, field: str = "") -> Fault:
        """A fault of the record, at the field's line where the field is written; ``datings/ID`` is one of several."""
        return Fault(self.path, self.fields.get(field, self.fields.get(field.partition("/")[0], self.line)), why)
