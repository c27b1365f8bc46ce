"""Files are read whole or refused, and written whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.errors import FileError
from kg.files import read_bytes, read_text, staging, stands, write


def holds(folder: Path) -> dict[str, bytes]:
    """Everything in a folder, hidden files and empty folders too."""
    return {path.relative_to(folder).as_posix(): b"/" if path.is_dir() else path.read_bytes() for path in folder.rglob("*")}


def failing(real: Callable[..., Any], error: BaseException, after: int = 0) -> Callable[..., Any]:
    """The function, which works ``after`` times and then fails once and for all."""
    left = [after]

    def call(*args: Any, **named: Any) -> Any:
        left[0] -= 1
        if left[0] < 0:
            raise error
        return real(*args, **named)

    return call


def full() -> OSError:
    return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    write(tmp_path / "new" / "a.txt", "Fredonia\r\n’".encode())
    assert (read_bytes(tmp_path / "new" / "a.txt"), read_text(tmp_path / "new" / "a.txt")) == ("Fredonia\r\n’".encode(), "Fredonia\r\n’")
    assert set(holds(tmp_path)) == {"new", "new/a.txt"}


def test_a_written_file_has_the_rights_that_any_new_file_has(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    write(tmp_path / "written", b"")
    assert (tmp_path / "written").stat().st_mode == (tmp_path / "plain").stat().st_mode


@pytest.mark.parametrize("place", ["fsync", "replace", "chmod"])
@pytest.mark.parametrize("old", [b"old", None])
def test_a_write_that_fails_leaves_what_was_there_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, old: bytes | None
) -> None:
    if old is not None:
        (tmp_path / "a.txt").write_bytes(old)
    monkeypatch.setattr(os, place, failing(getattr(os, place), full()))
    with pytest.raises(FileError) as caught:
        write(tmp_path / "a.txt", b"new")
    assert str(caught.value) == f"{tmp_path}/a.txt: can't be written: no space left on device"
    assert holds(tmp_path) == ({} if old is None else {"a.txt": old})


@pytest.mark.parametrize("place", ["fsync", "replace"])
def test_a_write_that_is_interrupted_leaves_what_was_there_and_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    monkeypatch.setattr(os, place, failing(getattr(os, place), KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / "a.txt", b"new")
    assert holds(tmp_path) == {"a.txt": b"old"}


@pytest.mark.parametrize(
    ("path", "why"), [("file/a.txt", "file exists"), ("folder", "is a directory"), ("file/deep/a.txt", "not a directory")]
)
def test_a_place_that_cannot_be_written_is_told_with_the_system_s_word(tmp_path: Path, path: str, why: str) -> None:
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "folder").mkdir()
    with pytest.raises(FileError) as caught:
        write(tmp_path / path, b"new")
    assert str(caught.value) == f"{tmp_path}/{path}: can't be written: {why}"
    assert holds(tmp_path) == {"file": b"old", "folder": b"/"}


@pytest.mark.parametrize(
    ("path", "why"), [("missing", "no such file or directory"), (".", "is a directory"), ("file/a", "not a directory")]
)
def test_a_file_that_cannot_be_read_is_told_with_the_system_s_word(tmp_path: Path, path: str, why: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FileError) as caught:
        read_bytes(tmp_path / path)
    assert (str(caught.value), caught.value.path) == (f"{tmp_path / path}: {why}", tmp_path / path)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\xff", "line 1: byte 0xff"),
        (b"one\ntwo\n  caf\xe9\n", "line 3: byte 0xe9"),
        (b"one\r\n\xc3", "line 2: byte 0xc3"),
        (b"\xed\xa0\x80", "line 1: byte 0xed"),
    ],
)
def test_a_file_that_is_not_utf_8_is_told_with_line_and_byte(tmp_path: Path, data: bytes, why: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    with pytest.raises(FileError) as caught:
        read_text(tmp_path / "a.txt")
    assert str(caught.value) == f"{tmp_path}/a.txt: {why} is not UTF-8: save the file as UTF-8"


def dist(tmp_path: Path) -> Path:
    """A folder that an earlier run has filled."""
    out = tmp_path / "dist"
    (out / "views").mkdir(parents=True)
    (out / "index.html").write_bytes(b"old index")
    (out / "views" / "a.html").write_bytes(b"old view")
    (out / "notes.txt").write_bytes(b"the user's own")
    return out


def fill(out: Path) -> None:
    with staging(out) as files:
        files["index.html"] = b"new index"
        files["views/a.html"] = b"new view"
        files["data/set.nq"] = b"new data"


def test_staged_files_take_the_place_of_the_old_and_leave_others_alone(tmp_path: Path) -> None:
    out = dist(tmp_path)
    fill(out)
    assert holds(out) == {
        "index.html": b"new index",
        "views": b"/",
        "views/a.html": b"new view",
        "data": b"/",
        "data/set.nq": b"new data",
        "notes.txt": b"the user's own",
    }


def test_nothing_is_written_where_making_the_files_fails(tmp_path: Path) -> None:
    out = dist(tmp_path)
    before = holds(tmp_path)
    for place in (out, tmp_path / "other"):
        with pytest.raises(ZeroDivisionError), staging(place) as files:
            files["index.html"] = bytes(1 // 0)
    assert holds(tmp_path) == before


@pytest.mark.parametrize("after", range(6))
@pytest.mark.parametrize("error", [full(), KeyboardInterrupt()], ids=["full disk", "interrupt"])
def test_whenever_staging_fails_the_folder_is_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int, error: BaseException
) -> None:
    out = dist(tmp_path)
    before = holds(tmp_path)
    with monkeypatch.context() as patch:
        once = failing(os.replace, error, after)
        patch.setattr(os, "replace", lambda a, b: once(a, b) if b"new" in Path(a).read_bytes() else Path(a).rename(b))
        with pytest.raises(FileError if isinstance(error, OSError) else KeyboardInterrupt):
            fill(out)
    assert holds(tmp_path) == before


def test_a_full_disk_leaves_no_new_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", failing(os.fsync, full(), 1))
    with pytest.raises(FileError, match=r"set\.nq|a\.html|dist"):
        fill(tmp_path / "new" / "dist")
    assert holds(tmp_path) == {}


def test_a_file_where_a_folder_belongs_leaves_all_as_it_was(tmp_path: Path) -> None:
    out = dist(tmp_path)
    (out / "data").write_bytes(b"a file")
    before = holds(tmp_path)
    with pytest.raises(FileError, match="can't be written: file exists"):
        fill(out)
    assert holds(tmp_path) == before
    with pytest.raises(FileError, match=r"index\.html: can't be written: file exists"):
        fill(out / "index.html")
    assert holds(tmp_path) == before


NO_FILE = "is no plain file but a device, a pipe or a socket: name a file"


def test_a_pipe_or_a_link_to_a_device_is_never_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("/dev/null")
    for name in ("pipe", "link"):
        with pytest.raises(FileError) as caught:
            write(tmp_path / name, b"new")
        assert str(caught.value) == f"{tmp_path / name}: {NO_FILE}"
    with pytest.raises(FileError) as caught, staging(tmp_path) as files:
        files |= {"a.txt": b"new", "pipe": b"new"}
    assert str(caught.value) == f"{tmp_path / 'pipe'}: {NO_FILE}"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link", "pipe"]
    assert ((tmp_path / "pipe").is_fifo(), (tmp_path / "link").is_symlink(), Path("/dev/null").is_char_device()) == (True, True, True)


def test_a_link_stays_and_what_it_names_is_written(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    (tmp_path / "link").symlink_to("a.txt")
    write(tmp_path / "link", b"new")
    assert ((tmp_path / "link").is_symlink(), (tmp_path / "a.txt").read_bytes()) == (True, b"new")


def test_a_link_to_nowhere_stands_and_a_name_too_long_is_told(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("nowhere")
    (tmp_path / "empty").mkdir()
    assert [stands(tmp_path / name) for name in ("link", "empty", "none", ".")] == [True, False, False, True]
    with pytest.raises(FileError, match="file name too long"):
        stands(tmp_path / ("n" * 300))
