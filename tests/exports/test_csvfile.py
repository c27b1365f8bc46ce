"""Comma-separated files, for machines and for spreadsheets."""

from __future__ import annotations

import csv
import io

import pytest

from kg.exports.csvfile import csv_file, guarded


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "'"])
def test_an_apostrophe_stands_before_what_a_spreadsheet_would_run(start: str) -> None:
    content = b"".join(csv_file(["a", "b"], [[guarded(f"{start}1"), guarded(f"1{start}")]])).decode()
    assert list(csv.reader(io.StringIO(content, newline=""), strict=True)) == [["a", "b"], [f"'{start}1", f"1{start}"]]
