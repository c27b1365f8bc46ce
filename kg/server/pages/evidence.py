"""Where it says so: the passages behind a thing, with their sources, and with their words where the texts are at hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.query.engine import Engine
from kg.rdf.namespaces import CITO, KG, OA, RDFS
from kg.rdf.terms import Literal
from kg.server.texts import Quote, Texts

__all__ = ["Cited", "evidence"]


@dataclass(frozen=True, slots=True)
class Cited:
    """A passage: its IRI, its source's IRI and label, the place in it in words, and the words themselves where they are shown."""

    passage: str
    source: str
    label: str
    place: str
    quote: Quote | None = None


def evidence(engine: Engine, iri: str, texts: Texts) -> list[Cited]:
    """The passage itself, or those that a record and its datings cite, of a conflict those of its sides, in the order of the sources."""
    found = {passage: _sources(engine, passage) for passage in sorted(_passages(engine, iri))}
    placed = [(*_order(engine, passage), _cited(engine, passage, own[0], texts)) for passage, own in found.items() if own]
    return [cited for *_, cited in sorted(placed, key=lambda one: (one[2].source, one[0], one[1], one[2].passage))]


def _passages(engine: Engine, iri: str) -> Iterator[str]:
    if _sources(engine, iri):
        yield iri
    records = [iri, *_objects(engine, iri, KG + "disputes")]
    for part in records + [dating for record in records for dating in _objects(engine, record, KG + "dating")]:
        yield from _objects(engine, part, CITO + "citesAsEvidence")


def _sources(engine: Engine, passage: str) -> list[str]:
    return _objects(engine, passage, OA + "hasSource")


def _order(engine: Engine, passage: str) -> tuple[int, int]:
    return int(_text(engine, passage, KG + "paragraph") or _text(engine, passage, KG + "row") or 0), _chars(engine, passage)[0]


def _cited(engine: Engine, passage: str, source: str, texts: Texts) -> Cited:
    number, row = (_text(engine, passage, KG + name) for name in ("paragraph", "row"))
    place = f"\u00b6 {number}" if number else f"row {row}" if row else _text(engine, passage, KG + "locator")
    cited = Cited(passage, source, _text(engine, source, RDFS + "label"), place)
    return replace(cited, quote=texts.quote(source, int(number), *_chars(engine, passage))) if number else cited


def _chars(engine: Engine, passage: str) -> tuple[int, int]:
    """Where the passage begins and ends in its text; zeros where it tells no such place."""
    for selector in _objects(engine, passage, OA + "hasSelector"):
        start, end = (_text(engine, selector, OA + name) for name in ("start", "end"))
        if start and end:
            return int(start), int(end)
    return 0, 0


def _objects(engine: Engine, subject: str, predicate: str) -> list[str]:
    return sorted(str(each) for each in engine.store.objects(subject, predicate))


def _text(engine: Engine, subject: str, predicate: str) -> str:
    return min((each.value for each in engine.store.objects(subject, predicate) if isinstance(each, Literal)), default="")
