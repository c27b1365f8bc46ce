"""The format ``tkg``: quadruples and quintuples of benchmarks of temporal graphs, by name or by number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from kg.errors import UsageError
from kg.readers.foreign.cameo import cameo
from kg.readers.foreign.facts import Fact, Party, Reader, Reject
from kg.readers.foreign.format import Format, Job, Sheet
from kg.readers.foreign.states import state_named
from kg.readers.foreign.times import edtf
from kg.readers.foreign.tkgmapping import Meant, TkgMapping, read_tkg_mapping

__all__ = ["FORMAT"]

_DICTIONARY = re.compile(r"(entity|relation)2id")
_ITEM = re.compile(r"Q[1-9]\d*", re.ASCII)
_FORMS: Mapping[int, Sequence[str]] = {
    4: ("subject", "relation", "object", "time"),
    5: ("subject", "relation", "object", "begin", "end"),
}


def _read(job: Job) -> Iterator[tuple[Sheet, Reader]]:
    mapping = read_tkg_mapping(job.mapping, job.kinds) if job.mapping else TkgMapping()
    job.about.update(title=mapping.title, licence=mapping.licence)
    names: dict[str, dict[str, str]] = {}
    for path in sorted(job.files, key=lambda path: not _DICTIONARY.search(path.name)):
        if found := _DICTIONARY.search(path.name):
            yield _sheet(job, path, {2: ("name", "id")}), partial(_enter, names.setdefault(found[1], {}))
        else:
            facts = _Quadruples(mapping, names.get("entity"), names.get("relation"))
            yield _sheet(job, path, _FORMS), facts.facts


def _sheet(job: Job, path: Path, forms: Mapping[int, Sequence[str]]) -> Sheet:
    line = job.first_line(path)
    delimiter = "\t" if "\t" in line else " "
    width = len(line.split(delimiter))
    if width not in forms:
        raise UsageError(f"{path}: line 1 has {width} columns: {' or '.join(map(str, forms))} are needed, with tabs or blanks between")
    return job.sheet(path, delimiter, forms[width], quoted=False)


def _enter(names: dict[str, str], cells: Sequence[str]) -> Iterable[Fact]:
    """A line of a dictionary: a name, and its number."""
    name, number = cells[0].strip(), cells[1].strip()
    if not name or not number.isdigit() or names.setdefault(number, name) != name:
        raise Reject("a name", f"no name with a number of its own: {name[:40]!r}, {number[:40]!r}")
    return ()


class _Quadruples:
    """Reads rows of a subject, a relation, an object, and a time or two."""

    def __init__(self, mapping: TkgMapping, entities: Mapping[str, str] | None, relations: Mapping[str, str] | None) -> None:
        self._mapping, self._entities, self._relations = mapping, entities, relations
        self._parties: dict[str, Party] = {}

    def facts(self, cells: Sequence[str]) -> Iterable[Fact]:
        """The one statement of a row; the fifth of its columns is an end unless the mapping says that there are none."""
        subject, relation, object, *times = cells
        meant = self._meant(relation.strip())
        ends = times if self._mapping.intervals else times[:1]
        yield Fact(
            self._parties.get(subject) or self._party(subject),
            meant.relation,
            self._parties.get(object) or self._party(object),
            edtf(ends, self._mapping.count),
            status=meant.status,
        )

    def _party(self, cell: str) -> Party:
        name = _told("an actor", cell.strip(), self._entities).strip("<>").replace("_", " ").strip()
        state = state_named(name)
        self._parties[cell] = party = state.party if state else Party(name, wikidata=name if _ITEM.fullmatch(name) else None)
        return party

    def _meant(self, cell: str) -> Meant:
        name = _told("a relation", cell, self._relations)
        if found := self._mapping.relations.get(name.casefold()):
            return found
        if meaning := cameo().get(name):
            return Meant(meaning.relation, meaning.status)
        raise Reject("a relation", f"no relation of the mapping, nor a code of CAMEO: {name[:40]!r}")


def _told(what: str, cell: str, names: Mapping[str, str] | None) -> str:
    """What a number stands for; where there is no dictionary, the cell itself."""
    if names is None:
        return cell
    if cell not in names:
        raise Reject(what, f"not in the dictionary: {cell[:40]!r}")
    return names[cell]


FORMAT = Format(title="A temporal graph", read=_read, mapped=True)
