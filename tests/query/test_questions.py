"""Named questions: files and parameters."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import resources
from kg.errors import CorpusError, FileError, UnknownName, UsageError
from kg.query.engine import Engine
from kg.query.parameters import terms
from kg.query.questions import bind, check_questions, find, questions

SHIPPED = [resources.shipped_corpus()]


def test_every_question_explains_each_of_its_parameters() -> None:
    for question in questions(SHIPPED).values():
        assert question.title
        assert all(parameter.meaning for parameter in question.parameters), question.name


def test_an_unknown_question_names_the_nearest() -> None:
    with pytest.raises(UnknownName) as raised:
        find("vote", SHIPPED)
    assert str(raised.value) == "no question 'vote'; nearest: votes"


def test_a_parameter_takes_the_place_of_what_stands_in_its_block() -> None:
    text = "SELECT * { VALUES ?a { actor:x } VALUES ?b { 1 2 } ?a ?p ?b }"
    assert bind(text, {"b": "3"}) == "SELECT * { VALUES ?a { actor:x } VALUES ?b { 3 } ?a ?p ?b }"


def test_a_parameter_that_is_not_there_is_refused() -> None:
    with pytest.raises(UsageError, match="the query has no parameter c; it has: a"):
        bind("SELECT * { VALUES ?a { 1 } }", {"c": "3"})


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("sylvania", "<https://example.org/f/actor/sylvania>"),
        ("actor:sylvania", "<https://example.org/f/actor/sylvania>"),
        ("<urn:x>", "<urn:x>"),
        ("memberOf", "<https://w3id.org/comity/relation/memberOf>"),
    ],
)
def test_a_value_is_an_id_a_prefixed_name_or_an_iri(engine: Engine, given: str, expected: str) -> None:
    assert terms(engine, "VALUES ?a { actor:freedonia }", {"a": given}) == {"a": expected}


def test_a_value_takes_the_type_of_the_literal_that_it_replaces(engine: Engine) -> None:
    assert terms(engine, 'VALUES ?a { "1914-01-01"^^xsd:date }', {"a": "1932-06-01"}) == {"a": '"1932-06-01"^^xsd:date'}
    assert terms(engine, 'VALUES ?a { "x" }', {"a": 'say "hi" } #'}) == {"a": '"say \\"hi\\" } #"'}


def test_a_number_stays_a_number(engine: Engine) -> None:
    assert terms(engine, "VALUES ?a { 29 }", {"a": "7"}) == {"a": "7"}
    with pytest.raises(UsageError, match="a is a number, not 'seven'"):
        terms(engine, "VALUES ?a { 29 }", {"a": "seven"})


@pytest.mark.parametrize("given", ["> } SERVICE", "<urn:x> } #", "nope", "actor:x } #", "unknown:x"])
def test_a_value_that_is_no_term_never_reaches_the_query(engine: Engine, given: str) -> None:
    with pytest.raises(UsageError):
        terms(engine, "VALUES ?a { actor:freedonia }", {"a": given})


def test_a_check_names_file_and_line_of_every_question_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "questions").mkdir()
    (tmp_path / "corpus.yaml").touch()
    (tmp_path / "questions" / "bare.rq").write_text("ASK {}")
    (tmp_path / "questions" / "broken.rq").write_text("# title: T\nSELECT * {\n  ?s a }")
    (tmp_path / "questions" / "good.rq").write_text("# title: T\nASK { ?s a kg:Event }")
    with pytest.raises(CorpusError) as raised:
        check_questions([tmp_path], "https://example.org/")
    bare, broken = map(str, raised.value.faults)
    assert bare == f"{tmp_path}/questions/bare.rq:1: a question begins with `# title: …`"
    assert broken.startswith(f"{tmp_path}/questions/broken.rq:3: no valid SPARQL: error at 3:")


def test_a_question_without_title_is_refused(tmp_path: Path) -> None:
    (tmp_path / "questions").mkdir()
    (tmp_path / "corpus.yaml").touch()
    (tmp_path / "questions" / "bare.rq").write_text("ASK {}")
    with pytest.raises(FileError, match="a question begins with `# title: …`"):
        questions([tmp_path])


def test_a_parameter_without_block_is_refused(tmp_path: Path) -> None:
    (tmp_path / "questions").mkdir()
    (tmp_path / "corpus.yaml").touch()
    (tmp_path / "questions" / "bare.rq").write_text("# title: T\n# param a: what\nASK {}")
    with pytest.raises(FileError, match="param a has no block VALUES \\?a"):
        questions([tmp_path])


def test_a_language_tag_stays_and_a_text_may_have_blanks(engine: Engine) -> None:
    assert terms(engine, 'VALUES ?a { "Freedonia"@en }', {"a": "Sylvania"}) == {"a": '"Sylvania"@en'}
    assert terms(engine, 'VALUES ?a { "North Korea" }', {"a": "South Korea"}) == {"a": '"South Korea"'}


def test_only_what_a_question_declares_is_its_parameter() -> None:
    question = find("first-and-last", SHIPPED)
    question.check_names([parameter.name for parameter in question.parameters])
    with pytest.raises(UsageError, match="first-and-last has no parameter which; it has: "):
        question.check_names(["which"])
