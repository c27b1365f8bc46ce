"""Named questions: SPARQL files with a title, whose parameters are variables bound by a VALUES block."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import CorpusError, Fault, FileError, QueryError, UnknownName, UsageError
from kg.files import read_text
from kg.readers.curated.files import corpus_files

__all__ = ["Parameter", "Question", "bind", "check_questions", "defaults", "find", "questions"]

_HEADER = re.compile(r"#\s*(title|param|time)\b\s*(\w+)?\s*:\s*(.*)", re.ASCII)
_VALUES = re.compile(r"(VALUES\s+\?(\w+)\s*\{)([^{}]*)(\})", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable of the question, what it means, and the term it has unless another is given."""

    name: str
    meaning: str
    default: str


@dataclass(frozen=True, slots=True)
class Question:
    """A query with a name. ``time`` says whether it asks the direct triples of a day, period or era."""

    name: str
    title: str
    text: str
    time: bool
    parameters: tuple[Parameter, ...]

    def check_time(self, given: bool) -> None:
        """Raises `UsageError` where a time is missing, or given to a question that asks the record of all times."""
        if self.time and not given:
            raise UsageError(f"{self.name} asks about a time: give --on, --during or --era")
        if given and not self.time:
            raise UsageError(f"{self.name} asks the record of all times: leave out --on, --during and --era")

    def check_names(self, given: Collection[str]) -> None:
        """Raises `UsageError` for a value that the question has no parameter for."""
        known = [parameter.name for parameter in self.parameters]
        for name in given:
            if name not in known:
                raise UsageError(f"{self.name} has no parameter {name}; it has: {', '.join(known) or 'none'}")


def questions(folders: Sequence[Path]) -> dict[str, Question]:
    """The general questions and those of the corpora, by name. Raises `FileError` where one has no title, or a folder is no corpus."""
    general = (Path(__file__).parent / "questions").glob("*.rq")
    own = (file for folder in folders for file in corpus_files(folder) if file.suffix == ".rq")
    return {file.stem: _read(file) for file in sorted([*general, *own], key=lambda file: file.stem)}


def check_questions(folders: Sequence[Path], base: str) -> None:
    """Hold the corpora's own questions to their form and to SPARQL's grammar. Raises `CorpusError` with all faults."""
    from kg.query.tokens import check_limits
    from kg.rdf.namespaces import prefixes
    from kg.store import Store

    faults = []
    for file in (file for folder in folders for file in corpus_files(folder) if file.suffix == ".rq"):
        try:
            text = _read(file).text
            check_limits(text)
            Store(b"").query(text, prefixes(base), [None], [])
        except FileError as error:
            faults.append(Fault(file, 1, str(error).removeprefix(f"{file}: ")))
        except QueryError as error:
            place = re.search(r"error at (\d+):", str(error))
            faults.append(Fault(file, int(place[1]) if place else 1, str(error)))
    if faults:
        raise CorpusError(faults)


def find(name: str, folders: Sequence[Path]) -> Question:
    """The question of that name. Raises `UnknownName` with the nearest names."""
    known = questions(folders)
    if name not in known:
        raise UnknownName("question", name, known)
    return known[name]


def defaults(text: str) -> dict[str, str]:
    """What stands in each VALUES block of one variable, by variable.

    >>> defaults("SELECT * { VALUES ?a { actor:x } }")
    {'a': 'actor:x'}
    """
    return {match[2]: match[3].strip() for match in _VALUES.finditer(text)}


def bind(text: str, values: Mapping[str, str]) -> str:
    """The query with the given terms in its VALUES blocks, in place of what stands there.

    Values are RDF terms as SPARQL writes them. Raises `UsageError` for a variable without a block.

    >>> bind("SELECT * { VALUES ?a { actor:x } }", {"a": "actor:y"})
    'SELECT * { VALUES ?a { actor:y } }'
    """
    blocks = defaults(text)
    for name in values:
        if name not in blocks:
            known = ", ".join(sorted(blocks)) or "none"
            raise UsageError(f"the query has no parameter {name}; it has: {known}")
    return _VALUES.sub(lambda m: f"{m[1]} {values[m[2]]} {m[4]}" if m[2] in values else m[0], text)


def _read(file: Path) -> Question:
    text = read_text(file)
    known = defaults(text)
    title, time, parameters = "", False, []
    for line in text.splitlines():
        match = _HEADER.match(line)
        if match is None:
            continue
        key, name, value = match.groups()
        if key == "title":
            title = value
        elif key == "time":
            time = True
        elif name not in known:
            raise FileError(file, f"param {name} has no block VALUES ?{name} {{ … }}")
        else:
            parameters.append(Parameter(name, value, known[name]))
    if not title:
        raise FileError(file, "a question begins with `# title: …`")
    return Question(file.stem, title, text, time, tuple(parameters))
