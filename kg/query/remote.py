"""The data set at a SPARQL endpoint: the same questions, asked of another store."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from kg.errors import EndpointError, UnknownName, UsageError
from kg.query.asked import Asked, Edge
from kg.query.citations import FOLLOWED
from kg.query.protocol import Endpoint
from kg.query.scope import EVER, NO_TIME, Scope
from kg.query.tokens import Token, check_limits, form_of, named_iris
from kg.rdf.namespaces import KG, REL, prefixes
from kg.rdf.terms import Iri, Term
from kg.store import ACCEPT_ROWS, ACCEPT_TRIPLES, Answer, Received, Written

__all__ = ["Remote"]

_AT_ONCE = 200  # IRIs in one request: other stores refuse queries that are too long
_SCHEME = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*:")
_FOLDERS = ("actor", "office", "place", "policy", "event", "source", "era", "statement", "claim", "conflict", "periodisation")
_NAMED = ("Actor", "Office", "Place", "Policy", "Event", "Source", "Era")


class Remote(Asked):
    """Sends queries to an endpoint, which tells what its base is and which of its graphs is the record.

    Raises `UsageError` where the address is none, `EndpointError` where there is no such data set.
    """

    def __init__(self, url: str, seconds: float = 60.0) -> None:
        self._endpoint = Endpoint(url, seconds)
        self._record: str | None = None  # where none, the default graph is the record
        self._eras: frozenset[str] = frozenset()
        self.base, self.prefixes = "", prefixes("")
        self.base = self._find_base()
        self.prefixes = prefixes(self.base)
        if self._record is None:
            self._check_default()
        self._eras = self.all("?x a kg:Era")

    def ask(self, text: str, scope: Scope = EVER) -> Answer:
        """Rows, triples or a truth value. Raises `QueryError`, `EndpointError`, `UsageError`."""
        return self._send(text, scope).answer()

    def write(self, text: str, format: str, *, scope: Scope = EVER) -> Written:
        """The answer in a standard format, written by this program: the bytes are alike, whatever the endpoint is."""
        return self._send(text, scope).written(format, self.prefixes)

    def all(self, pattern: str) -> frozenset[str]:
        """The IRIs that ``?x`` stands for in a pattern of the record."""
        return frozenset(str(row[0]) for row in self.ask(f"SELECT DISTINCT ?x {{ {pattern} }}").rows)

    def ids(self) -> dict[str, str]:
        """The IRI of every entity and kind of relation, by id or name; statements may be too many to be fetched."""
        return self.kinds() | self.by_id(self.all(f"VALUES ?class {{ {' '.join('kg:' + name for name in _NAMED)} }} ?x a ?class"))

    def known(self, names: Collection[str]) -> dict[str, str]:
        """The IRIs of those of the names that are a record's id or a kind of relation."""
        slugs = [name for name in names if re.fullmatch(r"[\w.-]+", name)]
        iris = [REL + name for name in slugs] + [f"{self.base}{folder}/{name}" for folder in _FOLDERS for name in slugs]
        found = self.all(f"VALUES ?x {{ {_terms(iris)} }} ?x a ?class") if iris else frozenset()
        return {iri.rpartition("/")[2]: iri for iri in sorted(found)}

    def edges(self, graph: str) -> list[Edge]:
        """The statements that possibly hold in an era."""
        answer = self.ask(
            f"""SELECT ?statement ?subject ?kind ?object {{
              <{graph}> sem:hasEarliestBeginTimeStamp ?first ; sem:hasLatestEndTimeStamp ?last .
              ?statement a kg:Statement ; rdf:subject ?subject ; rdf:predicate ?kind ; rdf:object ?object ;
                kg:status kg:Actual ; kg:negated false ; sem:hasEarliestBeginTimeStamp ?begin ; sem:hasLatestEndTimeStamp ?end .
              FILTER(?begin <= ?last && ?end >= ?first) }}"""
        )
        return [Edge(*map(str, row)) for row in answer.rows]

    def facts(self, records: Collection[str]) -> Fetched:
        """Whatever citing the records needs to know, in few requests: of all records, then of all that they lead to."""
        facts, asked, new = Fetched(), set[str](), set(records)
        while new:
            rows = [row for part in _parts(sorted(new)) for row in self.ask(_about(part)).rows]
            facts.add(rows)
            asked |= new
            new = {str(row[2]) for row in rows if isinstance(row[2], Iri)} - asked
        return facts

    def _send(self, text: str, scope: Scope) -> Received:
        if scope.path():
            raise UsageError(NO_TIME)
        words = check_limits(text)
        iris = list(named_iris(words, self.prefixes, self.base))
        self._check_graphs(iris)
        # What FROM says is said beside the query, too: some stores, set to the union of all graphs, hear only that.
        default, named = ({iri for keyword, iri in iris if keyword == word} for word in ("FROM", "NAMED"))
        if self._record and not default | named:
            default, named = {self._record}, {*self._eras, *(iri for _, iri in iris if iri == self._record)}
        form = [("query", _prologue(words, self.prefixes, self.base) + text)]
        form += [*(("default-graph-uri", iri) for iri in sorted(default)), *(("named-graph-uri", iri) for iri in sorted(named))]
        triples = form_of(text) in ("CONSTRUCT", "DESCRIBE")
        return self._endpoint.post(form, ACCEPT_TRIPLES if triples else ACCEPT_ROWS)

    def _check_graphs(self, iris: Iterable[tuple[str, str]]) -> None:
        """Raises `UsageError` for graphs that the endpoint can't have: an empty answer would pass for a true one."""
        paths = [(keyword, iri, *iri.removeprefix(self.base).partition("/")[::2]) for keyword, iri in iris]
        for _, iri, kind, name in paths:
            if kind in ("on", "during") or (kind == "era" and "/" in name):
                raise UsageError(f"<{iri}>: {NO_TIME}")
        for keyword, iri, kind, name in paths:
            if keyword and kind == "era" and iri not in self._eras:
                raise UnknownName("era", name, (era.rpartition("/")[2] for era in self._eras))
            if keyword and (kind, name) == ("graph", "record") and iri != self._record:
                there = f"<{self._record}>" if self._record else "the default graph, which has no name"
                raise UsageError(f"at {self._endpoint.name} the record is {there}: there is no graph <{iri}>")

    def _find_base(self) -> str:
        """What the data set says of itself; sets which named graph is the record, where one is."""
        about = f"?base <{KG}defaultPeriodisation> ?periodisation"
        rows = self.ask(f"SELECT DISTINCT ?base ?graph {{ {{ {about} }} UNION {{ GRAPH ?graph {{ {about} }} }} }}").rows
        bases = sorted({str(base) for base, _ in rows})
        if len(bases) != 1:
            held = "no data set of this program" if not bases else f"several data sets ({', '.join(bases)}), and can be asked for one only"
            raise EndpointError(f"{self._endpoint.name}: the endpoint holds {held}: load one dataset.nq")
        graphs = sorted({str(graph) for _, graph in rows if graph is not None})
        self._record = f"{bases[0]}graph/record" if f"{bases[0]}graph/record" in graphs else next(iter(graphs), None)
        return bases[0]

    def _check_default(self) -> None:
        """A default graph that is the union of all graphs has direct triples of every era: answers would be false."""
        if self.all("?x kg:polarity ?sign . ?one ?x ?other"):
            raise EndpointError(
                f"{self._endpoint.name}: the default graph holds the eras too: load what is in no graph as <{self.base}graph/record>"
            )


class Fetched:
    """Triples that were fetched, by subject and predicate."""

    def __init__(self) -> None:
        self._objects: dict[tuple[str, str], list[Term]] = {}

    def add(self, rows: Iterable[Sequence[Term | None]]) -> None:
        """Keep rows of subject, predicate and object."""
        for subject, predicate, object in rows:
            if object is not None:
                self._objects.setdefault((str(subject), str(predicate)), []).append(object)

    def objects(self, subject: str, predicate: str) -> list[Term]:
        """All objects of a subject and predicate."""
        return self._objects.get((subject, predicate), [])


def _about(subjects: Iterable[str]) -> str:
    return f"SELECT DISTINCT ?s ?p ?o {{ VALUES ?s {{ {_terms(subjects)} }} VALUES ?p {{ {_terms(FOLLOWED)} }} ?s ?p ?o }}"


def _terms(iris: Iterable[str]) -> str:
    return " ".join(Iri(iri).n3 for iri in iris)


def _parts(iris: Sequence[str]) -> Iterator[Sequence[str]]:
    return (iris[i : i + _AT_ONCE] for i in range(0, len(iris), _AT_ONCE))


def _prologue(words: list[Token], known: Mapping[str, str], base: str) -> str:
    """Declarations of what the query uses undeclared, without a line of their own: errors keep their line numbers."""
    used = {word.text.partition(":")[0] for word in words if word.kind == "pname"}
    declared = {after.text.removesuffix(":") for word, after in pairwise(words) if word.text.upper() == "PREFIX"}
    relative = any(word.kind == "iri" and not _SCHEME.match(word.text) for word in words)
    start = f"BASE <{base}> " if relative and base else ""
    return start + "".join(f"PREFIX {name}: <{known[name]}> " for name in sorted(used - declared) if name in known)
