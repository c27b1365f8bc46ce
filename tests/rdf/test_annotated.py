"""Annotated triples of RDF 1.2."""

from __future__ import annotations

import pytest

from kg.errors import StoreError
from kg.rdf.annotated import annotated, plain
from kg.rdf.namespaces import RDF
from kg.rdf.terms import Iri, Literal, Quad, Reified
from kg.store import read_quads

S, A, P, B, G = map(Iri, ("urn:s", "urn:a", "urn:p", "urn:b", "urn:g"))
SUBJECT, PREDICATE, OBJECT = (Iri(RDF + part) for part in ("subject", "predicate", "object"))


def test_each_graph_annotates_for_itself() -> None:
    quads = [Quad(S, part, term, graph) for graph in (None, G) for part, term in ((SUBJECT, A), (PREDICATE, P), (OBJECT, B))]
    assert list(annotated(quads)) == [Reified(S, (A, P, B)), Reified(S, (A, P, B), G)]
    assert list(plain(annotated(quads))) == quads


def test_half_a_statement_stays_as_it_is() -> None:
    quads = [Quad(S, SUBJECT, A), Quad(S, OBJECT, Literal("b")), Quad(S, P, B)]
    assert set(annotated(quads)) == set(quads)


def test_what_is_annotated_already_stays_so() -> None:
    reified = Reified(S, (A, P, Literal("b", language="en")), G)
    assert list(annotated([reified])) == [reified]
    assert list(read_quads(reified.n3.encode())) == [reified]


def test_a_triple_is_the_object_of_nothing_else() -> None:
    with pytest.raises(StoreError, match=r"<urn:p> has a triple as its object: only rdf:reifies may"):
        list(read_quads(b"<urn:s> <urn:p> <<( <urn:a> <urn:p> <urn:b> )>> ."))


def test_text_that_is_no_nquads_is_refused_with_its_place() -> None:
    with pytest.raises(StoreError, match=r"not N-Quads: .*line 2"):
        list(read_quads(b"<urn:s> <urn:p> <urn:a> .\n<urn:s> <urn:p> .\n"))
