"""Tables and progress on a terminal; plain, unwrapped lines in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from unicodedata import east_asian_width

__all__ = ["clean", "print_table", "progress"]

_CONTROL = dict.fromkeys([*range(32), *range(127, 160), *range(8234, 8239), *range(8294, 8298)], "�")


def clean(text: str) -> str:
    """The text without characters that would steer a terminal or turn the line around."""
    return text.translate(_CONTROL)


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]], title: str = "") -> None:
    """A table; on a terminal it wraps to the window, in a pipe a row is a line."""
    cells = [[clean(cell) for cell in row] for row in rows]
    if sys.stdout.isatty():
        _print_wrapped(columns, cells, clean(title))
    else:
        _print_plain(columns, cells, clean(title))


def _print_wrapped(columns: Sequence[str], rows: Sequence[Sequence[str]], title: str) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*columns, title=Text(title) if title else None, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    for row in rows:
        table.add_row(*map(Text, row))
    Console(highlight=False).print(table)


def _print_plain(columns: Sequence[str], rows: Sequence[Sequence[str]], title: str) -> None:
    lines = [columns, *rows]
    widths = [max(_width(line[i]) for line in lines) for i in range(len(columns))]
    ruled = [columns, ["-" * width for width in widths], *rows]
    text = [title] if title else []
    text += ["  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=True)).rstrip() for line in ruled]
    print("\n".join(text))


def _width(text: str) -> int:
    """Columns that the text takes up: wide characters take two."""
    return len(text) if text.isascii() else sum(1 + (east_asian_width(char) in "WF") for char in text)


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Tell what is being done: a spinner on a terminal, nothing in a pipe."""
    if not sys.stderr.isatty():
        yield lambda what: None
        return
    from rich.console import Console

    with Console(stderr=True).status("") as status:
        yield lambda what: status.update(clean(what))
