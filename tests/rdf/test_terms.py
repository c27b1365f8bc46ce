"""Terms as N-Quads writes them."""

from __future__ import annotations

from decimal import Decimal

import pyoxigraph as ox
from hypothesis import given
from hypothesis import strategies as st

from kg.rdf.terms import Iri, Literal, Quad, decimal, nquads

_TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@given(_TEXT)
def test_any_text_survives_the_engine(text: str) -> None:
    line = nquads([Quad(Iri("urn:s"), Iri("urn:p"), Literal(text)).n3])
    (quad,) = ox.parse(line, format=ox.RdfFormat.N_QUADS)
    assert quad.object == ox.Literal(text)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**9), max_value=10**9))
def test_a_number_is_written_as_the_engine_keeps_it(number: Decimal) -> None:
    store = ox.Store()
    store.load(nquads([Quad(Iri("urn:s"), Iri("urn:p"), decimal(number)).n3]), format=ox.RdfFormat.N_QUADS)
    (quad,) = store
    assert isinstance(quad.object, ox.Literal)
    assert quad.object.value == decimal(number).value
    assert Decimal(quad.object.value) == number


def test_every_digit_of_a_number_is_kept() -> None:
    texts = ["12345678901234567890.123456789012345", "-0.10", "100", "0.00"]
    assert [decimal(Decimal(text)).value for text in texts] == ["12345678901234567890.123456789012345", "-0.1", "100", "0"]


def test_quads_are_sorted_and_each_stands_once() -> None:
    a, b = Quad(Iri("urn:a"), Iri("urn:p"), Iri("urn:o")), Quad(Iri("urn:b"), Iri("urn:p"), Literal("x", language="en"), Iri("urn:g"))
    assert nquads([b.n3, a.n3, Quad(*a).n3]) == b'<urn:a> <urn:p> <urn:o> .\n<urn:b> <urn:p> "x"@en <urn:g> .\n'
