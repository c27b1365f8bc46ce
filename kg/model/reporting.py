"""Who passes a view on, from its holder to the page it is read on."""

from __future__ import annotations

from kg.model.entities import Source
from kg.model.evidence import Report
from kg.model.records import Records
from kg.model.statements import Envelope

__all__ = ["reports"]


def reports(records: Records, record: Envelope) -> tuple[Report, ...]:
    """Nearest to the holder first; last the authors of the sources cited, unless the view is their own."""
    found = list(record.reported_by)
    for name in sorted({piece.source for piece in record.evidence}):
        source = records.by_id[name]
        assert isinstance(source, Source)
        found += [Report(author, source.id, source.date) for author in source.authors if author not in record.according_to]
    return tuple(found)
