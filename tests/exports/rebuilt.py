"""Records made again from rows that a third-party reader gives: what an export lost is missing in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, get_args, get_type_hints

from kg.model.bounds import Bounds
from kg.model.dated import Dating, When
from kg.model.events import Participation
from kg.model.evidence import Evidence, Quantity, Report
from kg.model.records import Record
from kg.model.vocabulary import Comparator, Role, WhenFrom

Row = Mapping[str, Any]
Rows = Mapping[str, Sequence[Row]]  # the parts of one record, by table


def rebuilt(kind: type[Record], row: Row, parts: Rows) -> Record:
    """The record of a row, and of the rows of its parts in their order."""
    whole = dict(row) | _parts(parts) | {"when": when(row) if row.get("when") else None}
    whole["prefers"] = _place(row.get("prefers"), row.get("prefers_dating"))
    hints = get_type_hints(kind)
    return kind(**{field.name: _value(hints[field.name], whole[field.name]) for field in fields(kind) if field.name in whole})


def bounds(row: Row) -> Bounds:
    return Bounds(*(_day(row[name]) for name in ("earliest_begin", "latest_begin", "earliest_end", "latest_end")))


def when(row: Row) -> When:
    return When(row["when"], row["after"], row["before"], WhenFrom(row["when_from"]))


def grouped(rows: Iterable[Row], owner: str = "record") -> dict[str, list[Row]]:
    """Rows by the record that has them."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row[owner], []).append(row)
    return found


def _parts(parts: Rows) -> dict[str, Any]:
    cited = parts.get("evidence", ())
    return {
        "aliases": tuple(row["alias"] for row in parts.get("aliases", ())),
        "datings": tuple(_dating(row, cited) for row in parts.get("datings", ())),
        "evidence": _evidence(cited, None),
        "participants": tuple(Participation(row["actor"], Role(row["role"])) for row in parts.get("participations", ())),
        "reported_by": tuple(Report(row["by"], row["inside"], row["said"]) for row in parts.get("reports", ()) if not row["author"]),
        "quantities": tuple(map(_quantity, parts.get("quantities", ()))),
        "disputes": tuple(_place(row["record"], row["dating"]) for row in parts.get("disputes", ())),
    }


def _place(record: str | None, dating: str | None) -> str | None:
    return f"{record}/{dating}" if dating else record


def _evidence(rows: Sequence[Row], dating: str | None) -> tuple[Evidence, ...]:
    mine = sorted((row for row in rows if row["dating"] == dating), key=lambda row: int(row["number"]))
    return tuple(
        Evidence(r["source"], r["paragraph"] or 0, (r["start"] or 0, r["end"] or 0), r["locator"] or "", r["row"] or 0, r["coreference"])
        for r in mine
    )


def _dating(row: Row, cited: Sequence[Row]) -> Dating:
    return Dating(row["dating"], when(row), row["preferred"], row["reason"], _evidence(cited, row["dating"]))


def _quantity(row: Row) -> Quantity:
    value = row["value"] if isinstance(row["value"], Decimal) else Decimal(f"{row['value']:g}")
    return Quantity(row["measure"], value, row["unit"], Comparator(row["comparator"]), row["compared_to"])


def _value(hint: Any, value: Any) -> Any:
    """A cell as the field has it: words of closed lists as such, lists as tuples, an empty length as 0."""
    words = next((part for part in (hint, *get_args(hint)) if isinstance(part, type) and issubclass(part, StrEnum)), None)
    if isinstance(value, list | tuple):
        return tuple(words(each) if words else each for each in value)
    if value is None:
        return 0 if hint is int else None
    if isinstance(value, date):
        return value.isoformat()
    return words(value) if words else value


def _day(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)
