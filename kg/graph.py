"""Graph and load(): what ``import kg`` gives. Parts are imported inside the methods that need them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

from kg import resources
from kg.errors import UnknownName, UsageError
from kg.query.rows import Rows

if TYPE_CHECKING:
    import networkx
    import rdflib

    from kg.analysis.difference import Difference
    from kg.analysis.disagreements import Disagreement
    from kg.analysis.portrait import Portrait
    from kg.dataset import Dataset
    from kg.index import Index
    from kg.lake import Lake
    from kg.model.bounds import Bounds
    from kg.model.period import Period
    from kg.model.relations import Relation
    from kg.model.resolved import Resolved
    from kg.query.asked import Asked
    from kg.query.engine import Engine
    from kg.query.questions import Question
    from kg.query.scope import Scope

__all__ = ["Graph", "Rows", "load"]

_MOST = 50_000  # statements: a gigabyte of objects, and half a minute to make them
_TOO_LARGE = "{:,} statements are too many for this: ask `kg query`, the index in Python, or export nquads or parquet"


@overload
def load(*corpora: str | Path, endpoint: str | None = None) -> Graph: ...
@overload
def load(*corpora: str | Path, engine: str) -> Lake: ...
def load(*corpora: str | Path, endpoint: str | None = None, engine: str | None = None) -> Graph | Lake:
    """The graph of one or several corpora, of the shipped one where none is named.

    Built on first use and kept in the user's cache. Raises `FileError` where a folder is no corpus, and on first use
    `CorpusError` with every fault of the corpora. With ``endpoint``, the address of a SPARQL endpoint that holds a data set,
    `Graph.query` asks that one; of the corpora only the named questions are used.

    With ``engine``, or where the one path ends in ``.parquet``, it is statements in Parquet that `kg.lake.open_lake` opens:
    ``kg.load("s3://bucket/*.parquet", engine="spark://host:7077")``. Without ``engine`` DuckDB answers; name it
    where types are checked.

    >>> import kg
    >>> g = kg.load()
    >>> len(g.query("SELECT ?era { ?era a kg:Era ; kg:periodisation periodisation:essay-phases }"))
    7
    """
    from kg.readers.curated.files import corpus_files

    if engine is not None or any(str(corpus).endswith(".parquet") for corpus in corpora):
        return _lake(corpora, endpoint, engine or "duckdb")
    folders = [Path(corpus) for corpus in corpora] or [resources.shipped_corpus()]
    for folder in folders:
        corpus_files(folder)
    return Graph(folders, endpoint=endpoint)


def _lake(paths: Sequence[str | Path], endpoint: str | None, engine: str) -> Lake:
    from kg.lake import open_lake

    if endpoint is not None or len(paths) != 1:
        raise UsageError("an engine reads one path, without endpoint: several files are a folder or a glob, such as 'folder/*.parquet'")
    return open_lake(str(paths[0]), engine)


class Graph:
    """One or several corpora to be asked; ``built`` are their records where they were read just now.

    With ``endpoint`` queries go to a SPARQL endpoint; what needs all records raises `UsageError`.
    """

    def __init__(self, folders: Sequence[Path], built: Resolved | None = None, endpoint: str | None = None) -> None:
        self.folders = tuple(folders)
        self._built = built
        self._endpoint = endpoint

    @cached_property
    def engine(self) -> Engine:
        """The SPARQL engine over the data set."""
        from kg.query.engine import Engine

        return Engine(self.stored)

    @cached_property
    def stored(self) -> Dataset:
        """The data set as it is kept: quads, index of times, base IRI."""
        from kg.dataset import open_dataset

        if self._endpoint is not None:
            raise UsageError("an endpoint answers queries; all else needs the corpus itself: load it without endpoint")
        return open_dataset(self.folders)

    @cached_property
    def asked(self) -> Asked:
        """What answers queries: the endpoint, else the engine. Raises `EndpointError`."""
        if self._endpoint is None:
            return self.engine
        from kg.query.remote import Remote

        return Remote(self._endpoint)

    @property
    def index(self) -> Index:
        """Which statements hold when."""
        return self.engine.index

    @cached_property
    def relations(self) -> Mapping[str, Relation]:
        """The kinds of relation, by name."""
        from kg.dataset import relations

        return relations()

    @cached_property
    def records(self) -> Resolved:
        """All records, with what follows from them. Raises `UsageError` where they are too many."""
        if self._built is not None:
            return self._built
        if self.is_large:
            raise UsageError(_TOO_LARGE.format(len(self.index)))
        from kg.model.resolved import resolve
        from kg.rdf.decode import decode

        return resolve(decode(self.engine.store.quads(), self.engine.base, self.relations))

    @property
    def is_large(self) -> bool:
        """Whether it has too many statements to have them all as objects: then queries, index, N-Quads and Parquet are what there is."""
        return self._built is None and self.engine.on_disk and len(self.index) > _MOST

    @cached_property
    def dataset(self) -> rdflib.Dataset:
        """The data set in rdflib, the record in its default graph."""
        import rdflib

        prefixes = self.engine.prefixes
        dataset = rdflib.Dataset()
        dataset.parse(data=self.stored.nquads, format="nquads")
        for prefix, iri in prefixes.items():
            dataset.bind(prefix, iri)
        return dataset

    def questions(self) -> Mapping[str, Question]:
        """The named questions, general ones and those of the corpora."""
        from kg.query.questions import questions

        return questions(self.folders)

    def sparql(self, query: str, parameters: Mapping[str, str] | None = None, *, timed: bool = False) -> str:
        """The SPARQL text that a query stands for, with its parameters bound.

        ``query`` is the name of a question if it has neither blank nor brace, else SPARQL; ``timed`` says whether a
        day, period or era is asked about with it. Raises `UnknownName` and `UsageError`.
        """
        from kg.query.parameters import check_defaults, terms
        from kg.query.questions import bind, find
        from kg.query.scope import NO_TIME

        given = parameters or {}
        if not query.strip():
            raise UsageError("the query is empty")
        if timed and self._endpoint is not None:
            raise UsageError(NO_TIME)
        if any(c.isspace() or c == "{" for c in query):
            return bind(query, terms(self.asked, query, given))
        question = find(query, self.folders)
        if question.time and self._endpoint is not None:
            raise UsageError(f"{question.name} asks about a time: {NO_TIME}")
        question.check_time(timed)
        question.check_names(given)
        values = terms(self.asked, question.text, given)
        check_defaults(self.asked, question, given)
        return bind(question.text, values)

    def query(self, query: str, parameters: Mapping[str, str] | None = None, **time: Any) -> Rows:
        """Ask SPARQL or a named question; ``on``, ``during``, ``era``, ``certain``, ``as_seen_by`` as on the command line.

        Raises `QueryError`, `EndpointError`, `DateError`, `UnknownName`, `UsageError`.
        """
        from kg.query.values import value

        scope = _scope(time)
        answer = self.asked.ask(self.sparql(query, parameters, timed=scope.timed), scope)
        if answer.truth is not None:
            return Rows(["answer"], [[answer.truth]], answer.truth)
        return Rows(answer.variables, [[value(term) for term in row] for row in answer.rows])

    def network(self, **time: Any) -> networkx.MultiDiGraph[str]:
        """What holds on a day, in a period or an era, or at any time, as networkx sees it; evidence on every edge."""
        from kg.network import network

        scope = _scope(time)
        span, seen = self.span(scope), self.actor(scope.as_seen_by)
        return network(self.records, self.relations, self.index, span, certain=scope.certain, as_seen_by=seen)

    def show(self, entity: str, **time: Any) -> Portrait:
        """Who or what an entity is, with all its relations, events and claims. Raises `UnknownName`."""
        from kg.analysis.portrait import portrait

        scope = _scope(time)
        span, seen = self.span(scope), self.actor(scope.as_seen_by)
        return portrait(self.records, self.relations, self.index, entity, span, certain=scope.certain, as_seen_by=seen)

    def conflicts(self, entity: str | None = None) -> list[Disagreement]:
        """What the sources disagree on, all readings with their passages. Raises `UnknownName`."""
        from kg.analysis.disagreements import disagreements

        return disagreements(self.records, self.relations, entity)

    def difference(self, first: str, second: str, *, certain: bool = False, as_seen_by: str | None = None) -> Difference:
        """What began, ended, changed sign or was kept between two eras, by their ids, with evidence. Raises `UnknownName`."""
        from kg.analysis.difference import difference

        for era in (first, second):  # before all records are made
            if era not in self.index.eras:
                raise UnknownName("era", era, self.index.eras)
        seen = self.actor(as_seen_by)
        return difference(self.records, self.relations, self.index, first, second, certain=certain, as_seen_by=seen)

    def span(self, scope: Scope) -> Period | Bounds | None:
        """The days that time options mean; none where they name no time. Raises `DateError`, `UnknownName`, `UsageError`."""
        from kg.model.period import Period

        if scope.era is not None:
            if scope.era not in self.index.eras:
                raise UnknownName("era", scope.era, self.index.eras)
            return self.index.eras[scope.era]
        if scope.on is not None:
            return Period.on(scope.on)
        if scope.during is not None:
            return Period.parse(scope.during)
        if scope.certain:
            raise UsageError("--certain says more of --on, --during or --era: give one of these")
        return None

    def actor(self, name: str | None) -> str | None:
        """The actor's id, where there is such an actor. Raises `UnknownName`."""
        from kg.model.entities import Actor

        if name is None:
            return None
        known = self.engine.actors if self.is_large else [actor.id for actor in self.records.records.of(Actor)]
        if name not in known:
            raise UnknownName("actor", name, known)
        return name


def _scope(time: Mapping[str, Any]) -> Scope:
    from kg.query.scope import Scope

    unknown = sorted(set(time) - {"on", "during", "era", "certain", "as_seen_by"})
    if unknown:
        raise TypeError(f"no such argument: {', '.join(unknown)}")
    return Scope(**time)
