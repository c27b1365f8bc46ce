"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

__all__ = ["corpus_option", "folders", "time_options", "view_options"]

F = TypeVar("F", bound=Callable[..., Any])


def corpus_option(command: F) -> F:
    """``--corpus DIR``, repeatable."""
    return click.option(
        "--corpus",
        multiple=True,
        type=click.Path(path_type=Path),
        metavar="DIR",
        help="A corpus folder; several are one graph. Default: the shipped one.",
    )(command)


def folders(corpus: tuple[Path, ...]) -> list[Path]:
    """The corpora asked for, or the shipped one."""
    from kg.resources import shipped_corpus

    return list(corpus) or [shipped_corpus()]


def time_options(command: F) -> F:
    """``--on``, ``--during``, ``--era``, and `view_options`."""
    command = view_options(command)
    for option in reversed(
        (
            click.option("--on", metavar="DATE", help="What holds on a day, YYYY-MM-DD."),
            click.option("--during", metavar="P", help="What holds at some time in a period: 2014, 2014-03 or 2013-01/2015-12."),
            click.option("--era", metavar="ID", help="What holds at some time in an era."),
        )
    ):
        command = option(command)
    return command


def view_options(command: F) -> F:
    """``--certain``, ``--as-seen-by``."""
    for option in reversed(
        (
            click.option("--certain", is_flag=True, help="Only what certainly holds then. Default: what possibly does."),
            click.option("--as-seen-by", metavar="ACTOR", help="Only this holder's view, and what is undisputed."),
        )
    ):
        command = option(command)
    return command
