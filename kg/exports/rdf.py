"""The standard formats of RDF, which hold everything."""

from __future__ import annotations

from collections.abc import Mapping

from kg.errors import UsageError
from kg.exports.format import ALL, Format
from kg.exports.quads import RECORD, quads_of
from kg.exports.selection import Selection
from kg.files import Data
from kg.rdf.namespaces import prefixes
from kg.store import GRAPHS, dumped

__all__ = ["FORMATS"]

_TITLES = {
    "turtle": "RDF 1.1 Turtle, one graph",
    "trig": "RDF 1.1 TriG",
    "ntriples": "RDF 1.1 N-Triples, one graph",
    "nquads": "RDF 1.1 N-Quads",
    "rdfxml": "RDF 1.1 XML, one graph",
}
_SEVERAL = ("trig", "nquads")  # hold named graphs


def _format(name: str, title: str) -> Format:
    ending, single = GRAPHS[name].ending, name not in _SEVERAL

    def files(selection: Selection) -> Mapping[str, Data]:
        if single and selection.only is None and not _one_graph(selection):
            other = selection.scope.path() if selection.scope.timed else "an era"
            raise UsageError(
                f"{name} has one graph, the data set has several: add --graph with {RECORD} or {other}, or take trig or nquads"
            )
        if name == "nquads" and selection.whole and selection.only is None:  # as they are kept, however many
            return {f"dataset.{ending}": selection.graph.stored.pieces()}
        return {f"dataset.{ending}": dumped(quads_of(selection), name, prefixes(selection.base))}

    return Format(name=name, title=title, ending=ending, kept=ALL, files=files, graphs=True, single=single)


def _one_graph(selection: Selection) -> bool:
    """Whether the record is all there is: a view of no time."""
    return not selection.whole and not selection.scope.timed


FORMATS = tuple(_format(name, title) for name, title in _TITLES.items())
