"""Records as compact JSON columns: every string and every list once, statements as columns of integers."""

from __future__ import annotations

from collections.abc import Mapping

from kg.model.bounds import bounds
from kg.model.entities import Source
from kg.model.period import Period
from kg.model.relations import Relation
from kg.model.resolved import Resolved
from kg.model.vocabulary import Status, Wording
from kg.views.boxes import clean
from kg.views.disputes import Dispute
from kg.views.entries import Entries
from kg.views.request import Group, PageRequest, Span
from kg.views.scene import Scene
from kg.views.style import FAMILIES, KINDS, STATUSES, UNREAL, Family, Kind

__all__ = ["default_span", "encode"]


def default_span(scene: Scene, request: PageRequest) -> int:
    """The span shown first: the one asked for, else that of the first group with most statements that are so."""
    if request.default is not None:
        return next(i for i, span in enumerate(scene.spans) if span.id == request.default)
    first = range(len(request.groups[0].spans))
    counts = [sum(i in f.possible and scene.lines[f.line].real for f in scene.facts) for i in first]
    return counts.index(max(counts))


def encode(resolved: Resolved, relations: Mapping[str, Relation], scene: Scene, request: PageRequest) -> dict[str, object]:
    """Everything the page's script needs, ready for JSON."""
    entries = Entries(resolved, relations, scene, request.documents)
    if request.as_seen_by:
        entries.people.add(request.as_seen_by)
    facts, nodes = entries.facts(), entries.nodes(request.within)
    disputes = [_dispute(dispute) for dispute in entries.disputes()]
    corpus = resolved.records.corpus
    return {
        "title": clean(request.title),
        "about": {
            "corpus": clean(corpus.title),
            "version": clean(corpus.version),
            "recorded": recorded(resolved),
            "licence": clean(corpus.licence),
        },
        "groups": [_group(group) for group in request.groups],
        "open": {
            "era": clean(scene.spans[default_span(scene, request)].id),
            "certain": request.certain,
            "as": request.as_seen_by or "everybody",
        },
        "families": [_family(family) for family in (*FAMILIES, UNREAL)],
        "kinds": [_kind(kind) for kind in KINDS.values()],
        "statuses": [{"id": name, "label": label, "shown": name == Status.ACTUAL} for name, label in STATUSES.items()],
        "wordings": [wording.value for wording in Wording],
        "relations": entries.relation_columns(),
        "nodes": nodes,
        "facts": facts,
        "bounds": entries.bounds_columns(),
        "evidence": entries.evidence_columns(),
        "paragraphs": [
            {"source": clean(resolved.records.label(p.source)), "number": p.number, "text": p.text}
            for p in (request.documents.paragraphs if request.documents else ())
        ],
        "disputes": disputes,
        "sources": entries.source_columns(),
        "people": {"id": list(entries.people.values), "label": [clean(resolved.records.label(name)) for name in entries.people.values]},
        "lists": [list(items) for items in entries.lists.values],
        "strings": list(entries.strings.values),
    }


def recorded(resolved: Resolved) -> str:
    """The date of the graph: the last day on which one of its sources was recorded or, where none says so, dated."""
    sources = list(resolved.records.of(Source))
    said = [s.recorded for s in sources if s.recorded] or [s.date for s in sources if s.date]
    return max((bounds(text).earliest_begin.isoformat() for text in said), default="")


def _group(group: Group) -> dict[str, object]:
    return {"id": clean(group.id), "label": clean(group.label), "spans": [_span(span) for span in group.spans]}


def _span(span: Span) -> dict[str, object]:
    """``outer`` decides what possibly, ``inner`` what certainly holds: `Bounds.possibly` and `Bounds.certainly`."""
    it = span.bounds
    outer, inner = (
        ((it.start, it.end), (it.start, it.end))
        if isinstance(it, Period)
        else ((it.earliest_begin, it.latest_end), (it.latest_begin, it.earliest_end))
    )
    return {
        "id": clean(span.id),
        "label": clean(span.label),
        "outer": [day.toordinal() for day in outer],
        "inner": [day.toordinal() for day in inner],
    }


def _dispute(dispute: Dispute) -> dict[str, object]:
    return {
        "kind": dispute.kind,
        "scope": list(dispute.scope),
        "sides": [{"text": clean(side.text), "details": clean(side.details)} for side in dispute.sides],
        "preferred": dispute.preferred,
        "reason": clean(dispute.reason),
        "note": clean(dispute.note),
    }


def _family(family: Family) -> dict[str, object]:
    return {
        "id": family.id,
        "label": family.label,
        "light": family.light,
        "dark": family.dark,
        "dash": list(family.dash),
        "head": family.head,
        "width": family.width,
        "shown": family.shown,
    }


def _kind(kind: Kind) -> dict[str, object]:
    return {
        "id": kind.id,
        "label": kind.label,
        "shape": kind.shape,
        "light": kind.light,
        "dark": kind.dark,
        "font": kind.font,
        "shown": kind.shown,
    }
