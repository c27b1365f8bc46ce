"""What the rows of a table may name: entities and kinds of relation as columns, in the order of their codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.model.bounds import bounds
from kg.model.entities import Actor, Entity, Source
from kg.model.records import Records
from kg.model.relations import Relation
from kg.model.rules.statements import classes
from kg.model.vocabulary import SourceKind
from kg.readers.tables.dates import since_1970

if TYPE_CHECKING:
    import numpy as np

    Ints = np.ndarray[Any, np.dtype[Any]]
    Mask = np.ndarray[Any, np.dtype[np.bool_]]

__all__ = ["ELSEWHERE", "Known", "known"]

ELSEWHERE = frozenset({"holdsOffice"})  # what leads whom follows from it, and how many seats there are: records of their own


@dataclass(frozen=True, slots=True)
class Known:
    """Entities by id and kinds by name, sorted; every array has their order, and ends with what holds of the code -1: not known.

    ``fits[kind, side, group[entity]]`` tells whether a kind takes an entity as its subject (side 0) or object (1); what is not
    known fits, since it is told elsewhere. ``rank`` orders the sources by when they were first, then last dated, and ``said`` has
    these two days of each rank; whatever is no dated source has the last rank, which ``said`` has not.
    """

    names: tuple[str, ...]
    kinds: tuple[str, ...]
    actors: Mask
    datasets: Mask
    group: Ints
    fits: Mask
    written: Mask
    polarity: Ints
    rank: Ints
    said: Ints


def known(records: Records, relations: Mapping[str, Relation]) -> Known:
    """What there is to name, from records that keep the rules."""
    import numpy as np

    entities = sorted(records.of(Entity), key=lambda entity: entity.id)
    kinds = [relations[name] for name in sorted(relations)]
    groups = {found: number for number, found in enumerate(dict.fromkeys(map(classes, entities)))}
    rank, said = _ranked(entities)
    return Known(
        names=tuple(entity.id for entity in entities),
        kinds=tuple(kind.name for kind in kinds),
        actors=np.array([*(isinstance(entity, Actor) for entity in entities), False]),
        datasets=np.array([*(isinstance(entity, Source) and entity.kind is SourceKind.DATASET for entity in entities), False]),
        group=np.array([*(groups[classes(entity)] for entity in entities), len(groups)], np.int32),
        fits=_fits(kinds, list(groups)),
        written=np.array([*(not kind.derived and kind.name not in ELSEWHERE for kind in kinds), True]),
        polarity=np.array([*(kind.polarity for kind in kinds), 0], np.int8),
        rank=rank,
        said=said,
    )


def _fits(kinds: list[Relation], groups: list[frozenset[str]]) -> Mask:
    import numpy as np

    found = np.ones((len(kinds) + 1, 2, len(groups) + 1), bool)
    for row, kind in enumerate(kinds):
        for side, takes in enumerate((kind.subjects, kind.objects)):
            found[row, side, :-1] = [not takes or bool(takes & group) for group in groups]
    return found


def _ranked(entities: list[Entity]) -> tuple[Ints, Ints]:
    import numpy as np

    dates = [entity.date or entity.recorded if isinstance(entity, Source) else None for entity in entities]
    spans = {text: bounds(text) for text in dates if text}
    days = {text: (since_1970(span.earliest_begin), since_1970(span.latest_end)) for text, span in spans.items()}
    order = sorted(set(days.values()))
    ranks = [order.index(days[text]) if text else len(order) for text in dates]
    return np.array([*ranks, len(order)], np.int32), np.array(order, np.int32).reshape(-1, 2)
