"""When what is served has changed."""

from __future__ import annotations

import os
from pathlib import Path

from kg.readers.curated.starter import write_starter
from kg.server.source import Source


def test_a_file_that_comes_goes_or_changes_is_another_state(tmp_path: Path) -> None:
    write_starter(tmp_path / "corpus")
    source = Source([tmp_path / "corpus"], None, None, "")
    states = [source.state()]
    (more := tmp_path / "corpus" / "questions" / "more.rq").write_text("# title: More\nASK {}\n")
    states.append(source.state())
    more.write_text("# title: Most\nASK {}\n")
    os.utime(more, ns=(1, 1))
    states.append(source.state())
    (tmp_path / "copy").write_bytes(more.read_bytes())
    os.utime(tmp_path / "copy", ns=(1, 1))
    (tmp_path / "copy").replace(more)
    states.append(source.state())
    (tmp_path / "corpus" / "corpus.yaml").rename(tmp_path / "corpus.yaml")
    states.append(source.state())
    assert [states.index(state) for state in states] == [0, 1, 2, 3, 4]
    (tmp_path / "corpus.yaml").rename(tmp_path / "corpus" / "corpus.yaml")
    more.unlink()
    assert source.state() == states[0]


def test_a_text_that_comes_is_another_state(tmp_path: Path) -> None:
    write_starter(tmp_path / "corpus")
    source = Source([tmp_path / "corpus"], None, tmp_path / "corpus" / "documents", "")
    before = source.state()
    (tmp_path / "corpus" / "documents" / "more.txt").write_text("More.\n")
    assert source.state() != before


def test_what_is_beside_a_foreign_file_does_not_matter(tmp_path: Path) -> None:
    (file := tmp_path / "data.nt").write_text("")
    source = Source([], file, None, "")
    before = source.state()
    (tmp_path / "other.nt").write_text("")
    assert source.state() == before
    file.unlink()
    assert source.state() != before
