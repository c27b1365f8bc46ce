"""An invented peninsula: actors, three eras and forty statements, built from the model's own records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kg.model.conflicts import Conflict
from kg.model.dated import Dating, When
from kg.model.entities import Actor, Office, Policy, Source
from kg.model.events import Event, Participation
from kg.model.evidence import Evidence, Quantity, Report
from kg.model.period import Period
from kg.model.records import Corpus, Record, Records
from kg.model.relations import Relation
from kg.model.resolved import Resolved, resolve
from kg.model.statements import Statement
from kg.model.vocabulary import ActorKind, ConflictKind, EventKind, PolicyKind, Role, Scope, SourceKind, Status, WhenFrom, Wording
from kg.views import PageRequest
from kg.views.request import Group, Span

STATES = {
    "russia": ("Russia", "RU"),
    "china": ("China", "CN"),
    "north-korea": ("North Korea", "KP"),
    "south-korea": ("South Korea", "KR"),
    "japan": ("Japan", "JP"),
    "united-states": ("United States", "US"),
}
# Person, label, state, tenure: invented dates, two holders of one office after each other.
LEADERS = (
    ("vladimir-putin", "Vladimir Putin", "russia", "2012-05-07/2019"),
    ("xi-jinping", "Xi Jinping", "china", "2013-03-14/2019"),
    ("kim-jong-un", "Kim Jong Un", "north-korea", "2011-12-30/2019"),
    ("park-geun-hye", "Park Geun-hye", "south-korea", "2013-02-25/2015-12-31"),
    ("moon-jae-in", "Moon Jae-in", "south-korea", "2017-05-10/2019"),
    ("shinzo-abe", "Shinzo Abe", "japan", "2012-12-26/2019"),
    ("barack-obama", "Barack Obama", "united-states", "2013/2015"),
    ("donald-trump", "Donald Trump", "united-states", "2017-01-20/2019"),
)
# Subject, relation, object, when, whose view, more.
SAID: tuple[tuple[str, str, str, str, str, dict[str, Any]], ...] = (
    ("russia", "friendlyTo", "north-korea", "2013/2015", "undisputed", {}),
    ("russia", "aids", "north-korea", "2014", "gilbert-rozman", {"quantities": (Quantity("debt-relief", 10, "billion USD"),)}),  # type: ignore[arg-type]
    ("north-korea", "supports", "russia", "2014", "gilbert-rozman", {"wording": Wording.IMPLIED, "because": ("crimea-vote",)}),
    ("north-korea", "votesAgainst", "crimea-vote", "2014", "undisputed", {}),
    ("south-korea", "abstainsOn", "crimea-vote", "2014", "undisputed", {}),
    ("south-korea", "sanctions", "russia", "2014", "undisputed", {"negated": True}),
    ("united-states", "sanctions", "russia", "2014/2019", "undisputed", {}),
    ("japan", "sanctions", "russia", "2014/2016", "undisputed", {"wording": Wording.HEDGED}),
    ("united-states", "sanctions", "north-korea", "2013/2019", "undisputed", {}),
    ("south-korea", "sanctions", "north-korea", "2016/2019", "undisputed", {}),
    ("north-korea", "threatens", "south-korea", "2013", "south-korea", {}),
    ("north-korea", "threatens", "united-states", "2013/2017", "united-states", {}),
    ("united-states", "threatens", "north-korea", "2017", "north-korea", {}),
    ("china", "criticises", "north-korea", "2013/2017", "gilbert-rozman", {}),
    ("china", "friendlyTo", "north-korea", "2018/2019", "undisputed", {}),
    ("north-korea", "distrusts", "china", "2013/2016", "gilbert-rozman", {"wording": Wording.IMPLIED}),
    ("china", "pressures", "south-korea", "2016/2017", "south-korea", {}),
    ("china", "courts", "south-korea", "2013/2015", "gilbert-rozman", {}),
    ("south-korea", "courts", "russia", "2013/2019", "vladimir-putin", {}),
    ("vladimir-putin", "criticises", "south-korea", "2017~", "vladimir-putin", {"reported_by": (Report("gilbert-rozman", None, "2021"),)}),
    ("russia", "coordinatesWith", "china", "2016/2019", "undisputed", {}),
    ("russia", "opposes", "thaad", "2016/2017", "russia", {}),
    ("china", "opposes", "thaad", "2016/2017", "china", {}),
    ("united-states", "alliedWith", "south-korea", "2013/2019", "undisputed", {}),
    ("united-states", "alliedWith", "japan", "2013/2019", "undisputed", {}),
    ("japan", "unfriendlyTo", "south-korea", "2013/2019", "gilbert-rozman", {}),
    ("south-korea", "unfriendlyTo", "japan", "2019", "gilbert-rozman", {}),
    ("south-korea", "tradesWith", "russia", "2013/2015", "undisputed", {}),
    ("south-korea", "friendlyTo", "north-korea", "2018", "undisputed", {}),
    ("north-korea", "friendlyTo", "south-korea", "2018", "gilbert-rozman", {}),
    ("russia", "mediatesIn", "six-party-talks", "2016/2019", "russia", {"status": Status.PLANNED}),
    ("russia", "memberOf", "un-security-council", "2013/2019", "undisputed", {}),
    ("china", "memberOf", "un-security-council", "2013/2019", "undisputed", {}),
    ("un-security-council", "sanctions", "north-korea", "2013/2019", "undisputed", {}),
    ("iaea", "criticises", "north-korea", "2013/2017", "undisputed", {}),
    ("kim-jong-un", "invites", "vladimir-putin", "2018", "undisputed", {"status": Status.UNREALISED}),
    ("gilbert-rozman", "authorOf", "east-asia-paper", "2019", "undisputed", {}),
    ("new-northern-policy", "repackages", "eurasian-initiative", "2017/2018", "gilbert-rozman", {}),
    ("russia", "supports", "eurasian-initiative", "2013/2015", "gilbert-rozman", {}),
    ("russia", "supports", "new-northern-policy", "2017/2019", "moon-jae-in", {}),
)
KINDS: tuple[tuple[str, int, bool, str | None], ...] = (
    ("relatedTo", 0, False, None),
    ("friendlyTo", 1, False, "relatedTo"),
    ("supports", 1, False, "friendlyTo"),
    ("aids", 1, False, "supports"),
    ("cooperatesWith", 1, True, "relatedTo"),
    ("coordinatesWith", 1, True, "cooperatesWith"),
    ("alliedWith", 1, True, "relatedTo"),
    ("courts", 1, False, "friendlyTo"),
    ("unfriendlyTo", -1, False, "relatedTo"),
    ("criticises", -1, False, "unfriendlyTo"),
    ("distrusts", -1, False, "unfriendlyTo"),
    ("threatens", -1, False, "unfriendlyTo"),
    ("pressures", -1, False, "unfriendlyTo"),
    ("opposes", -1, False, "unfriendlyTo"),
    ("sanctions", -1, False, "unfriendlyTo"),
    ("votesAgainst", -1, False, "relatedTo"),
    ("abstainsOn", 0, False, "relatedTo"),
    ("metWith", 0, True, "relatedTo"),
    ("invites", 0, False, "relatedTo"),
    ("tradesWith", 0, True, "relatedTo"),
    ("mediatesIn", 0, False, "relatedTo"),
    ("memberOf", 0, False, "relatedTo"),
    ("holdsOffice", 0, False, "relatedTo"),
    ("leads", 0, False, "relatedTo"),
    ("authorOf", 0, False, "relatedTo"),
    ("proposes", 0, False, "relatedTo"),
    ("targets", 0, False, "relatedTo"),
    ("repackages", 0, False, "relatedTo"),
)
WORDS = {"friendlyTo": "is friendly to", "unfriendlyTo": "is unfriendly to", "metWith": "met with", "alliedWith": "is allied with"}


def relation_kinds() -> dict[str, Relation]:
    """The kinds used below, each with its polarity, symmetry and broader kind."""
    return {
        name: Relation(name=name, label=WORDS.get(name, name), polarity=polarity, symmetric=symmetric, broader=broader)
        for name, polarity, symmetric, broader in KINDS
    }


def passage(number: int) -> tuple[Evidence, ...]:
    return (Evidence(source="rozman-2022", paragraph=number, chars=(100 * number, 100 * number + 80)),)


def peninsula() -> dict[str, Record]:
    """Entities, events and statements, by id."""
    conflict = Conflict(
        id="aid-or-not",
        kind=ConflictKind.ATTRIBUTION,
        scope=(Scope.WITHIN_SOURCE,),
        disputes=("russia-aids-north-korea-2", "china-criticises-north-korea-14"),
    )
    states = [Actor(id=name, label=label, kind=ActorKind.STATE, iso3166=code) for name, (label, code) in STATES.items()]
    made: list[Record] = [*states, *leaders(), *policies(), *others(), *sayings(), conflict]
    return {record.id: record for record in sorted(made, key=lambda r: r.id)}


def leaders() -> Iterator[Record]:
    """The leaders, their offices, and when they held them."""
    for name, label, state, tenure in LEADERS:
        office = f"leader-of-{state}"
        yield Actor(id=name, label=label, kind=ActorKind.PERSON)
        yield Office(id=office, label=f"Leader of {state}", of=state, role="head-of-state", leads=True)
        yield Statement(
            id=f"{name}-leader",
            subject=name,
            relation="holdsOffice",
            object=office,
            when=When(tenure),
            according_to=("undisputed",),
            evidence=(Evidence(source="wikidata", locator=f"{name} P39"),),
        )


def sayings() -> Iterator[Record]:
    """The statements of `SAID`, every seventh dated by context."""
    for number, (subject, relation, object_, when, holder, more) in enumerate(SAID, 1):
        yield Statement(
            id=f"{subject}-{relation.lower()}-{object_}-{number}",
            subject=subject,
            relation=relation,
            object=object_,
            when=When(when, origin=WhenFrom.CONTEXT if number % 7 == 0 else WhenFrom.TEXT),
            according_to=(holder,),
            evidence=passage(number),
            **more,
        )


def policies() -> list[Record]:
    return [
        Policy(
            id="thaad",
            label="THAAD deployment",
            kind=PolicyKind.MEASURE,
            when=When("2016/2017"),
            proponents=("united-states", "south-korea"),
        ),
        Policy(id="six-party-talks", label="Six-Party Talks", kind=PolicyKind.FORMAT, when=When("2003/2019"), evidence=passage(1)),
        Policy(
            id="eurasian-initiative",
            label="Eurasian Initiative",
            kind=PolicyKind.INITIATIVE,
            when=When("2013/2015"),
            proponents=("park-geun-hye",),
            targets=("russia",),
        ),
        Policy(
            id="new-northern-policy",
            label="New Northern Policy",
            kind=PolicyKind.INITIATIVE,
            when=When("2017/2019"),
            proponents=("moon-jae-in",),
            targets=("russia",),
        ),
    ]


def others() -> list[Record]:
    """What is neither state, leader, policy nor statement."""
    return [
        Actor(id="gilbert-rozman", label="Gilbert Rozman", kind=ActorKind.PERSON, definition="Writes on the region."),
        Actor(id="un-security-council", label="UN Security Council", kind=ActorKind.INTERNATIONAL_BODY, aliases=("UNSC",)),
        Actor(id="iaea", label="IAEA", kind=ActorKind.INTERNATIONAL_BODY),
        Actor(id="east-asia-paper", label="East Asia Paper", kind=ActorKind.PUBLICATION),
        Event(id="crimea-vote", label="Vote on Crimea", kind=EventKind.VOTE, when=When("2014-03-27")),
        summit("singapore-summit", "2018-06-12", "donald-trump", "kim-jong-un"),
        summit("beijing-visit", "2018-03", "xi-jinping", "kim-jong-un"),
        summit("panmunjom-summit", "2018-04-27", "moon-jae-in", "kim-jong-un"),
        Event(
            id="vladivostok-summit",
            label="Vladivostok summit",
            kind=EventKind.SUMMIT,
            participants=(Participation("kim-jong-un", Role.GUEST), Participation("vladimir-putin", Role.HOST)),
            datings=(
                Dating("as-2018", When("2018"), evidence=passage(36)),
                Dating("on-record", When("2019-04-25"), preferred=True, reason="the host's record gives the day", evidence=passage(37)),
            ),
        ),
        Source(id="wikidata", label="Wikidata", kind=SourceKind.RECORD, url="https://www.wikidata.org/", recorded="2019-12-31"),
        Source(id="rozman-2022", label="Rozman 2022", kind=SourceKind.ARTICLE, authors=("gilbert-rozman",), date="2022"),
    ]


def summit(name: str, day: str, host: str, guest: str) -> Event:
    took_part = (Participation(guest, Role.GUEST), Participation(host, Role.HOST))
    return Event(
        id=name,
        label=name.replace("-", " ").capitalize(),
        kind=EventKind.SUMMIT,
        when=When(day),
        participants=took_part,
        evidence=passage(40),
    )


def eras() -> tuple[Span, ...]:
    """Three eras, plain periods here."""
    return tuple(
        Span(f"era-{text[:4]}", text.replace("/", "\u2013"), Period.parse(text)) for text in ("2013/2015", "2016/2017", "2018/2019")
    )


def resolved_of(records: Mapping[str, Record]) -> Resolved:
    corpus = Corpus(title="Invented peninsula", version="1", licence="CC0", base="https://example.org/")
    return resolve(Records(corpus, records))


def request_for(title: str = "Invented peninsula, 2013\u20132019", **more: Any) -> PageRequest:
    return PageRequest(groups=(Group("eras", "Era", eras()),), title=title, **more)
