"""Which tabs a page has: the eras of a periodisation, or one day, period or era."""

from __future__ import annotations

from kg.errors import PageError, UnknownName, UsageError
from kg.graph import Graph
from kg.model.bounds import Bounds
from kg.model.entities import Era
from kg.model.period import Period
from kg.model.records import Records
from kg.query.scope import Scope
from kg.views.layout import Layout, layout
from kg.views.page import page
from kg.views.passages import Passages
from kg.views.request import Group, PageRequest, Span
from kg.views.scene import scene_of

__all__ = ["common_layout", "era_page", "periodisations"]


def periodisations(records: Records) -> dict[str, str]:
    """The label of every periodisation that has eras, by id."""
    used = {era.periodisation for era in records.of(Era)}
    return {name: label for name, label in records.corpus.periodisations if name in used}


def common_layout(graph: Graph, more: tuple[Span, ...] = ()) -> Layout:
    """One place for every entity in the eras of all periodisations, so that nobody moves from page to page."""
    spans = (*(span for group in _groups(graph) for span in group.spans), *more)
    return layout(graph.records, scene_of(graph.records, graph.relations, spans))


def era_page(graph: Graph, periodisation: str | None, scope: Scope, made: Layout | None = None, documents: Passages | None = None) -> bytes:
    """One self-contained page, with the places of ``made`` where several are written at once.

    All eras, the tabs of the periodisation first, or one day, period or era alone; with ``documents`` the
    page carries these passages.
    Raises `UnknownName`, `DateError`, `PageError`, `UsageError`.
    """
    graph.actor(scope.as_seen_by)
    span = graph.span(scope if scope.timed else Scope())
    if span is not None and periodisation:
        raise UsageError("--periodisation shows all its eras: leave out --on, --during and --era")
    groups = (_one(graph, scope, span),) if span is not None else _first(graph, periodisation)
    title = graph.records.records.corpus.title
    request = PageRequest(
        groups=groups,
        title=f"{title}: {groups[0].label}" if span is not None else title,
        certain=scope.certain,
        as_seen_by=scope.as_seen_by,
        within=span,
        documents=documents,
    )
    return page(graph.records, graph.relations, request, made or common_layout(graph, groups[0].spans if span is not None else ()))


def _one(graph: Graph, scope: Scope, span: Period | Bounds) -> Group:
    name = scope.era or scope.on or scope.during or ""
    label = graph.records.records.label(name)
    return Group(name.replace("/", "--"), label, (Span(name.replace("/", "--"), label, span),))


def _first(graph: Graph, periodisation: str | None) -> tuple[Group, ...]:
    known = periodisations(graph.records.records)
    chosen = periodisation or graph.records.records.corpus.default_periodisation
    if chosen is None:
        raise PageError("the corpus has no default periodisation: name one with --periodisation, or a time")
    if chosen not in known:
        raise UnknownName("periodisation", chosen, known)
    return tuple(sorted(_groups(graph), key=lambda group: group.id != chosen))


def _groups(graph: Graph) -> list[Group]:
    eras = sorted(graph.records.records.of(Era), key=lambda era: era.order)
    return [
        Group(name, label, tuple(Span(era.id, era.label, graph.records.bounds[era.id]) for era in eras if era.periodisation == name))
        for name, label in periodisations(graph.records.records).items()
    ]
