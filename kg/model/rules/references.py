"""Every id that a record names exists, and is of a kind that fits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches

from kg.model.conflicts import Conflict
from kg.model.entities import Era
from kg.model.records import FOLDERS, Record
from kg.model.references import references
from kg.model.rules.problem import Problem, Scene, article

__all__ = ["former_ids", "known", "periodisations"]


def known(scene: Scene) -> Iterator[Problem]:
    """References exist and fit."""
    for record in scene.records.by_id.values():
        for field, name, kinds in references(record):
            if name and (why := _wrong(scene, name, kinds)):
                yield Problem(record.id, field, why)


def _wrong(scene: Scene, name: str, kinds: tuple[type[Record], ...]) -> str | None:
    found = scene.records.by_id.get(name)
    if found is None:
        if name in scene.unread:
            return None
        near = get_close_matches(name, [r.id for r in scene.records.by_id.values() if not kinds or isinstance(r, kinds)], n=1)
        wanted = " or ".join(FOLDERS[kind] for kind in kinds) or "record"
        return f"no {wanted} {name!r}" + (f": is {near[0]} meant?" if near else "")
    if kinds and not isinstance(found, kinds):
        return f"{name} is {article(FOLDERS[type(found)])}, where {article(' or '.join(FOLDERS[kind] for kind in kinds))} fits"
    return None


def former_ids(scene: Scene) -> Iterator[Problem]:
    """A former id is nobody's id today, and only one record's."""
    taken = Counter(former for record in scene.records.by_id.values() for former in record.former_ids)
    for record in scene.records.by_id.values():
        for former in record.former_ids:
            if former in scene.records.by_id or taken[former] > 1:
                yield Problem(record.id, "former-ids", f"the former id {former} is in use elsewhere: an id never changes hands")


def periodisations(scene: Scene) -> Iterator[Problem]:
    """Eras belong to periodisations that ``corpus.yaml`` names, each in a place of its own; datings named exist."""
    declared = {ident for ident, _ in scene.records.corpus.periodisations}
    places = Counter((era.periodisation, era.order) for era in scene.records.of(Era))
    for era in scene.records.of(Era):
        if era.periodisation not in declared:
            names = ", ".join(sorted(declared)) or "none"
            yield Problem(era.id, "periodisation", f"no periodisation {era.periodisation!r} in corpus.yaml; there are: {names}")
        if places[era.periodisation, era.order] > 1:
            yield Problem(era.id, "order", f"two eras of {era.periodisation} have order {era.order}: give each its own")
    for conflict in scene.records.of(Conflict):
        for field, name in [("disputes", n) for n in conflict.disputes] + [("prefers", conflict.prefers or "")]:
            record, slash, dating = name.partition("/")
            found = scene.records.by_id.get(record)
            if slash and found is not None and dating not in [d.id for d in getattr(found, "datings", ())]:
                yield Problem(conflict.id, field, f"{record} has no dating {dating!r}")
