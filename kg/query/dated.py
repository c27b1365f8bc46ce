"""Every day is a graph: the IRIs of dated graphs, and the triples they stand for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.errors import UnknownName, UsageError
from kg.index import Index, Selected
from kg.model.bounds import Bounds
from kg.model.period import Period

__all__ = ["DatedGraph"]


@dataclass(frozen=True, slots=True)
class DatedGraph:
    """Which direct triples: those that possibly, or certainly, hold in a span, in somebody's view or anybody's."""

    span: Period | Bounds
    certain: bool
    as_seen_by: str | None

    @classmethod
    def parse(cls, path: str, index: Index, actors: Iterable[str]) -> DatedGraph:
        """Read a path below the base that begins with ``on/``, ``during/`` or ``era/``.

        Raises `DateError` for a bad date, `UnknownName` for an unknown era or actor, `UsageError` for what comes after.
        """
        kind, *parts = path.split("/")
        time, suffix = parts[:1], parts[1:]
        if kind == "during" and suffix and suffix[0] not in ("certain", "as-seen-by"):
            time, suffix = parts[:2], parts[2:]
        certain = suffix[:1] == ["certain"]
        suffix = suffix[1:] if certain else suffix
        seen = suffix[1] if len(suffix) == 2 and suffix[0] == "as-seen-by" else None
        if suffix and seen is None:
            raise UsageError(f"no dated graph {path!r}: after the time comes /certain, then /as-seen-by/ACTOR")
        if seen is not None and f"actor/{seen}" not in (known := set(actors)):
            raise UnknownName("actor", seen, (name.removeprefix("actor/") for name in known if name.startswith("actor/")))
        return cls(_span(kind, "/".join(time), index), certain, seen)

    def statements(self, index: Index) -> Selected:
        """The statements whose direct triples it holds."""
        return index.holding(self.span, certain=self.certain, as_seen_by=self.as_seen_by).direct()


def _span(kind: str, text: str, index: Index) -> Period | Bounds:
    if kind == "era":
        if text not in index.eras:
            raise UnknownName("era", text, index.eras)
        return index.eras[text]
    return Period.on(text) if kind == "on" else Period.parse(text)
