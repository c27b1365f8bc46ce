"""``kg build`` as a command: what it says of pages that are large."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.conftest import Run


def test_a_page_larger_than_1_mb_is_named_in_a_warning_and_written(kg: Run, wordy: Path, tmp_path: Path) -> None:
    out = tmp_path / "dist"
    done = kg("build", "--corpus", wordy, "--out", out)
    size = len((out / "views" / "reigns.html").read_bytes())
    assert 1_000_000 < size < 2_000_000
    assert done.code == 0
    assert done.err.splitlines() == [
        f"Warning: views/reigns.html: the page has {size / 1e6:.1f} MB, more than 1 MB: "
        "ask for one era or a shorter period (kg view --era, --during)",
        f"Written to {out}: open {out / 'index.html'}",
    ]


def test_pages_of_ordinary_size_are_written_without_a_warning(kg: Run, small: Path, tmp_path: Path) -> None:
    out = tmp_path / "dist"
    done = kg("build", "--corpus", small, "--out", out)
    assert (done.code, done.err) == (0, f"Written to {out}: open {out / 'index.html'}\n")
