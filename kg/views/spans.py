"""Which tabs a page has: the eras of a periodisation, or one day, period or era."""

from __future__ import annotations

from kg.errors import PageError, UnknownName, UsageError
from kg.graph import Graph
from kg.model.bounds import Bounds
from kg.model.entities import Era
from kg.model.period import Period
from kg.query.scope import Scope
from kg.views.layout import Layout, layout
from kg.views.page import page
from kg.views.request import PageRequest, Span
from kg.views.scene import scene_of

__all__ = ["common_layout", "era_page", "periodisations"]


def periodisations(graph: Graph) -> dict[str, str]:
    """The label of every periodisation that has eras, by id."""
    used = {era.periodisation for era in graph.records.records.of(Era)}
    return {name: label for name, label in graph.records.records.corpus.periodisations if name in used}


def common_layout(graph: Graph, more: tuple[Span, ...] = ()) -> Layout:
    """One place for every entity in the eras of all periodisations, so that nobody moves from page to page."""
    eras = tuple(span for name in periodisations(graph) for span in _all(graph, name)[2])
    return layout(graph.records, scene_of(graph.records, graph.relations, (*eras, *more)))


def era_page(graph: Graph, periodisation: str | None, scope: Scope, made: Layout | None = None) -> bytes:
    """One self-contained page, with the places of ``made`` where several are written at once.

    Raises `UnknownName`, `DateError`, `PageError`, `UsageError`.
    """
    graph.actor(scope.as_seen_by)
    span = graph.span(scope if scope.timed else Scope())
    if span is not None and periodisation:
        raise UsageError("--periodisation shows all its eras: leave out --on, --during and --era")
    title, words, spans = _one(graph, scope, span) if span is not None else _all(graph, periodisation)
    request = PageRequest(
        spans=spans,
        title=f"{graph.records.records.corpus.title}: {title}",
        default=None,
        certain=scope.certain,
        as_seen_by=scope.as_seen_by,
        periodisation=words,
    )
    return page(graph.records, graph.relations, request, made or common_layout(graph, spans if span is not None else ()))


def _one(graph: Graph, scope: Scope, span: Period | Bounds) -> tuple[str, str, tuple[Span, ...]]:
    name = scope.era or scope.on or scope.during or ""
    label = graph.records.records.label(name)
    return label, "Era" if scope.era else "Time", (Span(name.replace("/", "--"), label, span),)


def _all(graph: Graph, periodisation: str | None) -> tuple[str, str, tuple[Span, ...]]:
    known = periodisations(graph)
    chosen = periodisation or graph.records.records.corpus.default_periodisation
    if chosen is None:
        raise PageError("the corpus has no default periodisation: name one with --periodisation, or a time")
    if chosen not in known:
        raise UnknownName("periodisation", chosen, known)
    eras = sorted((e for e in graph.records.records.of(Era) if e.periodisation == chosen), key=lambda era: era.order)
    return known[chosen], known[chosen], tuple(Span(era.id, era.label, graph.records.bounds[era.id]) for era in eras)
