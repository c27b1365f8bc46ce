"""What users would pick: SPARQL over statement nodes, SQL, a loop over a graph in memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Any

import duckdb
import networkx
import pyoxigraph
import rdflib

from kg.index.columns import Part
from tests.benchmarks.time.asked import Engine, Invented

__all__ = ["DuckDb", "Networkx", "Oxigraph", "Rdflib", "nodes"]

_NS = "urn:x:"
_STATED = "?x <urn:x:s> ?s ; <urn:x:p> ?p ; <urn:x:o> ?o ; <urn:x:begin> ?b ; <urn:x:end> ?e . "
_DATE = "http://www.w3.org/2001/XMLSchema#date"
_INTEGER = "http://www.w3.org/2001/XMLSchema#integer"
_ON = 'FILTER(?b <= "{1}"^^<http://www.w3.org/2001/XMLSchema#date> && ?e >= "{0}"^^<http://www.w3.org/2001/XMLSchema#date>)'


def nodes(columns: Part) -> Iterator[str]:
    """The statements as N-Triples, eight for each."""
    days = [date.fromordinal(n).isoformat() for n in range(date(1945, 1, 1).toordinal(), date(2036, 1, 1).toordinal())]
    first = date(1945, 1, 1).toordinal()
    holders = [view[0][0] if view[0] else "nobody" for view in columns.views]
    numbers = (
        columns.subject,
        columns.kind,
        columns.object,
        columns.sign,
        columns.view,
        columns.earliest_begin - first,
        columns.latest_end - first,
    )
    for n, (s, k, o, sign, view, begin, end) in enumerate(zip(*(column.tolist() for column in numbers), strict=True)):
        x = f"<{_NS}statement-{n}>"
        yield (
            f"{x} <{_NS}type> <{_NS}Statement> .\n{x} <{_NS}s> <{_NS}{columns.paths[s]}> .\n{x} <{_NS}p> <{_NS}{columns.kinds[k]}> .\n"
            f'{x} <{_NS}o> <{_NS}{columns.paths[o]}> .\n{x} <{_NS}sign> "{sign}"^^<{_INTEGER}> .\n'
            f'{x} <{_NS}by> <{_NS}{holders[view]}> .\n{x} <{_NS}begin> "{days[begin]}"^^<{_DATE}> .\n'
            f'{x} <{_NS}end> "{days[end]}"^^<{_DATE}> .\n'
        )


class Sparql(Engine):
    """The questions in SPARQL over statement nodes."""

    def __init__(self, data: Invented) -> None:
        self.data = data
        self.day_on = _ON.format(*(date.fromordinal(data.day).isoformat(),) * 2)
        self.era_on = _ON.format(*(date.fromordinal(day).isoformat() for day in data.era))
        self.load("".join(nodes(data.columns)))

    def load(self, ntriples: str) -> None:
        """Read the statements."""
        raise NotImplementedError

    def ask(self, query: str) -> list[Any]:
        """The rows of an answer, IRIs without their namespace."""
        raise NotImplementedError

    def one(self) -> list[Any]:
        return self.ask(f"SELECT ?s ?p ?o {{ <{_NS}statement-{self.data.one}> <{_NS}s> ?s ; <{_NS}p> ?p ; <{_NS}o> ?o }}")

    def neighbours(self) -> list[Any]:
        me = f"<{_NS}{self.data.columns.paths[self.data.actor]}>"
        return self.ask(
            f"SELECT ?n ?sign (COUNT(*) AS ?many) {{ {{ ?x <{_NS}s> {me} ; <{_NS}o> ?n }} UNION {{ ?x <{_NS}o> {me} ; <{_NS}s> ?n }} "
            f"?x <{_NS}begin> ?b ; <{_NS}end> ?e ; <{_NS}sign> ?sign {self.day_on} }} GROUP BY ?n ?sign"
        )

    def rows(self) -> list[Any]:
        return self.ask(f"SELECT ?s ?p ?o {{ {_STATED} {self.day_on} }}")

    def pair_rows(self) -> list[Any]:
        return self.ask(
            f"SELECT ?a ?c ?sign (COUNT(*) AS ?many) {{ {_STATED} ?x <{_NS}sign> ?sign {self.era_on} "
            "BIND(IF(STR(?s) < STR(?o), ?s, ?o) AS ?a) BIND(IF(STR(?s) < STR(?o), ?o, ?s) AS ?c) } GROUP BY ?a ?c ?sign"
        )

    def triangles(self) -> list[Any]:
        side = (
            "{{ SELECT ?{0} ?{1} (MIN(?i) AS ?{2}) {{ ?x <urn:x:s> ?s ; <urn:x:o> ?o ; <urn:x:begin> ?b ; <urn:x:end> ?e ; <urn:x:sign> ?i "
            + self.day_on.replace("{", "{{")
            + " FILTER(?i != 0) BIND(IF(STR(?s) < STR(?o), ?s, ?o) AS ?{0}) BIND(IF(STR(?s) < STR(?o), ?o, ?s) AS ?{1}) }} "
            "GROUP BY ?{0} ?{1} HAVING(MIN(?i) = MAX(?i)) }}"
        )
        sides = side.format("a", "m", "i1") + side.format("m", "z", "i2") + side.format("a", "z", "i3")
        found = self.ask(f"SELECT ?sum (COUNT(*) AS ?many) {{ {sides} BIND(?i1 + ?i2 + ?i3 AS ?sum) }} GROUP BY ?sum")
        counts = {int(total): int(many) for total, many in found}
        return [tuple(counts.get(total, 0) for total in (3, 1, -1, -3))]

    def counts(self) -> list[Any]:
        years = " ".join(
            f'({year} "{year}-01-01"^^<{_DATE}> "{year}-12-31"^^<{_DATE}>)' for year in range(self.data.first, self.data.last + 1)
        )
        return self.ask(
            f"SELECT ?y ?sign (COUNT(*) AS ?many) {{ ?x <{_NS}begin> ?b ; <{_NS}end> ?e ; <{_NS}sign> ?sign "
            f"VALUES (?y ?from ?to) {{ {years} }} FILTER(?b <= ?to && ?e >= ?from) }} GROUP BY ?y ?sign"
        )


class Oxigraph(Sparql):
    """pyoxigraph in memory."""

    name = "pyoxigraph"

    def load(self, ntriples: str) -> None:
        self.store = pyoxigraph.Store()
        self.store.bulk_load(ntriples.encode(), format=pyoxigraph.RdfFormat.N_TRIPLES)

    def ask(self, query: str) -> list[Any]:
        found: Any = self.store.query(query)
        return [tuple(_value(term.value) for term in row) for row in found]


class Rdflib(Sparql):
    """rdflib in memory."""

    name = "rdflib"

    def load(self, ntriples: str) -> None:
        self.graph = rdflib.Graph()
        self.graph.parse(data=ntriples, format="nt")

    def ask(self, query: str) -> list[Any]:
        return [tuple(_value(str(term)) for term in row) for row in self.graph.query(query)]  # type: ignore[union-attr]


def _value(text: str) -> Any:
    return text.removeprefix(_NS) if text.startswith(_NS) else int(text)


class DuckDb(Engine):
    """A table, dictionary-coded and sorted by begin, on one thread."""

    name = "DuckDB"

    def __init__(self, data: Invented) -> None:
        c, self.data = data.columns, data
        held = {"s": c.subject, "o": c.object, "p": c.kind, "sign": c.sign, "b": c.earliest_begin, "e": c.latest_end}
        self.base = duckdb.connect(config={"threads": 1})
        self.base.register("held", held)
        self.base.execute("CREATE TABLE st AS SELECT row_number() OVER () - 1 AS id, * FROM held")
        self.base.execute("CREATE TABLE sorted AS SELECT * FROM st ORDER BY b; DROP TABLE st; ALTER TABLE sorted RENAME TO st")
        for table, names in (("actor", c.paths), ("kind", c.kinds)):
            self.base.execute(f"CREATE TABLE {table} (id INTEGER, name VARCHAR)")
            self.base.executemany(f"INSERT INTO {table} VALUES (?, ?)", list(enumerate(names)))

    def _ask(self, sql: str) -> list[Any]:
        return self.base.execute(sql).fetchall()

    def one(self) -> list[Any]:
        return self._ask(f"SELECT a.name, k.name, z.name FROM (FROM st WHERE id = {self.data.one}) st {_NAMED}")

    def neighbours(self) -> list[Any]:
        me, day = self.data.actor, self.data.day
        other = f"SELECT if(s = {me}, o, s) AS n, sign FROM st WHERE (s = {me} OR o = {me}) AND b <= {day} AND e >= {day}"
        return self._ask(f"SELECT name, sign, count(*) FROM ({other}) JOIN actor ON n = id GROUP BY ALL")

    def day(self) -> Any:
        return self.base.execute(f"SELECT s, p, o FROM st WHERE b <= {self.data.day} AND e >= {self.data.day}").fetchnumpy()

    def rows(self) -> list[Any]:
        return self._ask(f"SELECT a.name, k.name, z.name FROM (FROM st WHERE b <= {self.data.day} AND e >= {self.data.day}) st {_NAMED}")

    def pairs(self) -> Any:
        first, last = self.data.era
        return self.base.execute(f"{_PAIRS} WHERE b <= {last} AND e >= {first} GROUP BY ALL").fetchnumpy()

    def pair_rows(self) -> list[Any]:
        first, last = self.data.era
        grouped = f"{_PAIRS} WHERE b <= {last} AND e >= {first} GROUP BY ALL"
        return self._ask(f"SELECT a.name, z.name, sign, many FROM ({grouped}) g JOIN actor a ON a.id = g.a JOIN actor z ON z.id = g.z")

    def triangles(self) -> list[Any]:
        held = (
            f"SELECT least(s, o) AS a, greatest(s, o) AS z, sign FROM st WHERE b <= {self.data.day} AND e >= {self.data.day} AND sign <> 0"
        )
        side = f"WITH side AS (SELECT a, z, (min(sign) < 0)::INT AS bad FROM ({held}) GROUP BY a, z HAVING min(sign) = max(sign))"
        joined = "SELECT x.bad + y.bad + w.bad AS n FROM side x JOIN side y ON x.z = y.a JOIN side w ON w.a = x.a AND w.z = y.z"
        counts = dict(self._ask(f"{side} SELECT n, count(*) FROM ({joined}) GROUP BY n"))
        return [tuple(counts.get(n, 0) for n in range(4))]

    def counts(self) -> list[Any]:
        years = [(y, date(y, 1, 1).toordinal(), date(y, 12, 31).toordinal()) for y in range(self.data.first, self.data.last + 1)]
        table = ", ".join(map(str, years))
        return self._ask(f"SELECT y, sign, count(*) FROM st JOIN (VALUES {table}) AS t(y, f, l) ON b <= l AND e >= f GROUP BY ALL")


_NAMED = "JOIN actor a ON a.id = st.s JOIN kind k ON k.id = st.p JOIN actor z ON z.id = st.o"
_PAIRS = "SELECT least(s, o) AS a, greatest(s, o) AS z, sign, count(*) AS many FROM st"


class Networkx(Engine):
    """A loop over the edges of a graph that stands already."""

    name = "networkx"

    def __init__(self, data: Invented) -> None:
        c, self.data = data.columns, data
        self.graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
        numbers = (c.subject, c.kind, c.object, c.sign, c.earliest_begin, c.latest_end)
        for n, (s, k, o, sign, b, e) in enumerate(zip(*(column.tolist() for column in numbers), strict=True)):
            self.graph.add_edge(c.paths[s], c.paths[o], key=n, kind=c.kinds[k], sign=sign, b=b, e=e)

    def neighbours(self) -> list[Any]:
        me, day, graph = self.data.columns.paths[self.data.actor], self.data.day, self.graph
        both = [*graph.out_edges(me, data=True), *((b, a, at) for a, b, at in graph.in_edges(me, data=True))]
        found = Counter((other, at["sign"]) for _, other, at in both if at["b"] <= day <= at["e"])
        return [(*what, many) for what, many in found.items()]

    def rows(self) -> list[Any]:
        day = self.data.day
        return [(a, at["kind"], b) for a, b, at in self.graph.edges(data=True) if at["b"] <= day <= at["e"]]

    def pair_rows(self) -> list[Any]:
        first, last = self.data.era
        edges = ((min(a, b), max(a, b), at) for a, b, at in self.graph.edges(data=True))
        found = Counter((a, b, at["sign"]) for a, b, at in edges if at["b"] <= last and at["e"] >= first)
        return [(*what, many) for what, many in found.items()]

    def triangles(self) -> list[Any]:
        signs: dict[tuple[str, str], set[int]] = {}
        for a, b, at in self.graph.edges(data=True):
            if at["b"] <= self.data.day <= at["e"] and at["sign"]:
                signs.setdefault((min(a, b), max(a, b)), set()).add(at["sign"])
        sides: networkx.Graph[str] = networkx.Graph()
        sides.add_edges_from((a, b, {"bad": sign == {-1}}) for (a, b), sign in signs.items() if len(sign) == 1)
        counts = [0, 0, 0, 0]
        for a in sides:
            later = [b for b in sides[a] if b > a]
            for b, c in combinations(later, 2):
                if sides.has_edge(b, c):
                    counts[sides[a][b]["bad"] + sides[a][c]["bad"] + sides[b][c]["bad"]] += 1
        return [tuple(counts)]

    def counts(self) -> list[Any]:
        found: Counter[tuple[int, int]] = Counter()
        for _, _, at in self.graph.edges(data=True):
            first, last = date.fromordinal(at["b"]).year, date.fromordinal(at["e"]).year
            found.update((year, at["sign"]) for year in range(first, min(last, self.data.last) + 1))
        return [(*what, many) for what, many in found.items()]
