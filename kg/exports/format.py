"""What every export format is: a name, the files it makes, and how much of a record survives in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kg.exports.selection import Selection
from kg.files import Data

__all__ = ["ALL", "Format", "Kept"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What survives, each in a few words: ``yes``, ``no``, or what of it. A test reads it back for every format.

    ``time`` are the four bounds and the EDTF text, ``view`` holders and reporters, ``evidence`` the passages,
    ``status`` status, negation and wording, ``conflict`` the dispute marks and the conflicts themselves, ``rest`` the signs,
    figures and grounds of statements, the claims and all entities.
    """

    time: str
    view: str
    evidence: str
    status: str
    conflict: str
    rest: str


ALL = Kept(time="yes", view="yes", evidence="yes", status="yes", conflict="yes", rest="yes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format by its name on the command line.

    ``ending`` is that of its only file; a format of several files, which go to a folder, has none. ``files`` gives the
    content of each file by its name. ``text`` is false where a terminal could not show it. ``graphs`` is true for RDF
    formats, of which one graph of the data set may be asked, and ``single`` for those that can hold no more than one.
    """

    name: str
    title: str
    ending: str = ""
    kept: Kept
    files: Callable[[Selection], Mapping[str, Data]]
    text: bool = True
    graphs: bool = False
    single: bool = False
