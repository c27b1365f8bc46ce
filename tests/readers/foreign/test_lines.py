"""Lines come whole whatever the encoding and the ends; damage is one clear error."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from kg.errors import FileError, UsageError
from kg.readers.foreign.lines import LONGEST, check_encoding, lines


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("packed", [False, True])
def test_lines_end_and_are_written_in_many_ways(tmp_path: Path, end: str, encoding: str, packed: bool) -> None:
    data = end.join(["Zürich", "", "朝鮮", "last"]).encode(encoding)
    path = tmp_path / "a.csv"
    path.write_bytes(gzip.compress(data) if packed else data)
    assert list(lines(path)) == ["Zürich", "", "朝鮮", "last"]


def test_another_encoding_is_taken_only_where_it_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a\nb\r\nZ\xfcrich\n")
    with pytest.raises(FileError, match=r"a\.csv: line 3: byte 0xfc is not UTF-8: name its encoding, such as --encoding latin-1$"):
        list(lines(path))
    assert list(lines(path, "latin-1")) == ["a", "b", "Zürich"]


def test_the_line_of_a_misfit_is_right_far_into_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"caf\xc3\xa9\r" * 50_000 + b"\xe9")
    with pytest.raises(FileError, match="line 50001: byte 0xe9 is not UTF-8"):
        list(lines(path))


def test_half_a_character_of_utf16_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("a\nb".encode("utf-16")[:-1])
    with pytest.raises(FileError, match="line 2: byte 0x62 is not UTF-16: name its encoding"):
        list(lines(path))


@pytest.mark.parametrize("damage", [lambda data: data[:-20], lambda data: data[:500] + b"\0\xff" * 40 + data[580:], lambda data: data[:11]])
def test_a_damaged_packed_file_is_one_error(tmp_path: Path, damage: object) -> None:
    import random

    noise = random.Random(1)
    path = tmp_path / "a.csv.gz"
    assert callable(damage)
    path.write_bytes(damage(gzip.compress("".join(f"{noise.random()}\n" for _ in range(10_000)).encode())))
    with pytest.raises(FileError, match=r"a\.csv\.gz: is damaged or cut off after line \d+: unpacking fails there; get the file anew$"):
        list(lines(path))


def test_a_name_that_promises_gzip_is_held_to_it(tmp_path: Path) -> None:
    path = tmp_path / "a.csv.gz"
    path.write_bytes(b"a,b\n")
    with pytest.raises(FileError, match="is no gzip file"):
        list(lines(path))


def test_an_endless_line_is_cut_and_the_next_one_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"x" * (10 * LONGEST) + b"\nnext\n")
    long, after = lines(path)
    assert (len(long), after) == (LONGEST + 1, "next")


@pytest.mark.parametrize("name", ["a.csv", "."])
def test_what_is_no_file_is_told_in_the_systems_words(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileError, match=r"no such file or directory|is a directory"):
        list(lines(tmp_path / name))


@pytest.mark.parametrize("name", ["klingon", "zlib", "rot13", "undefined"])
def test_an_encoding_of_no_text_is_wrong_usage(name: str) -> None:
    with pytest.raises(UsageError, match=f"no encoding '{name}'"):
        check_encoding(name)
