"""The passages behind a row of an answer."""

from __future__ import annotations

from collections.abc import Iterable

from kg.query.asked import Facts
from kg.rdf.namespaces import CITO, KG, OA
from kg.rdf.terms import Iri, Literal, Term

__all__ = ["FOLLOWED", "cite", "cited", "place"]

# All that is asked of records, and of what these lead to.
FOLLOWED = tuple(
    [KG + name for name in ("disputed", "dating", "disputes", "paragraph", "locator", "row")] + [CITO + "citesAsEvidence", OA + "hasSource"]
)

_VIEWS = ("statement", "claim", "conflict")
_CITED = (*_VIEWS, "event", "policy")


def cited(base: str, row: Iterable[Term | None], views_only: bool = False) -> list[str]:
    """The records of a row that are cited with their passages."""
    kinds = _VIEWS if views_only else _CITED
    return [str(term) for term in row if isinstance(term, Iri) and _folder(term, base) in kinds]


def cite(facts: Facts, base: str, row: Iterable[Term | None], views_only: bool = False) -> str:
    """Source and place of every passage cited by the records that a row binds, and whether one is disputed.

    A conflict is cited with the passages of what it disputes. Empty where the row binds no record. With
    ``views_only`` events and policies are not cited: where a row comes from direct triples, their own passages
    would pass for those of the relation.
    """
    records = cited(base, row, views_only)
    passages = {passage for record in records for passage in _passages(facts, record)}
    disputed = any(facts.objects(record, KG + "disputed") for record in records)
    places = sorted(place for passage in passages if (place := _place(facts, base, passage)))
    return "; ".join(text for _, text in places) + (" (disputed)" if disputed else "")


def _folder(iri: str, base: str) -> str:
    return iri.removeprefix(base).partition("/")[0] if iri.startswith(base) else ""


def _passages(facts: Facts, record: str) -> set[str]:
    parts = [record, *map(str, facts.objects(record, KG + "dating")), *map(str, facts.objects(record, KG + "disputes"))]
    datings = [str(dating) for part in parts for dating in facts.objects(part, KG + "dating")]
    return {str(passage) for part in {*parts, *datings} for passage in facts.objects(part, CITO + "citesAsEvidence")}


def _place(facts: Facts, base: str, passage: str) -> tuple[tuple[str, int, str], str] | None:
    sources = facts.objects(passage, OA + "hasSource")
    if not sources:
        return None
    source = str(sources[0]).removeprefix(f"{base}source/")
    number, locator, row = (_first(facts, passage, KG + name) for name in ("paragraph", "locator", "row"))
    text = f"{source} ¶{number}" if number else f"{source}, row {row}" if row else f"{source}, {locator}"
    chars = passage.rpartition("/")[2] if number else ""
    return (source, int(number or row or 0), chars), f"{text}, {chars}" if chars else text


def place(facts: Facts, base: str, passage: str) -> str:
    """Source and place of one passage; empty where the IRI is no passage's."""
    found = _place(facts, base, passage)
    return found[1] if found else ""


def _first(facts: Facts, subject: str, predicate: str) -> str:
    found = facts.objects(subject, predicate)
    return found[0].value if found and isinstance(found[0], Literal) else ""
