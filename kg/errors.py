"""Every exception of the project, one tree.

KgError                     known: one clear line, exit code 1
├── DateError               a date or period that does not exist or is not admitted
├── CorpusError             curated files break rules: carries every fault of the run
├── FileError               a file can't be read or written
├── QueryError              a SPARQL query that can't be parsed or answered
│   └── FormatError         what was found has no form in the format asked for
├── EndpointError           a SPARQL endpoint that can't be reached, or does not answer as one
├── StoreError              a data set that the engine refuses
├── PageError               a view that can't be made as asked
├── RequestError            a request to the server that gets no answer: carries a status of HTTP
│   ├── NotAcceptable       the asker takes none of the formats that there are
│   ├── Busy                too many ask at once
│   └── Overrun             a limit is passed
├── Reject                  a row of somebody else's table can't be taken: the import counts it, and goes on
├── Skip                    a row of it says nothing by the rules of its format: likewise
└── UsageError              what was asked for does not exist or does not fit: exit code 2
    └── UnknownName         no such entity, era, question or kind; carries the nearest names
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = [
    "Busy",
    "CorpusError",
    "DateError",
    "EndpointError",
    "Fault",
    "FileError",
    "FormatError",
    "KgError",
    "NotAcceptable",
    "Overrun",
    "PageError",
    "QueryError",
    "Reject",
    "RequestError",
    "Skip",
    "StoreError",
    "UnknownName",
    "UsageError",
]


class KgError(Exception):
    """Anything that the user can mend; its text says how."""

    exit_code = 1


class DateError(KgError):
    """A date, interval or period that does not exist or that graph.md §3 does not admit."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One slip in a curated file: where it is, what is wrong and what would be right.

    >>> str(Fault(Path("eras.yaml"), 3, "no month 13 in 2016-13: months are 01 to 12"))
    'eras.yaml:3: no month 13 in 2016-13: months are 01 to 12'
    """

    path: Path
    line: int
    why: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.why}"


class CorpusError(KgError):
    """Curated files break rules; says where, and how to fix each."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: Sequence[Fault] = tuple(sorted(set(faults)))
        super().__init__("\n".join(map(str, self.faults)))


class FileError(KgError):
    """A file or folder that can't be read or written, with the system's own word for it."""

    def __init__(self, path: Path, why: str) -> None:
        self.path = path
        super().__init__(f"{path}: {why}")


class QueryError(KgError):
    """A SPARQL query that can't be parsed, or asks for what is not allowed."""


class FormatError(QueryError):
    """The format that was asked for has no form for what is to be written: take another."""


class EndpointError(KgError):
    """A SPARQL endpoint that can't be reached, answers with an error, or does not hold such a data set."""


class StoreError(KgError):
    """A data set that the engine refuses to load."""


class PageError(KgError):
    """A view that can't be made as asked: too large, or nothing to show."""


class RequestError(KgError):
    """A request to the server that gets no answer, with the status that says so."""

    status = 400

    def __init__(self, why: str, status: int | None = None) -> None:
        self.status = status or self.status
        super().__init__(why)


class NotAcceptable(RequestError):
    """The asker takes none of the formats that there are."""

    status = 406


class Busy(RequestError):
    """Too many ask at once: come again."""

    status = 503


class Overrun(RequestError):
    """A limit is passed; the text names it."""

    status = 503


class Reject(KgError):
    """A row can't be taken: in a word or two for the count (``a date``), and in full for the report of what was rejected."""

    def __init__(self, kind: str, why: str) -> None:
        self.kind, self.why = kind, why
        super().__init__(why)


class Skip(KgError):
    """A row says nothing by the rules of its format, such as one whose flags are all 0; ``kind`` says which rule."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        super().__init__(kind)


class UsageError(KgError):
    """What was asked for does not fit together."""

    exit_code = 2


class UnknownName(UsageError):
    """No such name among those known; says which are nearest.

    >>> str(UnknownName("actor", "rusia", ["russia", "japan"]))
    "no actor 'rusia'; nearest: russia"
    """

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        self.name = name
        self.known = tuple(sorted(known))
        from difflib import get_close_matches

        near = get_close_matches(name, self.known, n=3, cutoff=0.5)
        if near:
            hint = f"nearest: {', '.join(near)}"
        elif len(self.known) <= 12:
            hint = f"there are: {', '.join(self.known) or 'none'}"
        else:
            hint = f"none of the {len(self.known)} known is near"
        super().__init__(f"no {what} {name!r}; {hint}")
