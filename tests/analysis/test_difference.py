"""How two eras differ: what began, ended, changed sign, was kept, and that the second follows from the first by it."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kg
from kg.analysis.difference import Change, Difference, PairChange, Told, difference, sign_in_words
from kg.analysis.pairs import Pair, Sign
from kg.errors import UnknownName
from kg.graph import Graph
from kg.model.entities import Era
from kg.model.records import Record
from tests.analysis.build import RELATIONS, known
from tests.model.build import era, state, statement
from tests.model.enumeration import ENUMERATED

NAMES = "austria", "bohemia", "carinthia", "dalmatia", "elsass", "friuli"
ERAS = era("dawn", "2010-01-01/2010-12-31"), era("noon", "2011-01-01/2011-12-31", order=2)
DAWN, NOON, BOTH = "2010", "2011", "2010-01-01/2011-12-31"


def compared(*items: Record, certain: bool = False, seen: str | None = None) -> Difference:
    """Noon against dawn, with a state for every name."""
    resolved, index = known(*ERAS, *map(state, NAMES), *items)
    return difference(resolved, RELATIONS, index, "dawn", "noon", certain=certain, as_seen_by=seen)


def turned(name: str, other: str) -> list[Record]:
    """A pair that changes from friendly to unfriendly."""
    return [
        statement(f"{name}-{other}-warm", f"{name} courts {other}", DAWN),
        statement(f"{name}-{other}-cold", f"{name} criticises {other}", NOON),
    ]


def test_pairs_and_statements_begin_end_change_and_stay() -> None:
    found = compared(
        statement("ended", "bohemia courts austria", DAWN),
        statement("begun", "austria tradesWith carinthia", NOON),
        statement("warm", "austria courts dalmatia", BOTH),
        statement("cold", "dalmatia criticises austria", NOON),
        statement("old-trade", "bohemia tradesWith carinthia", DAWN),
        statement("new-trade", "bohemia tradesWith carinthia", NOON),
        statement("long-trade", "bohemia tradesWith carinthia", BOTH),
        statement("elsewhere", "elsass courts friuli", "1999"),
    )
    assert (found.first, found.second) == ERAS
    assert found.pairs == (
        PairChange(("austria", "bohemia"), ("Austria", "Bohemia"), "+", None, (), ("ended",), ()),
        PairChange(("austria", "carinthia"), ("Austria", "Carinthia"), None, "0", ("begun",), (), ()),
        PairChange(("austria", "dalmatia"), ("Austria", "Dalmatia"), "+", "mixed", ("cold",), (), ("warm",)),
        PairChange(("bohemia", "carinthia"), ("Bohemia", "Carinthia"), "0", "0", ("new-trade",), ("old-trade",), ("long-trade",)),
    )
    assert [pair.change for pair in found.pairs] == [Change.ENDED, Change.BEGAN, Change.CHANGED, Change.KEPT]
    assert found.counts == {
        "pairs": {"began": 1, "ended": 1, "changed": 1, "kept": 1},
        "statements": {"began": 3, "ended": 2, "kept": 2},
    }


def test_neutral_is_not_the_same_as_no_statement() -> None:
    (pair,) = compared(statement("trade", "austria tradesWith bohemia", NOON)).pairs
    assert (pair.before, pair.after, pair.change) == (None, "0", Change.BEGAN)
    assert [sign_in_words(sign) for sign in (None, "0", "+", "-", "mixed")] == ["no statement", "0", "+", "−", "mixed"]


def test_certainty_and_a_view_narrow_both_eras() -> None:
    vague = statement("vague", "austria courts bohemia", "[2010..2011]", according_to=("austria",))
    sharp = statement("sharp", "austria criticises bohemia", NOON, according_to=("bohemia",))
    assert [(p.before, p.after) for p in compared(vague, sharp).pairs] == [("+", "mixed")]
    assert [(p.before, p.after) for p in compared(vague, sharp, certain=True).pairs] == [(None, "-")]
    assert [(p.before, p.after) for p in compared(vague, sharp, seen="austria").pairs] == [("+", "+")]
    assert compared(vague, sharp, seen="austria", certain=True).pairs == ()


def test_an_era_against_itself_keeps_everything(freedonia: Path) -> None:
    found = kg.load(freedonia).difference("late", "late")
    assert found.counts == {"pairs": {"began": 0, "ended": 0, "changed": 0, "kept": 4}, "statements": {"began": 0, "ended": 0, "kept": 5}}
    assert found.sentence == "Late against Late: 0 pairs began, 0 ended, 0 changed sign, 4 kept theirs."


@pytest.mark.parametrize(
    ("items", "sentence"),
    [
        ([], "0 pairs began, 0 ended, 0 changed sign, 0 kept theirs."),
        ([statement("begun", "austria courts bohemia", NOON)], "1 pair began, 0 ended, 0 changed sign, 0 kept theirs."),
        (
            turned("austria", "bohemia"),
            "0 pairs began, 0 ended, 1 changed sign, 0 kept theirs. Changed sign: Austria – Bohemia (+ to −).",
        ),
        (
            [*turned("dalmatia", "austria"), *turned("carinthia", "austria"), *turned("bohemia", "austria")],
            "0 pairs began, 0 ended, 3 changed sign, 0 kept theirs. Changed sign: "
            "Austria – Bohemia (+ to −), Austria – Carinthia (+ to −), Austria – Dalmatia (+ to −).",
        ),
        (
            [record for name in ("friuli", "elsass", "dalmatia", "carinthia", "bohemia") for record in turned(name, "austria")],
            "0 pairs began, 0 ended, 5 changed sign, 0 kept theirs. Changed sign: "
            "Austria – Bohemia (+ to −), Austria – Carinthia (+ to −), Austria – Dalmatia (+ to −) and 2 more.",
        ),
    ],
    ids=["nothing", "one pair began", "one changed", "three changed", "five changed"],
)
def test_the_sentence_counts_pairs_and_names_at_most_three_of_another_sign(items: list[Record], sentence: str) -> None:
    assert compared(*items).sentence == f"Noon against Dawn: {sentence}"


def test_statements_are_told_with_date_holder_manner_and_passages(freedonia: Path) -> None:
    found = kg.load(freedonia).difference("early", "late", as_seen_by="press")
    assert found.statements == {
        "ball--firefly--trentino--met": Told("Firefly met with Trentino", "1932-06-01", "undisputed", "", ("gazette, June",)),
        "distrust": Told("Sylvania distrusts Freedonia", "1931-11-01/..", "The press", "", ("gazette, g",)),
        "reign": Told("Firefly holds office Head", "1931-01-01/1933-12-31", "undisputed", "", ("gazette, h",)),
        "reign--leads": Told("Firefly leads Freedonia", "1931-01-01/1933-12-31", "undisputed", "", ("gazette, h",)),
        "sanctions": Told("Freedonia sanctions Sylvania", "1932", "undisputed", "", ("gazette, d",)),
    }


def test_json_has_every_pair_and_the_passages_of_every_statement() -> None:
    items = [*turned("bohemia", "austria"), statement("begun", "austria courts carinthia", NOON)]
    found = compared(*items, certain=True, seen="austria")
    assert json.loads(found.to_json()) == {
        "first": {"id": "dawn", "label": "Dawn"},
        "second": {"id": "noon", "label": "Noon"},
        "certain": True,
        "as-seen-by": "austria",
        "sentence": found.sentence,
        "counts": {"pairs": {"began": 1, "ended": 0, "changed": 1, "kept": 0}, "statements": {"began": 2, "ended": 1, "kept": 0}},
        "pairs": [
            {
                "between": ["austria", "bohemia"], "before": "+", "after": "-", "change": "changed",
                "began": ["bohemia-austria-cold"], "ended": ["bohemia-austria-warm"], "kept": [],
            },
            {
                "between": ["austria", "carinthia"], "before": None, "after": "+", "change": "began",
                "began": ["begun"], "ended": [], "kept": [],
            },
        ],
        "evidence": {"begun": [], "bohemia-austria-cold": [], "bohemia-austria-warm": []},
    }  # fmt: skip


def test_an_unknown_era_names_the_nearest(freedonia: Path) -> None:
    graph = kg.load(freedonia)
    for pair in (("erly", "late"), ("late", "erly")):
        with pytest.raises(UnknownName, match="no era 'erly'; nearest: early"):
            graph.difference(*pair)
    with pytest.raises(UnknownName, match="no era 'freedonia'"):
        graph.difference("early", "freedonia")
    with pytest.raises(UnknownName, match="no actor 'pres'; nearest: press"):
        graph.difference("early", "late", as_seen_by="pres")


Content = tuple[frozenset[str], dict[Pair, Sign]]


def drawn(graph: Graph, name: str) -> Content:
    """An era's statements and signs of pairs, as the network has them."""
    signs: dict[Pair, set[int]] = {}
    edges = list(graph.network(era=name).edges(keys=True, data="sign"))
    for start, end, _, sign in edges:
        a, b = sorted((start, end))
        signs.setdefault((a, b), set()).add(sign)
    return frozenset(key for _, _, key, _ in edges), {pair: word(of) for pair, of in signs.items()}


def word(signs: set[int]) -> Sign:
    """By enumeration of what may occur."""
    words: dict[tuple[bool, bool], Sign] = {(True, True): "mixed", (True, False): "+", (False, True): "-", (False, False): "0"}
    return words[1 in signs, -1 in signs]


def test_applied_to_any_era_of_the_shipped_corpus_it_gives_any_other() -> None:
    graph = kg.load()
    default = graph.records.records.corpus.default_periodisation
    content = {e.id: drawn(graph, e.id) for e in graph.records.records.of(Era) if e.periodisation == default}
    assert len(content) == 7
    for first, second in itertools.product(content, repeat=2):
        assert graph.difference(first, second).applied(*content[first]) == content[second]


def test_applied_to_an_era_of_a_small_corpus_it_gives_the_other(freedonia: Path) -> None:
    graph = kg.load(freedonia)
    early, late = drawn(graph, "early"), drawn(graph, "late")
    assert early != late
    assert graph.difference("early", "late").applied(*early) == late
    assert graph.difference("late", "early").applied(*late) == early


ENDS = st.sampled_from(NAMES[:3])
SAID = st.tuples(
    ENDS, st.sampled_from(["courts", "criticises", "tradesWith"]), ENDS, st.integers(2009, 2012), st.integers(0, 2), st.booleans()
)
Said = tuple[str, str, str, int, int, bool]


def enumerated(said: list[Said], year: int) -> Content:
    """Statements and signs of pairs in a year, by the years that each statement lasts."""
    held = {f"s{i}": s for i, s in enumerate(said) if year in range(s[3], s[3] + s[4] + 1) and not s[5]}
    signs: dict[Pair, set[int]] = {}
    for subject, relation, object_, *_ in held.values():
        pair = min(subject, object_), max(subject, object_)
        signs.setdefault(pair, set()).add({"courts": 1, "criticises": -1, "tradesWith": 0}[relation])
    return frozenset(held), {pair: word(of) for pair, of in signs.items()}


@settings(ENUMERATED, max_examples=150)
@given(st.lists(SAID, max_size=8), st.booleans())
def test_applied_to_the_first_era_of_any_records_it_gives_the_second_and_the_other_way_round_is_its_mirror(
    said: list[Said], certain: bool
) -> None:
    resolved, index = known(
        *ERAS,
        *map(state, NAMES),
        *(
            statement(f"s{i}", f"{subject} {relation} {object_}", f"{year}-01-01/{year + more}-12-31", negated=negated)
            for i, (subject, relation, object_, year, more, negated) in enumerate(said)
        ),
    )
    there, back = (difference(resolved, RELATIONS, index, *pair, certain=certain) for pair in (("dawn", "noon"), ("noon", "dawn")))
    assert there.applied(*enumerated(said, 2010)) == enumerated(said, 2011)
    assert [(p.between, p.before, p.after, p.began, p.ended, p.kept) for p in there.pairs] == [
        (p.between, p.after, p.before, p.ended, p.began, p.kept) for p in back.pairs
    ]
