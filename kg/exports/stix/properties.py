"""The definition of the extension that holds what STIX has no property for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from uuid import NAMESPACE_URL, uuid5

from kg.exports.stix.writer import Object
from kg.rdf.namespaces import COMITY

__all__ = ["EXTENSION", "PROPERTIES", "definition"]

_VERSION = "1.0.0"
_DECLARED = "2026-01-01T00:00:00.000Z"  # the day of this version of the extension; a new version has a new one
_NAMESPACE = uuid5(NAMESPACE_URL, COMITY)
EXTENSION = f"extension-definition--{uuid5(_NAMESPACE, 'stix-extension')}"

# What the extension adds, by property: those of nested objects too. ``…_ref`` and ``…_refs`` hold STIX ids.
PROPERTIES: Mapping[str, str] = {
    "according_to_refs": "who holds the view",
    "actor_ref": "who takes part",
    "adopted_by_ref": "event that adopted the policy",
    "after_ref": "event after which it was",
    "aliases": "other names",
    "author": "whether the reporter is the author of a source cited",
    "author_refs": "authors of the source",
    "because_refs": "grounds that the holder gives",
    "before_ref": "event before which it was",
    "by_ref": "who reports the view",
    "comparator": "exactly, about, at-least, more-than, less-than or at-most",
    "compared_to_ref": "what the figure is compared to",
    "container": "work that the source is part of",
    "coreferent": "passages that mean the record without naming it",
    "country_ref": "state that the place lies in",
    "cow": "number of the state in the Correlates of War project",
    "dating": "name of the dating that is meant",
    "datings": "accounts of when that do not agree",
    "default_periodisation": "name of the periodisation that is used first",
    "derived_from_ref": "what the statement follows from",
    "disputed": "whether a conflict names it or something that it rests on",
    "disputes": "what cannot all be right",
    "earliest_begin": "first day on which it may have begun; 0001-01-01: open",
    "earliest_end": "first day on which it may have ended",
    "edtf": "date in the Extended Date/Time Format, levels 0 and 1",
    "event_ref": "event that the statement realises",
    "former_ids": "ids that the record had",
    "inside_ref": "work in which it is reported",
    "iso3166": "code of the state in ISO 3166-1 alpha-2",
    "held": "false where a statement is there only because another object refers to it, outside the time or view asked for",
    "kind": "kind of record",
    "label": "name to be shown",
    "latest_begin": "last day on which it may have begun",
    "latest_end": "last day on which it may have ended; 9999-12-31: open or unknown",
    "leads": "whether the holder of the office leads the state",
    "length": "length of the source's text in code points",
    "measure": "what is measured",
    "name": "name of a dating or periodisation",
    "negated": "whether the holder says that it is not so",
    "note": "remark",
    "of_ref": "state or body that the office is of",
    "order": "place in the periodisation",
    "origin": "text or context: where the date is from",
    "outcome": "agreed, failed, mixed or none",
    "paragraphs": "code points at which paragraphs start",
    "part_of_ref": "event or policy that it is part of",
    "participants": "who takes part, with roles",
    "passages": "passages that say so",
    "periodisation": "name of the periodisation that the era belongs to",
    "periodisations": "ways to divide time into eras",
    "place_ref": "where it was",
    "polarity": "sign that the statement itself gives, where its kind of relation has none",
    "preferred": "whether the dating is preferred",
    "prefers": "what is preferred, not necessarily one of those in dispute",
    "proponent_refs": "who proposes the policy",
    "publisher_ref": "who publishes the source",
    "published": "when the source was published, in the Extended Date/Time Format",
    "quantities": "figures",
    "reason": "why it is preferred",
    "record_ref": "record that is meant",
    "recorded": "day on which the source was read",
    "relation": "kind of relation",
    "reported_by": "who passes the view on, nearest to the holder first",
    "role": "role in an event, or of an office",
    "said": "when the view was voiced, in the Extended Date/Time Format",
    "scope": "between what accounts the conflict is",
    "seats": "how many may hold the office at once",
    "sha256": "hash of the source's text",
    "sign": "1 friendly, -1 unfriendly, 0 neither or denied",
    "status": "actual, planned, cancelled, unrealised, forecast or recommended",
    "target_refs": "whom the policy aims at",
    "undisputed": "whether nobody disputes it, so that no holder is named",
    "unit": "unit of the figure",
    "value": "figure, in decimal digits",
    "version": "version of the corpus",
    "when": "when it held",
    "wording": "stated, hedged or implied",
}


def definition() -> Iterator[Object]:
    """The extension's definition, and the identity of the project that defines it: the same in every export."""
    common = {"spec_version": "2.1", "created": _DECLARED, "modified": _DECLARED}
    project = f"identity--{uuid5(_NAMESPACE, 'stix-project')}"
    yield common | {"type": "identity", "id": project, "name": "Comity", "identity_class": "organization"}
    yield common | {
        "type": "extension-definition",
        "id": EXTENSION,
        "created_by_ref": project,
        "name": "Comity",
        "description": "Time, view, wording, status and dispute of statements, and all else that a record says beyond STIX.",
        "schema": "\n".join(f"{name}: {told}" for name, told in PROPERTIES.items()),
        "version": _VERSION,
        "extension_types": ["property-extension"],
    }
