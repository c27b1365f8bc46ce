"""Files are read whole or refused, and written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from kg.errors import FileError

__all__ = ["Data", "decode", "read_bytes", "read_text", "staging", "stands", "write"]


def read_bytes(path: Path) -> bytes:
    """The file's bytes. Raises `FileError` with the system's word for what is wrong."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileError(path, _word(error)) from None


def read_text(path: Path) -> str:
    """The file's text. Raises `FileError` where it is not UTF-8, with line and byte."""
    return decode(path, read_bytes(path))


def decode(path: Path, data: bytes) -> str:
    """The text of bytes that come from ``path``. Raises `FileError` where they are not UTF-8, with line and byte."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FileError(path, f"line {line}: byte 0x{data[error.start]:02x} is not UTF-8: save the file as UTF-8") from None


Data = bytes | Iterable[bytes]  # a file's content, at once or in parts


def write(path: Path, data: Data) -> None:
    """Write a whole file in place of what was there; on any failure, of making ``data`` too, what was there stays.

    A link stays one: the file that it names is written. Raises `FileError`, also for a device or a pipe, which nothing replaces.
    """
    _write(Path(os.path.realpath(path)) if path.is_symlink() else path, data, path)


def stands(path: Path) -> bool:
    """Whether there is something to lose: a file, a folder that is not empty, a link, even to nowhere. Raises `FileError`."""
    try:
        return any(path.iterdir()) if path.is_dir() else os.path.lexists(path)
    except OSError as error:
        raise FileError(path, _word(error)) from None


def _write(path: Path, data: Data, shown: Path) -> None:
    import tempfile

    try:
        _check_plain(path, shown)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise FileError(shown, f"can't be written: {_word(error)}") from None
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.writelines([data] if isinstance(data, bytes) else data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except OSError as error:
        raise FileError(shown, f"can't be written: {_word(error)}") from None
    finally:
        temporary.unlink(missing_ok=True)


def _check_plain(path: Path, shown: Path) -> None:
    """Only files are replaced: a file in place of ``/dev/null`` would harm the whole machine."""
    if path.exists() and not path.is_file() and not path.is_dir():
        raise FileError(shown, "is no plain file but a device, a pipe or a socket: name a file")


@contextmanager
def staging(out: Path) -> Iterator[dict[str, Data]]:
    """Collect files for a folder; all are on disk beside it before the first takes its place.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with staging(Path(folder) / "dist") as files:
    ...         files["views/a.html"] = b"a"
    ...     (Path(folder) / "dist" / "views" / "a.html").read_bytes()
    b'a'
    """
    import tempfile

    files: dict[str, Data] = {}
    yield files
    try:
        with ExitStack() as undo:
            _make(out, undo)
            with tempfile.TemporaryDirectory(prefix=".kg-", dir=out) as stage:
                for name, data in files.items():
                    _write(Path(stage) / "new" / name, data, out / name)
                _swap(Path(stage), out, files)
            undo.pop_all()
    except OSError as error:
        raise FileError(out, f"can't be written: {_word(error)}") from None


def _swap(stage: Path, out: Path, names: Iterable[str]) -> None:
    """Move all new files into place; where that fails or is interrupted, put back what was there."""
    with ExitStack() as undo:
        for name in names:
            place, kept = out / name, stage / "kept" / name
            _make(place.parent, undo)
            _check_plain(place, place)
            if place.exists():
                _write(kept, read_bytes(place), place)
                undo.callback(kept.replace, place)
            else:
                undo.callback(place.unlink, missing_ok=True)
            (stage / "new" / name).replace(place)
        undo.pop_all()


def _make(folder: Path, undo: ExitStack) -> None:
    """Make a folder and those above it, each to be removed again where ``undo`` is not called off."""
    for each in [*reversed(folder.parents), folder]:
        if not each.is_dir():
            each.mkdir()
            undo.callback(each.rmdir)


def _word(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
