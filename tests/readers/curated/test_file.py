"""A file is a list of mappings in plain YAML, or refused with the line where it ceases to be."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import Fault
from kg.readers.curated.entry import Entry, entries_in


def ids(folder: Path, data: str | bytes, single: bool = False) -> tuple[list[tuple[int, str | None]], list[str]]:
    """Line and id of every entry of a file, and the faults as ``line: why``."""
    path, faults = folder / "a.yaml", list[Fault]()
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    found = [(entry.line, entry.text("id")) for entry in entries_in(path, path, faults, single)]
    return found, [f"{fault.line}: {fault.why}" for fault in faults]


def test_entries_know_the_line_where_they_begin(tmp_path: Path) -> None:
    assert ids(tmp_path, "# a comment\n- id: a\n\n- {id: b}\n") == ([(2, "a"), (4, "b")], [])


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing yet\n"])
def test_an_empty_file_holds_no_entry(tmp_path: Path, text: str) -> None:
    assert ids(tmp_path, text) == ([], [])


def test_an_empty_description_of_a_corpus_is_a_fault(tmp_path: Path) -> None:
    assert ids(tmp_path, "", single=True) == ([], ["1: the file is empty"])


@pytest.mark.parametrize("text", ["id: a\n", "just words\n"])
def test_a_file_that_is_no_list_is_refused(tmp_path: Path, text: str) -> None:
    assert ids(tmp_path, "# comment\n" + text) == ([], ["2: the file is a list of entries that begin with `- id:`"])


@pytest.mark.parametrize("text", ["- id: a\n", "just words\n"])
def test_a_description_that_is_no_mapping_is_refused(tmp_path: Path, text: str) -> None:
    assert ids(tmp_path, text, single=True) == ([], ["1: the file is one mapping"])


@pytest.mark.parametrize("item", ["words", "[id, b]", ""])
def test_an_entry_that_is_no_mapping_does_not_hide_the_next(tmp_path: Path, item: str) -> None:
    assert ids(tmp_path, f"- {item}\n- id: b\n") == ([(2, "b")], ["1: the file is a list of mappings with fields such as `id: …`"])


def test_several_documents_in_a_file_are_refused(tmp_path: Path) -> None:
    assert ids(tmp_path, "- id: a\n---\n- id: b\n") == ([], ["2: no YAML: but found another document"])


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("- id: a\n  label: [\n", "3: no YAML: did not find expected node content"),
        ("- id: a\n- id: b\n   label: B\n", "3: no YAML: mapping values are not allowed in this context"),
        ("- id: a\n\tlabel: A\n", "2: no YAML: found a tab character that violates indentation"),
        ("- id: a\n  label: 'A\n", "3: no YAML: found unexpected end of stream"),
        ("- id: *missing\n", "1: no YAML: found undefined alias"),
    ],
)
def test_a_slip_in_the_yaml_is_told_with_its_line(tmp_path: Path, text: str, fault: str) -> None:
    assert ids(tmp_path, text) == ([], [fault])


def test_a_control_character_is_told_with_its_line(tmp_path: Path) -> None:
    found, (fault,) = ids(tmp_path, "- id: a\n  label: A\x07\n")
    assert (found, fault.partition(":")[0]) == ([], "2")
    assert "control characters are not allowed" in fault


def test_a_file_that_is_not_utf_8_is_told_with_line_and_byte(tmp_path: Path) -> None:
    assert ids(tmp_path, "- id: a\n  label: Kraków\n".encode("iso8859-2")) == ([], ["2: byte 0xf3 is not UTF-8: save the file as UTF-8"])


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    assert ids(tmp_path, b"\xef\xbb\xbf- id: a\n") == ([(1, "a")], [])


def test_a_folder_in_place_of_a_file_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    faults = list[Fault]()
    assert entries_in(tmp_path / "a.yaml", tmp_path / "a.yaml", faults) == []
    assert faults == [Fault(tmp_path / "a.yaml", 1, "is a directory")]


def test_a_tagged_mapping_is_no_entry_and_makes_nothing(tmp_path: Path) -> None:
    text = "- !!python/object/apply:os.system {id: a}\n- id: b\n"
    assert ids(tmp_path, text) == ([(2, "b")], ["1: the file is a list of mappings with fields such as `id: …`"])


def one(folder: Path, text: str) -> tuple[Entry, list[Fault]]:
    path, faults = folder / "a.yaml", list[Fault]()
    path.write_text(text, encoding="utf-8")
    (entry,) = entries_in(path, path, faults)
    return entry, faults


@pytest.mark.parametrize("tag", ["!!python/name:os.system", "!!int", "!own"])
def test_a_tagged_text_is_refused(tmp_path: Path, tag: str) -> None:
    entry, faults = one(tmp_path, f"- id: {tag} 3\n")
    assert entry.text("id") is None
    assert [fault.line for fault in faults] == [1]


@pytest.mark.parametrize("value", ["[!!python/name:os.system a]", "!!python/tuple [a]", "!!set {a}"])
def test_a_tagged_list_or_a_tagged_text_in_a_list_is_refused(tmp_path: Path, value: str) -> None:
    entry, faults = one(tmp_path, f"- aliases: {value}\n")
    assert entry.texts("aliases") == ()
    assert [fault.line for fault in faults] == [1]


def test_an_anchored_value_may_be_named_again(tmp_path: Path) -> None:
    entry, faults = one(tmp_path, "- first: &x [a, b]\n  second: *x\n")
    assert (entry.texts("first"), entry.texts("second"), faults) == (("a", "b"), ("a", "b"), [])


def test_anchors_that_multiply_do_not_fill_the_memory(tmp_path: Path) -> None:
    lines = ["- a0: &a0 [x]", *(f"  a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 30))]
    entry, faults = one(tmp_path, "\n".join(lines))
    assert entry.texts("a29") == ()
    assert {fault.why for fault in faults} == {"a29 is a list of texts"}


def test_brackets_nested_a_hundred_thousand_deep_do_not_kill_the_process(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("- id: " + "[" * 100_000, encoding="utf-8")
    script = (
        "import sys; from pathlib import Path; from kg.readers.curated.entry import entries_in\n"
        "faults = []; entries_in(Path(sys.argv[1]), Path('a.yaml'), faults); print([f.line for f in faults])"
    )
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path / "a.yaml")], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "[1]\n")
