"""What is served is read whole, or refused in one line."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from kg.dataset import making
from kg.server import loading
from kg.server.frames import framed, read_frame


def test_what_is_too_large_to_be_served_says_where_to_go(freedonia: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(making, "_LARGE", 2)
    monkeypatch.setattr("kg.graph._MOST", 2)
    asked, told = io.BytesIO(framed({"folders": [str(freedonia)], "file": "", "documents": "", "root": ""})), io.BytesIO()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(asked))
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(told))
    loading.main()
    frame = read_frame(io.BytesIO(told.getvalue()))
    assert frame is not None
    error = "8 statements are too many to be served: load dataset.nq into a larger store, as the README says"
    assert frame[0] == {"error": error}
