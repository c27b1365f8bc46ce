"""The edge list in CSV."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from kg.exports.networks.links import EDGE
from kg.graph import Graph
from kg.query.scope import Scope
from tests.exports.drawn import hostile, written


def test_a_statement_is_a_row(small: Graph) -> None:
    lines = written(small, "edges", Scope(on="1931-12-01", as_seen_by="press")).decode().split("\r\n")
    assert lines[:2] == [
        "source,target,source_label,target_label,statement,label,relation,sign,symmetric,start,end,certain,according_to,reported_by,"
        "said_earliest,said_latest,status,wording,earliest_begin,latest_begin,earliest_end,latest_end,when,evidence,passages,disputed,iri",
        "sylvania,freedonia,Sylvania,Freedonia,distrust,distrusts,distrusts,-1,false,1931-11-01,,true,press,,"
        "1933-02-01,1933-02-28,actual,stated,1931-11-01,1931-11-01,1933-02-01,9999-12-31,1931-11-01/..,"
        '"gazette, g",https://example.org/f/passage/gazette/locator/g,false,https://example.org/f/statement/distrust',
    ]
    assert (len(lines), lines[-1]) == (5, "")


def test_every_row_has_every_column(tmp_path: Path) -> None:
    text = written(hostile(tmp_path / "corpus"), "edges").decode()
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert {len(row) for row in rows} == {len(EDGE) + 4}
    assert len(rows) == 7


def test_no_text_is_a_formula(tmp_path: Path) -> None:
    text = written(hostile(tmp_path / "corpus"), "edges").decode()
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert {cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))} == {"-1"}
    assert {cell[:2] for cell in cells if cell.startswith("'")} == {"'=", "'-"}
