"""How kinds of relation and kinds of entity look: the one place where a colour, a dash or a head is changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.model.relations import Relation

__all__ = ["FAMILIES", "KINDS", "STATUSES", "UNREAL", "Family", "Kind", "family_of", "root_of"]


@dataclass(frozen=True, slots=True)
class Family:
    """Relation kinds that share one look: colour, dash and head together, never colour alone.

    ``dash`` is in px, empty for a solid line; ``head`` is one of vis-network's arrow types, empty
    for none; ``shown`` says whether the page opens with it.
    """

    id: str
    label: str
    light: str
    dark: str
    dash: tuple[int, ...]
    head: str
    width: float
    shown: bool = True


# Colours, dashes and heads of the first four: views.md rule 6, safe for colour-blind readers.
FAMILIES = (
    Family("friendly", "Friendly", "#0072B2", "#56B4E9", (), "arrow", 1.8),
    Family("unfriendly", "Unfriendly", "#C24A00", "#E69F00", (8, 5), "vee", 1.8),
    Family("sanctions", "Sanctions", "#6A1B4D", "#E08AC0", (10, 4, 2, 4), "bar", 1.8),
    Family("meetings", "Summits, meetings", "#00795A", "#2CCB9E", (2, 3), "", 1.8),
    Family("votes", "Votes", "#6B5B00", "#D8C74A", (14, 4), "circle", 1.4),
    Family("other", "Other, neutral", "#5F6B7A", "#A9B4C0", (), "triangle", 1.3),
    Family("leads", "Leads a state", "#8A939E", "#7D8792", (), "", 1.0),
    Family("policies", "Policies", "#8A939E", "#7D8792", (5, 3), "triangle", 1.0),
    Family("roles", "Offices, works", "#8A939E", "#7D8792", (1, 3), "", 1.0, shown=False),
)

# What did not happen, was planned or is denied, whatever its family.
UNREAL = Family("unreal", "Not so, or not yet", "#7A828C", "#8C96A1", (3, 5), "inv_curve", 1.0)

# Kinds of relation, each standing for those narrower; all others go by their sign.
_ROOTS = {
    "sanctions": "sanctions",
    "metWith": "meetings",
    "attends": "meetings",
    "hosts": "meetings",
    "invites": "meetings",
    "negotiatesWith": "meetings",
    "consultsWith": "meetings",
    "votesFor": "votes",
    "votesAgainst": "votes",
    "abstainsOn": "votes",
    "leads": "leads",
    "proposes": "policies",
    "targets": "policies",
    "continues": "policies",
    "repackages": "policies",
    "adopts": "policies",
    "deploys": "policies",
    "participatesIn": "policies",
    "holdsOffice": "roles",
    "memberOf": "roles",
    "authorOf": "roles",
    "editorOf": "roles",
    "publisherOf": "roles",
    "cites": "roles",
    "succeeds": "roles",
}


# What a statement says of its own truth: names in the legend. A denied one is negated, whatever its status.
STATUSES = {
    "actual": "Is or was so",
    "planned": "Planned",
    "cancelled": "Called off",
    "unrealised": "Did not come about",
    "forecast": "Forecast",
    "recommended": "Recommended",
    "denied": "Denied: the holder says it is not so",
}


def family_of(name: str, polarity: int, relations: Mapping[str, Relation]) -> str:
    """The id of the family of a kind of relation, given the polarity of the statement.

    >>> family_of("metWith", 0, {})
    'meetings'
    """
    return root_of(name, relations) or ("friendly" if polarity > 0 else "unfriendly" if polarity < 0 else "other")


def root_of(name: str, relations: Mapping[str, Relation]) -> str | None:
    """The id of the family to which all statements of a kind belong; none where each goes by its polarity."""
    seen: set[str] = set()
    kind: str | None = name
    while kind is not None and kind not in seen:
        if kind in _ROOTS:
            return _ROOTS[kind]
        seen.add(kind)
        kind = relations[kind].broader if kind in relations else None
    return None


@dataclass(frozen=True, slots=True)
class Kind:
    """The shape of a kind of entity; ``inside``: the label stands in the shape; ``shown``: the page opens with it."""

    id: str
    label: str
    shape: str
    light: str
    dark: str
    font: int = 15
    inside: bool = False
    shown: bool = True


# Shapes: views.md rule 7. The page opens with actors alone: what they think of policies and events is one switch away.
KINDS = {
    kind.id: kind
    for kind in (
        Kind("state", "State", "box", "#CFE2F3", "#23445F", 19, inside=True),
        Kind("government", "Government", "box", "#E3EDF6", "#1C3549", 15, inside=True),
        Kind("person", "Person", "ellipse", "#F1F3F5", "#2B3137", 15, inside=True),
        Kind("organisation", "Organisation", "diamond", "#FFDFA8", "#8A6420"),
        Kind("international-body", "International body", "diamond", "#FFDFA8", "#8A6420"),
        Kind("company", "Company", "diamond", "#F3E4C8", "#6E5A34"),
        Kind("group", "Group", "hexagon", "#E9E2F5", "#4D4068"),
        Kind("publication", "Publication", "square", "#EDEDED", "#555B61"),
        Kind("source", "Source", "square", "#EDEDED", "#555B61", shown=False),
        Kind("policy", "Policy", "triangle", "#CFEBDD", "#2E6650", shown=False),
        Kind("event", "Event", "dot", "#F6D5D0", "#7A3B33", shown=False),
        Kind("office", "Office", "star", "#E6E6E6", "#5A6068", shown=False),
        Kind("place", "Place", "triangleDown", "#E6E6E6", "#5A6068", shown=False),
        Kind("era", "Era", "dot", "#E6E6E6", "#5A6068", shown=False),
    )
}
