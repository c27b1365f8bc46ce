"""A data set to be asked: SPARQL over the record, the eras, and any day or period."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property, reduce
from hashlib import sha256
from operator import or_
from typing import TYPE_CHECKING

from kg.dataset import Dataset
from kg.errors import DateError, QueryError, UsageError
from kg.query.asked import Asked, Edge
from kg.query.clause import Clause
from kg.query.made import Alone, Made
from kg.query.scope import EVER, Scope
from kg.query.tokens import check_limits, named_iris
from kg.rdf.namespaces import DCTERMS, OWL, REL, prefixes
from kg.rdf.terms import Literal
from kg.store import ALL, Answer, DiskStore, Most, Store, Written

if TYPE_CHECKING:
    from kg.index import Index, Selected

__all__ = ["Engine"]


class Engine(Asked):
    """Evaluates queries in this process. Made graphs are put into the store under their own names."""

    def __init__(self, dataset: Dataset) -> None:
        self.base = dataset.base
        self.store = DiskStore(dataset.store, self.base) if dataset.store else Store(dataset.nquads, self.base)
        self.prefixes: Mapping[str, str] = prefixes(self.base)
        self._dataset = dataset
        self.record = f"{self.base}graph/record"
        self._eras = self.store.graphs
        self._standing = set(self._eras)
        self._made, self._stores = Made(self.store), Alone()

    @cached_property
    def index(self) -> Index:
        """The index of times, read when a question first needs it."""
        from kg.index import from_bytes

        return from_bytes(self._dataset.index)

    @property
    def on_disk(self) -> bool:
        """Whether the data set is too large to be read into memory before it is asked."""
        return isinstance(self.store, DiskStore)

    def ask(self, text: str, scope: Scope) -> Answer:
        """Rows, triples or a truth value. Raises `QueryError`, `DateError`, `UnknownName`."""
        store, default, named = self._graphs(text, scope)
        return store.query(text, self.prefixes, default, named)

    def write(self, text: str, format: str, *, scope: Scope = EVER, clause: Clause | None = None, most: Most = ALL) -> Written:
        """The answer in a standard format. A clause takes the place of what the query says with FROM."""
        store, default, named = self._graphs(text, scope, clause)
        return store.serialise(text, self.prefixes, default, named, format, most)

    @property
    def about(self) -> tuple[str, str]:
        """Title and version of the data set."""
        title, version = (self.store.objects(self.base, name) for name in (DCTERMS + "title", OWL + "versionInfo"))
        texts = [found[0].value if found and isinstance(found[0], Literal) else "" for found in (title, version)]
        return texts[0] or self.base, texts[1]

    @property
    def actors(self) -> list[str]:
        """The ids of all actors, in order."""
        return sorted(path.removeprefix("actor/") for path in self._actors)

    def ids(self) -> dict[str, str]:
        """The IRI of every record and kind of relation, by id or name."""
        return self.kinds() | self.by_id(self.all("?x a ?class . FILTER(STRSTARTS(STR(?class), STR(kg:)))"))

    def known(self, names: Collection[str]) -> dict[str, str]:
        """The IRIs of those of the names that are a record's id or a kind of relation."""
        ids = self.ids()
        return {name: ids[name] for name in names if name in ids}

    def facts(self, records: Collection[str]) -> Store:
        """All that cites the records, and more."""
        return self.store

    def _graphs(self, text: str, scope: Scope, clause: Clause | None = None) -> tuple[Store, list[str | None], list[str]]:
        """Where to ask, and the default and named graphs: those of FROM, else of the options, else the record and all eras."""
        asked: dict[str, list[str]] = {"FROM": [], "NAMED": [], "GRAPH": [], "": []}
        for keyword, iri in named_iris(check_limits(text), self.prefixes, self.base):
            asked[keyword].append(iri)
        if clause:
            asked |= {"FROM": list(clause.default), "NAMED": list(clause.named)}
        inner = [iri for iri in set(asked["GRAPH"]) if iri not in self._eras and self._make(iri)]
        # A variable after GRAPH may stand for any IRI of the query; one that is no graph's is only data.
        inner += [iri for iri in set(asked[""]) - {*inner, *self._eras} if self._is_graph(iri)]
        path = scope.path()
        if asked["FROM"] or asked["NAMED"]:
            if path:
                raise UsageError("the query names its graphs with FROM: leave that out, or --on, --during and --era")
            if not (asked["NAMED"] or inner or self.record in asked["FROM"]):
                return self._alone(sorted({*asked["FROM"]})), [None], []
            return self._kept(self._default(asked["FROM"]), {*map(self._existing, asked["NAMED"]), *inner})
        asked_for = [self.base + path] if path else []
        return self._kept(self._default([self.record, *asked_for]), {*self._eras, *inner, *asked_for})

    def _alone(self, names: list[str]) -> Store:
        """A store of these dated graphs and nothing else, as one."""
        return self._stores.store(" ".join(names), self.base, lambda: self._triples(reduce(or_, map(self.statements_in, names))))

    def _kept(self, default: list[str | None], named: set[str]) -> tuple[Store, list[str | None], list[str]]:
        self._made.forget(but=named.union(name for name in default if name))
        return self.store, default, sorted(named)

    def _default(self, names: list[str]) -> list[str | None]:
        """The record as it stands, and one graph of all direct triples asked for: a triple in two of them counts once."""
        direct = sorted({*names} - {self.record})
        if len(direct) == 1:
            self._existing(direct[0])
        elif direct:
            merged = "urn:merged:" + sha256(" ".join(direct).encode()).hexdigest()
            self._made.put(merged, lambda: self._triples(reduce(or_, map(self.statements_in, direct))))
            direct = [merged]
        return [*([None] if self.record in names else []), *direct]

    def _existing(self, iri: str) -> str:
        if not self._make(iri):
            raise self._no_graph(iri)
        return iri

    def _no_graph(self, iri: str) -> QueryError:
        known = f"the record <{self.record}>, eras, and dated graphs such as <{self.base}on/2016-07-08>"
        return QueryError(f"no graph <{iri}>: there are {known}")

    def _make(self, iri: str) -> bool:
        """Whether there is such a graph; a dated one is made, and the record gets a name, when first asked for."""
        if iri in self._standing:
            return True
        if iri == self.record:
            self.store.name_record(iri)
            self._standing.add(iri)
            return True
        if self.is_dated(iri):
            self._made.put(iri, lambda: self._triples(self.statements_in(iri)))
            return True
        return False

    def _is_graph(self, iri: str) -> bool:
        try:
            return self._make(iri)
        except (DateError, UsageError):
            return False

    def _triples(self, statements: Selected) -> list[tuple[str, str, str]]:
        return statements.graph(self.base, {kind.removeprefix(REL) for kind in self.symmetric})

    def statements_in(self, iri: str) -> Selected:
        """The statements whose direct triples such a graph holds. Raises `DateError`, `UnknownName`, `UsageError`."""
        from kg.query.dated import DatedGraph

        if not self.is_dated(iri):
            raise self._no_graph(iri)
        return DatedGraph.parse(iri.removeprefix(self.base), self.index, self._actors).statements(self.index)

    def edges(self, graph: str) -> list[Edge]:
        """The same statements by their IRIs."""
        base, statements = self.base, self.statements_in(graph)
        stated = zip(statements.in_time(), statements.triples(), strict=True)
        return [Edge(f"{base}statement/{name}", base + s, REL + kind, base + o) for name, (s, kind, o) in stated]

    @cached_property
    def _actors(self) -> frozenset[str]:
        return frozenset(iri.removeprefix(self.base) for iri in self.all("?x a kg:Actor"))

    def all(self, pattern: str) -> frozenset[str]:
        """The IRIs that ``?x`` stands for in a pattern of the record."""
        answer = self.store.query(f"SELECT ?x {{ {pattern} }}", self.prefixes, [None], [])
        return frozenset(str(row[0]) for row in answer.rows)
