"""Every date exists, runs forwards, and fits the events that it is relative to."""

from __future__ import annotations

from collections.abc import Iterator

from kg.errors import DateError
from kg.model.bounds import bounds
from kg.model.edtf import plain_extent
from kg.model.entities import Source
from kg.model.rules.problem import Problem, Scene
from kg.model.statements import Envelope
from kg.model.timeline import Timeline

__all__ = ["exist"]


def exist(scene: Scene) -> Iterator[Problem]:
    """Bounds can be computed for every written date. What depends on a date that can't be read is not to blame for it."""
    broken = list(_written(scene))
    yield from broken
    names = frozenset(problem.record for problem in broken)
    timeline = Timeline(scene.records, names)
    for record in scene.records.dated():
        if record.id in names:
            continue
        try:
            timeline.bounds_of(record)
        except DateError as error:
            yield Problem(record.id, "when" if record.when else "datings", str(error))


def _written(scene: Scene) -> Iterator[Problem]:
    """Dates that can't be read, each by itself."""
    for source in scene.records.of(Source):
        yield from _plain(source.id, "date", source.date)
        if source.recorded:
            try:
                if len(source.recorded) != 10:
                    raise DateError(f"recorded is a day, YYYY-MM-DD, not {source.recorded!r}")
                plain_extent(source.recorded)
            except DateError as error:
                yield Problem(source.id, "recorded", str(error))
    for record in scene.records.dated():
        if isinstance(record, Envelope):
            yield from _plain(record.id, "said", record.said)
            for report in record.reported_by:
                yield from _plain(record.id, "reported-by", report.said)
        if record.when:
            yield from _plain(record.id, "when", record.when.text)
        for dating in record.datings:
            yield from _plain(record.id, f"datings/{dating.id}", dating.when.text)


def _plain(name: str, field: str, text: str | None) -> Iterator[Problem]:
    try:
        if text:
            bounds(text)
    except DateError as error:
        yield Problem(name, field, str(error))
