"""How good the shipped corpus is: agreement of two readers, what became of their differences, precision, recall.

The files in ``quality/`` hold what each reader wrote down without sight of the other (the first reader's records as
they stood before any difference was resolved; the second's with the corpus's id for each label, or as written where
the corpus had none), each decision on a difference, and the verdicts of two audits on random samples.
``python tests/data/quality.py`` prints the tables of the corpus's README.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from kg.cli.output import print_table
from kg.dataset import relations
from kg.model.relations import Relation
from kg.views.style import family_of

HERE = Path(__file__).parent / "quality"
Row = Mapping[str, str]
Found = dict[tuple[str, str], set[object]]


def rows(name: str) -> list[Row]:
    """One file, row by row."""
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def by_paragraph(found: Iterable[Row], what: Callable[[Row], object]) -> Found:
    """What each paragraph holds in one reader's eyes."""
    held: Found = defaultdict(set)
    for row in found:
        held[row["source"], row["paragraph"]].add(what(row))
    return held


def ends(kinds: Mapping[str, Relation], row: Row) -> tuple[str, ...]:
    """Subject and object; in one order where the kind of relation has no direction."""
    pair = (row["subject"], row["object"])
    return tuple(sorted(pair)) if kinds[row["relation"]].symmetric else pair


def coarse(kinds: Mapping[str, Relation], row: Row) -> tuple[str, ...]:
    """The ends, and the family of relations as the views draw them."""
    return (*ends(kinds, row), family_of(row["relation"], kinds[row["relation"]].polarity, kinds))


def signed(kinds: Mapping[str, Relation], row: Row) -> tuple[str, ...]:
    """The same with the sign, and whether it is negated."""
    return (*coarse(kinds, row), str(kinds[row["relation"]].polarity), row["negated"])


def share(first: Found, second: Found, paragraphs: Iterable[tuple[str, str]]) -> str:
    """F1: twice what both found over all that either found."""
    both = found = 0
    for place in paragraphs:
        both += len(first[place] & second[place])
        found += len(first[place]) + len(second[place])
    return f"{2 * both / found:.2f}"


def agreement() -> None:
    """F1 by kind of paragraph, and the conflicts that the second reader saw."""
    kinds = relations()
    places: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows("paragraphs"):
        for kind in (row["kind"], "all"):
            places[kind].append((row["source"], row["paragraph"]))
    measures: list[tuple[str, str, Callable[[Row], object]]] = [
        ("entities", "entities", lambda row: row["entity"] or row["label"] if "label" in row else row["entity"]),
        ("subject and object", "statements", lambda row: ends(kinds, row)),
        ("and coarse relation", "statements", lambda row: coarse(kinds, row)),
        ("and sign", "statements", lambda row: signed(kinds, row)),
    ]
    order = ["narrative", "views", "notes", "all"]
    table = [("paragraphs", *(str(len(places[kind])) for kind in order))]
    for label, what, key in measures:
        first, second = (by_paragraph(rows(f"{reader}-{what}"), key) for reader in ("first", "second"))
        table.append((label, *(share(first, second, places[kind]) for kind in order)))
    print_table(["agreement (F1)", *order], table)


def tally(title: str, name: str, label: Callable[[Row], str], verdicts: Sequence[str]) -> None:
    """How many rows of a file have which verdict, by a label of theirs."""
    counts = Counter((label(row), row.get("verdict") or row["decision"]) for row in rows(name))
    labels = sorted({one for one, _ in counts})
    table = [(one, *(str(counts[one, verdict]) for verdict in verdicts)) for one in labels]
    print()
    print_table([title, *verdicts], table)


def main() -> None:
    """Print everything."""
    agreement()
    tally(
        "differences, whose",
        "differences",
        lambda row: f"only the {row['reader']} reader's",
        ("adopt", "keep", "correct", "remove", "reject"),
    )
    tally("conflicts that the second reader saw", "conflicts", lambda row: "all kinds", ("matched", "added", "rejected"))
    tally("precision, sample of", "precision", lambda row: row["kind"], ("right", "minor", "wrong"))
    tally("recall, sample of sentences of", "recall", lambda row: row["source"], ("whole", "minor missing", "missing"))


if __name__ == "__main__":
    main()
