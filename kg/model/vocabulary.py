"""The closed vocabularies of the records, as they are written in YAML.

Each word is defined, with label and example, in ``ontology/kg.ttl``; a test holds the two together.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "ActorKind",
    "ClaimKind",
    "Comparator",
    "ConflictKind",
    "EventKind",
    "Outcome",
    "PolicyKind",
    "Role",
    "Scope",
    "SourceKind",
    "Status",
    "WhenFrom",
    "Wording",
]


class ActorKind(StrEnum):
    STATE = "state"
    GOVERNMENT = "government"
    PERSON = "person"
    ORGANISATION = "organisation"
    INTERNATIONAL_BODY = "international-body"
    COMPANY = "company"
    GROUP = "group"
    PUBLICATION = "publication"


class EventKind(StrEnum):
    SUMMIT = "summit"
    VISIT = "visit"
    MEETING = "meeting"
    NEGOTIATION = "negotiation"
    VOTE = "vote"
    RESOLUTION = "resolution"
    SANCTION = "sanction"
    TEST = "test"
    ATTACK = "attack"
    DEPLOYMENT = "deployment"
    EXERCISE = "exercise"
    AGREEMENT = "agreement"
    ANNOUNCEMENT = "announcement"
    ELECTION = "election"
    WAR = "war"
    CONFERENCE = "conference"
    CEREMONY = "ceremony"
    PUBLICATION = "publication"
    OTHER = "other"


class PolicyKind(StrEnum):
    INITIATIVE = "initiative"
    DOCTRINE = "doctrine"
    MEASURE = "measure"
    SANCTIONS = "sanctions"
    PROJECT = "project"
    FORMAT = "format"
    AGREEMENT = "agreement"
    CONCEPT = "concept"


class SourceKind(StrEnum):
    ARTICLE = "article"
    BOOK = "book"
    RECORD = "record"
    DATASET = "dataset"
    REPORT = "report"


class Role(StrEnum):
    HOST = "host"
    GUEST = "guest"
    PARTICIPANT = "participant"
    SPEAKER = "speaker"
    MEDIATOR = "mediator"
    AGENT = "agent"
    TARGET = "target"
    BODY = "body"


class Outcome(StrEnum):
    AGREED = "agreed"
    FAILED = "failed"
    MIXED = "mixed"
    NONE = "none"


class Status(StrEnum):
    ACTUAL = "actual"
    PLANNED = "planned"
    CANCELLED = "cancelled"
    UNREALISED = "unrealised"
    FORECAST = "forecast"
    RECOMMENDED = "recommended"


class Wording(StrEnum):
    STATED = "stated"
    HEDGED = "hedged"
    IMPLIED = "implied"


class WhenFrom(StrEnum):
    TEXT = "text"
    CONTEXT = "context"


class ClaimKind(StrEnum):
    ARGUMENT = "argument"
    ASSESSMENT = "assessment"
    EXPECTATION = "expectation"
    RECOMMENDATION = "recommendation"


class ConflictKind(StrEnum):
    DATE = "date"
    FACT = "fact"
    CAUSE = "cause"
    ATTRIBUTION = "attribution"
    WORDING = "wording"
    IDENTITY = "identity"


class Scope(StrEnum):
    WITHIN_SOURCE = "within-source"
    BETWEEN_SOURCES = "between-sources"
    AGAINST_RECORD = "against-record"


class Comparator(StrEnum):
    EXACTLY = "exactly"
    ABOUT = "about"
    AT_LEAST = "at-least"
    MORE_THAN = "more-than"
    LESS_THAN = "less-than"
    AT_MOST = "at-most"
