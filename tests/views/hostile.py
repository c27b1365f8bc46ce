"""A corpus whose every text was written by somebody who means harm, or in a script that is easily broken."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from kg.model.conflicts import Conflict
from kg.model.dated import Dating, When
from kg.model.entities import Actor, Entity, Office, Place, Policy, Source
from kg.model.events import Event, Participation
from kg.model.evidence import Evidence, Quantity, Report
from kg.model.period import Period
from kg.model.records import Corpus, Record, Records
from kg.model.relations import Relation
from kg.model.resolved import Resolved, resolve
from kg.model.statements import Claim, Statement
from kg.model.vocabulary import ActorKind, ClaimKind, ConflictKind, EventKind, PolicyKind, Role, Scope, SourceKind, Status, WhenFrom
from kg.views import PageRequest
from kg.views.passages import Paragraph, Passages, Range
from kg.views.request import Group, Span

# Markup, quotes, templates and addresses that would run, had they the chance: each sets `ran`.
RUNS = (
    "</script><img src=x onerror=window.ran=1>",
    "<!--<script>window.ran=2",
    "</title></style></svg><script>window.ran=3</script>",
    "]]><svg onload=window.ran=4>",
    "\"'><iframe src=javascript:top.ran=5></iframe>",
    "{{7*7}}{% raw %}${window.ran=6}",
    "javascript:window.ran=7",
    "\" autofocus onfocus=window.ran=8 x='",
    "=cmd|' /C calc'!A0",
    "&lt;b&gt;&amp;&#60;script-src-goes-here",
)
# Names that every object of JavaScript has.
OWN = ("__proto__", "constructor", "toString", "hasOwnProperty")
SCRIPTS = (
    "right\u202eto left\u2066\u061c\u200f\u2028over\u2029",
    "Ki\u200bm\u200d\u2060\ufeff",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466\U0001f3f4\u200d\u2620\ufe0f\U0001f1f0\U0001f1f7",
    "Z" + "\u0336\u0350\u0489\u0316" * 10 + "algo",
    "x" * 300,
    "a name of many words, " * 13 + "at last",
    "\uae40\uc815\uc740 \uad6d\ubb34\uc704\uc6d0\uc7a5",
    "\u041f\u0443\u0442\u0438\u043d",
    "\u0645\u062d\u0645\u0648\u062f (1)",
    "\u05d9\u05e8\u05d5\u05e9\u05dc\u05d9\u05dd",
    "\uae40" * 300,
)
EMPTY = (" \t\n", "\u200b\u2060", "\u3164\u2800", "\u0301")
LABELS = (*RUNS, *OWN, *SCRIPTS, *EMPTY)
ADDRESSES = (
    "javascript:window.ran=9",
    "JaVaScRiPt:window.ran=10",
    " \x01javascript:window.ran=11",
    "java\nscript:window.ran=12",
    "data:text/html,<script>opener.ran=13</script>",
    "vbscript:msgbox",
    "//example.org/elsewhere",
    "https://example.org/\"onmouseover=window.ran=14 '<\u202e>",
)
# As the page says them: what disturbs its surroundings and what nobody would see is a visible sign.
SHOWN = {
    **{label: label for label in LABELS},
    SCRIPTS[0]: "right\ufffdto left\ufffd\ufffd\ufffd\ufffdover\ufffd",
    SCRIPTS[3]: SCRIPTS[3][:11] + "\ufffd" * 30 + "algo",
    **{label: "\ufffd" * len(label) for label in EMPTY},
}
KINDS = (ActorKind.STATE, ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.PUBLICATION, ActorKind.GOVERNMENT)
VERBS = ("friendlyTo", "unfriendlyTo", "sanctions", "metWith", "opposes")
DERIVED = ("leads", "proposes", "targets")


def text(i: int) -> str:
    """One text after the other, and round again."""
    return LABELS[i % len(LABELS)]


def name(i: int) -> str:
    """The id of an actor: where the label is a name that every object has, the label itself."""
    return text(i) if text(i) in OWN else f"actor-{i % len(LABELS)}"


def relation_kinds() -> dict[str, Relation]:
    """Kinds of relation that belong to a family each, and are named for harm."""
    signs = {"friendlyTo": 1, "unfriendlyTo": -1, "sanctions": -1}
    return {
        verb: Relation(name=verb, label=text(i), polarity=signs.get(verb, 0), symmetric=verb == "metWith")
        for i, verb in enumerate(VERBS + DERIVED)
    }


def hostile() -> Resolved:
    """Records of every kind, each text one of `LABELS`."""
    corpus = Corpus(title=text(0) + text(14), version=text(1), licence=text(2), base="https://example.org/")
    made: list[Record] = [*actors(), *others(), *events(), *sources(), *statements(), *conflicts()]
    return resolve(Records(corpus, {record.id: record for record in sorted(made, key=lambda record: record.id)}))


def common(i: int) -> dict[str, Any]:
    return {"label": text(i), "aliases": (text(i + 1), text(i + 2)), "definition": text(i + 3), "evidence": evidence(i)}


def actors() -> Iterator[Entity]:
    for i in range(len(LABELS)):
        yield Actor(id=name(i), kind=KINDS[i % len(KINDS)], **common(i))


def others() -> Iterator[Entity]:
    yield Office(id="office", of=name(0), role=text(5), **common(5))
    yield Place(id="place", **common(7))
    for i in (0, 4, 14):
        yield Policy(
            id=f"policy-{i}", kind=PolicyKind.MEASURE, when=When("2013/2014"), proponents=(name(i),), targets=(name(i + 1),), **common(i)
        )


def events() -> Iterator[Event]:
    """One event a label, each with a place, participants and figures; every third with datings that contradict each other."""
    for i in range(len(LABELS)):
        once = {"when": When("2013-05-01", after="place" if i % 2 else None, origin=WhenFrom.CONTEXT)}
        right = Dating("two", When("2014"), preferred=True, reason=text(i), evidence=evidence(i))
        yield Event(
            id=f"event-{i}",
            kind=EventKind.SUMMIT,
            participants=(Participation(name(i), Role.HOST), Participation(name(i + 1), Role.GUEST)),
            place="place",
            **(once if i % 3 else {"datings": (Dating("one", When("2013-07")), right)}),
            **common(i),
        )


def sources() -> Iterator[Source]:
    for i, address in enumerate(ADDRESSES):
        own = common(i) | {"evidence": ()}
        yield Source(id=f"source-{i}", kind=SourceKind.ARTICLE, url=address, authors=(name(i),), date="2016", **own)


def evidence(i: int) -> tuple[Evidence, ...]:
    source = f"source-{i % len(ADDRESSES)}"
    return Evidence(source=source, locator=text(i)), Evidence(source=source, paragraph=i + 1, chars=(0, len(text(i))))


def statements() -> Iterator[Statement | Claim]:
    """From every actor to the next one and to one beyond, in both eras; and from each to its event."""
    yield Claim(id="claim", kind=ClaimKind.ARGUMENT, about=(name(0),), gist=text(0), according_to=(name(1),), when=When("2013"))
    for i in range(len(LABELS)):
        for step in (1, 5):
            yield said(i, name(i + step), step)
        yield said(i, f"event-{i}", 3)


def said(i: int, object_: str, step: int) -> Statement:
    return Statement(
        id=f"said-{step}-{i}" if i or step > 1 else "valueOf",
        subject=name(i),
        relation="leads" if (i, step) == (5, 5) else VERBS[(i + step) % len(VERBS)],
        object=object_,
        when=When("2013/2014" if i % 3 else "2014"),
        according_to=(name(i + 2), name(i + 3)),
        reported_by=(Report(name(i + 4), "policy-0", "2015"),),
        because=("claim", f"event-{i}"),
        status=Status.PLANNED if i % 7 == 6 else Status.ACTUAL,
        quantities=(Quantity(text(i), Decimal(1), text(i + 1)),),
        evidence=evidence(i),
    )


def conflicts() -> Iterator[Conflict]:
    for i in range(0, len(LABELS), 4):
        sides = f"said-5-{i}", f"said-3-{i}"
        kind, scope = ConflictKind.WORDING, (Scope.WITHIN_SOURCE,)
        yield Conflict(id=f"conflict-{i}", kind=kind, scope=scope, disputes=sides, prefers=sides[0], reason=text(i), note=text(i + 1))


def carried(texts: dict[str, str] = SHOWN) -> Passages:
    """A paragraph a label, as `kg view --documents` would carry it, its text safe to show; the passage is its first half."""
    pieces = [piece for i in range(len(LABELS)) for piece in evidence(i) if piece.paragraph]
    paragraphs = tuple(Paragraph(piece.source, piece.paragraph, texts[text(i)]) for i, piece in enumerate(pieces))
    ranges = {piece: Range(i, 0, max(1, len(texts[text(i)]) // 2)) for i, piece in enumerate(pieces)}
    return Passages(paragraphs, ranges, ())


def request() -> PageRequest:
    """Two periodisations of two eras; the page opens with one that would turn the line around, the others are as long as can be."""
    groups = tuple(Group(f"group-{label}", text(label), tuple(spans(label))) for label in (13, 18))
    return PageRequest(groups=groups, title=text(0) + text(14) + text(18), documents=carried())


def spans(label: int) -> Iterator[Span]:
    for i, time in enumerate(("2013", "2014")):
        yield Span(f"era-{label}-{time}", text(label + i), Period.parse(time))
