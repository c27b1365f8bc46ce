"""The group of commands, and what becomes of errors."""

from __future__ import annotations

import errno
import os
import sys
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import Any

import click

from kg.errors import CorpusError, KgError

__all__ = ["cli", "main"]

# Which module holds which command: only the one that is asked for is imported.
_COMMANDS = {
    "build": "corpus",
    "check": "corpus",
    "init": "corpus",
    "query": "query",
    "questions": "query",
    "show": "read",
    "conflicts": "read",
    "diff": "diff",
    "view": "view",
    "export": "export",
    "serve": "serve",
    "import": "importing",
}


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        module = import_module(f"kg.cli.{_COMMANDS[name]}")
        command: click.Command = getattr(module, f"{name}_" if iskeyword(name) else name)
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        from kg.errors import UnknownName

        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            raise UnknownName("command", args[0], _COMMANDS)
        return super().resolve_command(ctx, args)


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="comity", prog_name="kg")
def cli() -> None:
    """Who stood how to whom, when, according to whom, and where does it say so?"""


def main() -> None:
    """Run the command; known errors are one line on standard error, bugs keep their traceback."""
    _ready_streams()
    try:
        cli(standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (KeyboardInterrupt, click.Abort):
        _say("kg: stopped")
        sys.exit(130)
    except CorpusError as error:
        for fault in error.faults:
            _say(str(fault))
        _say(f"kg: {len(error.faults)} fault{'s' * (len(error.faults) > 1)}, nothing written")
        sys.exit(error.exit_code)
    except KgError as error:
        _say(f"kg: {error}")
        sys.exit(error.exit_code)
    except OSError as error:
        if error.filename is not None:
            raise
        if error.errno != errno.EPIPE:  # else the reader of a pipe has enough
            _say(f"kg: standard output can't be written: {(error.strerror or str(error)).lower()}")
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # or the interpreter would try again at its end
        sys.exit(1)


def _ready_streams() -> None:
    """A closed stream is opened on nothing; what a stream's encoding lacks is written as an escape."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  # as long as the process
        else:
            stream.reconfigure(errors="backslashreplace")


def _say(text: str) -> None:
    from kg.cli.output import clean

    click.echo("\n".join(map(clean, text.split("\n"))), err=True)
