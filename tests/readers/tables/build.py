"""A small corpus that has tables, rows for them, and the same rows as YAML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]
import yaml
from hypothesis import strategies as st

from kg.dataset import relations
from kg.readers.curated.corpus import Curated, examine
from kg.readers.tables import read

KINDS = relations()
Row = Mapping[str, Any]

_FILES = {
    "corpus.yaml": "{title: Freedonia, version: '1', licence: 'https://example.org/by', base: 'https://example.org/f/'}",
    "actors/all.yaml": """
- {id: freedonia, kind: state, label: Freedonia}
- {id: sylvania, kind: state, label: Sylvania, former-ids: duchy}
- {id: firefly, kind: person, label: Firefly}
- {id: press, kind: group, label: The press}
""",
    "offices.yaml": "- {id: presidency, label: President, of: freedonia, role: head-of-state}",
    "policies.yaml": """
- {id: tariff, kind: measure, label: Tariff, when: 1931, evidence: {source: gazette, locator: page 1}}
""",
    "sources.yaml": """
- {id: acts, kind: dataset, label: Acts, recorded: 1934-02-01, author: firefly, text: none}
- {id: gazette, kind: record, label: Gazette, date: 1933-02, text: none}
- {id: tallies, kind: dataset, label: Tallies, text: none}
- {id: votes, kind: dataset, label: Votes, date: 1933-02, author: [press, firefly], text: none}
""",
    "statements/freedonia--sylvania.yaml": """
- {id: quarrel, subject: freedonia, relation: unfriendlyTo, object: sylvania, when: 1931, according-to: undisputed,
   evidence: [{source: votes, row: 2}, {source: gazette, locator: page 3}]}
""",
}
_TEXT = pa.string()
_PASSAGE = pa.struct([("source", _TEXT), ("row", pa.int64())])
_FIGURE = pa.struct([("measure", _TEXT), ("value", pa.float64()), ("unit", _TEXT), ("comparator", _TEXT)])
TYPES: Mapping[str, pa.DataType] = {
    "id": _TEXT,
    "subject": pa.dictionary(pa.int32(), _TEXT),
    "relation": pa.dictionary(pa.int32(), _TEXT),
    "object": _TEXT,
    "when": _TEXT,
    "evidence": pa.list_(_PASSAGE),
    "according_to": pa.list_(_TEXT),
    "said": _TEXT,
    "status": pa.dictionary(pa.int32(), _TEXT),
    "wording": _TEXT,
    "when_from": _TEXT,
    "negated": pa.bool_(),
    "polarity": pa.int8(),
    "quantities": pa.list_(_FIGURE),
}


def corpus(folder: Path) -> Path:
    """The corpus without a table."""
    for name, text in _FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def row(name: str = "a", triple: str = "freedonia criticises sylvania", when: str = "1931-05-01", **more: Any) -> dict[str, Any]:
    """The least that a row needs, and what the test is about."""
    subject, relation, object_ = triple.split()
    evidence = [{"source": "votes", "row": 1}]
    return {"id": name, "subject": subject, "relation": relation, "object": object_, "when": when, "evidence": evidence} | more


def written(folder: Path, rows: Sequence[Row], name: str = "table", **types: pa.DataType) -> Path:
    """A table of the columns that any of the rows has; ``types`` are those that are not the usual ones."""
    columns = list(dict.fromkeys(column for each in rows for column in each))
    schema = pa.schema([(column, types.get(column, TYPES.get(column))) for column in columns])
    path = folder / "statements" / f"{name}.parquet"
    plain = pa.schema([(field.name, field.type.value_type if pa.types.is_dictionary(field.type) else field.type) for field in schema])
    pq.write_table(pa.Table.from_pylist(list(rows), schema=plain).cast(schema), path, row_group_size=3)
    return path


def told(folder: Path) -> list[str]:
    """Every fault of the tables, files as seen from the corpus."""
    faults = read([folder], yaml_of(folder), KINDS)[1]
    return [str(fault).replace(f"{folder}/", "") for fault in sorted(faults)]


def yaml_of(folder: Path) -> Curated:
    """What YAML holds."""
    return examine([folder], KINDS)[0]


def as_yaml(each: Row) -> str:
    """The row as an entry of a YAML file."""
    fields = {name.replace("_", "-"): _plain(value) for name, value in each.items() if value is not None}
    return yaml.safe_dump([fields | {"according-to": fields.get("according-to") or "undisputed"}])


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items() if part is not None}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return f"{Decimal(repr(value)):f}" if isinstance(value, float) else str(value)


_DATES = ["1931-05-01", "1931-05-01/1932-02-29", "1931", "1931~/1932-03", "1931-05-01/..", "1931/", "../1932", "[1930,1932]", "1931-41"]
_TRIPLES = [
    ("freedonia", "criticises", "sylvania"),
    ("firefly", "supports", "tariff"),
    ("freedonia", "relatedTo", "firefly"),
    ("press", "memberOf", "freedonia"),
]
_MEASURES = st.builds(
    lambda **parts: parts,
    measure=st.sampled_from(["duties", "votes"]),
    value=st.one_of(st.floats(-1e9, 1e9).map(lambda value: round(value, 9)), st.sampled_from([9e19, 1e-18, 1e-5])),
    unit=st.sampled_from(["percent", 'per "cent"', "a\\b", "€ a\nday"]),
    comparator=st.sampled_from([None, "exactly", "at-least"]),
)


def right_rows() -> st.SearchStrategy[list[dict[str, Any]]]:
    """Rows that break no rule, with ids of their own."""
    return st.lists(_right(), min_size=1, max_size=5).map(_numbered)


def any_rows() -> st.SearchStrategy[list[dict[str, Any]]]:
    """Rows in which something may be wrong."""
    return st.lists(st.tuples(_right(), _wrong()).map(lambda both: both[0] | both[1]), min_size=1, max_size=5).map(_numbered)


def _numbered(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        each | {"id": each["id"] if each.get("id") in ("A b", "a--b", None) and "id" in each else f"s-{n}"} for n, each in enumerate(rows)
    ]


@st.composite
def _right(draw: st.DrawFn) -> dict[str, Any]:
    subject, relation, object_ = draw(st.sampled_from(_TRIPLES))
    negated = draw(st.sampled_from([None, False, True]))
    free = KINDS[relation].polarity == 0 and not negated
    passages = st.builds(
        lambda source, row: {"source": source, "row": row}, st.sampled_from(["acts", "tallies", "votes"]), st.integers(1, 3)
    )
    return {
        "subject": subject,
        "relation": relation,
        "object": object_,
        "when": draw(st.sampled_from(_DATES)),
        "evidence": draw(st.lists(passages, min_size=1, max_size=4)),
        "according_to": draw(st.sampled_from([None, [], ["undisputed"], ["press"], ["sylvania", "firefly"]])),
        "said": draw(st.sampled_from([None, "1933-02-01", "1934?"])),
        "status": draw(st.sampled_from([None, "actual", "forecast"])),
        "wording": draw(st.sampled_from([None, "stated", "hedged"])),
        "when_from": draw(st.sampled_from([None, "text", "context"])),
        "negated": negated,
        "polarity": draw(st.sampled_from([None, 1, -1])) if free else None,
        "quantities": draw(st.one_of(st.none(), st.lists(_MEASURES, max_size=2, unique_by=lambda each: each["measure"]))),
    }


_WRONG: Mapping[str, list[Any]] = {
    "id": [None, "A b", "a--b"],
    "subject": [None, "", "freedonja", "tariff", "quarrel"],
    "relation": [None, "", "criticizes", "metWith"],
    "object": [None, "nobody", "presidency", "acts", "freedonia"],
    "when": [
        None,
        "",
        "1931-02-29",
        "1931-02-30/1932-01-01",
        "1932-01-01/1931-01-01",
        "1931-13",
        "0000",
        "../..",
        "2016-05-01/2016-04",
        "٣",
    ],
    "evidence": [
        None,
        [],
        [{"source": "vote", "row": 1}],
        [{"source": None, "row": 1}],
        [{"source": "votes", "row": None}],
        [{"source": "votes", "row": 0}, {"source": "acts", "row": 1}],
    ],
    "according_to": [["undisputed", "press"], ["press", "press"], ["tariff"], ["nobody"], [""], ["press", None]],
    "said": ["", "0000-01-01", "1933-2"],
    "status": ["", "real"],
    "wording": ["said"],
    "when_from": ["guess"],
    "polarity": [0, 2, 1, -1],
    "quantities": [
        [None],
        [{"measure": "Duties", "value": 1.0, "unit": "percent", "comparator": None}],
        [{"measure": "duties", "value": None, "unit": "percent", "comparator": None}],
        [{"measure": "duties", "value": float("inf"), "unit": "", "comparator": "circa"}],
        [{"measure": "duties", "value": 1.0, "unit": "percent", "comparator": None}] * 2,
        [{"measure": "duties", "value": 1e20, "unit": "percent", "comparator": None}],
        [{"measure": "duties", "value": 1e-19, "unit": "percent", "comparator": None}],
    ],
}


def _wrong() -> st.SearchStrategy[dict[str, Any]]:
    """Some columns with what is not right, or not right with the rest."""
    return st.fixed_dictionaries({}, optional={name: st.sampled_from(values) for name, values in _WRONG.items()}).filter(
        lambda found: len(found) <= 3
    )
