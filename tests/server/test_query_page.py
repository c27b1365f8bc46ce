"""The page on which queries are written, in a real Chromium."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote

import pytest
from playwright.sync_api import Browser, Page, expect

import kg
from tests.server.conftest import Running, Starter

pytestmark = pytest.mark.browser
Opener = Callable[..., Page]
LABELS = "SELECT ?actor ?label { VALUES ?actor { actor:russia actor:japan } ?actor rdfs:label ?label } ORDER BY ?label"


@pytest.fixture
def open_page(chromium: Browser, served: Running) -> Iterator[Opener]:
    """Opens the page; nothing may be complained about, but answers that are refused."""
    contexts: list[Any] = []
    errors: list[str] = []

    def opened(server: Running = served, hash_: str = "", **more: Any) -> Page:
        contexts.append(context := chromium.new_context(**({"viewport": {"width": 1200, "height": 900}} | more)))
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda told: errors.append(told.text) if told.type == "error" and "status of" not in told.text else None)
        page.goto(f"http://127.0.0.1:{server.port}/sparql{hash_}")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert errors == []


def cells(page: Page) -> list[list[str]]:
    page.locator("#answer").wait_for()
    return [row.locator("td").all_inner_texts() for row in page.locator("#answer tbody tr").all()]


def test_a_query_is_run_and_its_rows_lead_to_things_on_the_server(open_page: Opener) -> None:
    page = open_page()
    page.fill("#query", LABELS)
    page.click("#run")
    assert cells(page) == [["actor:japan", "Japan"], ["actor:russia", "Russia"]]
    expect(page.locator("#said")).to_contain_text("2 rows in ")
    page.click("#answer a >> text=actor:russia")
    expect(page).to_have_title("Russia")


def test_the_address_holds_the_query_and_runs_it(open_page: Opener) -> None:
    first = open_page()
    first.fill("#query", LABELS)
    first.locator("#query").press("Control+Enter")
    rows = cells(first)
    second = open_page(hash_="#" + first.url.partition("#")[2])
    assert (second.input_value("#query"), cells(second)) == (LABELS, rows)


def test_triples_and_truth_values_are_shown_too(open_page: Opener) -> None:
    page = open_page(hash_="#query=" + quote("ASK { actor:russia a kg:State }"))
    expect(page.locator("#answer")).to_have_text("yes")
    page.fill("#query", "CONSTRUCT WHERE { actor:russia rdfs:label ?label }")
    page.click("#run")
    expect(page.locator("#answer pre")).to_contain_text('actor:russia rdfs:label "Russia"@en .')


def test_what_is_wrong_is_told_and_the_next_query_runs(open_page: Opener) -> None:
    page = open_page()
    page.fill("#query", "SELECT {")
    page.click("#run")
    expect(page.locator("#said.error")).to_contain_text("400: no valid SPARQL: error at 1:9")
    page.fill("#query", LABELS)
    page.click("#run")
    assert len(cells(page)) == 2
    assert page.locator("#said.error").count() == 0


def test_a_running_query_is_stopped(open_page: Opener) -> None:
    page = open_page()
    page.fill("#query", "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    page.click("#run")
    page.click("#stop:not([disabled])")
    expect(page.locator("#said")).to_have_text("Stopped.")
    assert page.locator("#stop").is_disabled()


def test_a_named_question_is_filled_in(open_page: Opener) -> None:
    page = open_page()
    page.select_option("#questions", "votes")
    assert "VALUES" in page.input_value("#query")
    page.click("#run")
    assert len(cells(page)) > 3


def test_queries_asked_before_are_kept(open_page: Opener) -> None:
    page = open_page()
    for query in (LABELS, "ASK {}"):
        page.fill("#query", query)
        page.click("#run")
        page.locator("#answer").wait_for()
    page.reload()
    assert page.locator("#history option").all_inner_texts() == ["\u2026", "ASK {}", LABELS[:80]]
    page.select_option("#history", index=2)
    assert page.input_value("#query") == LABELS


def test_the_time_is_kept_with_the_query(open_page: Opener) -> None:
    page = open_page()
    page.fill("#query", "ASK {}")
    page.fill("#time", "2016-07-08")
    page.check("#certain")
    page.click("#run")
    page.locator("#answer").wait_for()
    page.reload()
    page.fill("#time", "")
    page.uncheck("#certain")
    assert page.locator("#history option").all_inner_texts() == ["\u2026", "ASK {} \u2013 2016-07-08"]
    page.select_option("#history", index=1)
    assert (page.input_value("#query"), page.input_value("#time"), page.is_checked("#certain")) == ("ASK {}", "2016-07-08", True)


def test_an_address_put_into_an_open_page_is_followed(open_page: Opener) -> None:
    page = open_page()
    page.evaluate("(hash) => { location.hash = hash; }", "query=" + quote(LABELS))
    assert (cells(page), page.input_value("#query")) == ([["actor:japan", "Japan"], ["actor:russia", "Russia"]], LABELS)


@pytest.mark.parametrize(("button", "first"), [("csv", "actor,label"), ("json", '{"head":{"vars":["actor","label"]}')])
def test_the_answer_is_saved_whole(open_page: Opener, tmp_path: Path, button: str, first: str) -> None:
    page = open_page()
    page.fill("#query", LABELS)
    with page.expect_download() as download:
        page.click(f"#{button}")
    file = tmp_path / "answer"
    download.value.save_as(file)
    assert download.value.suggested_filename == f"answer.{button}"
    assert file.read_text().startswith(first)


@pytest.mark.parametrize(("button", "ending"), [("csv", "ttl"), ("json", "jsonld")])
def test_triples_are_saved_under_their_own_name(open_page: Opener, button: str, ending: str) -> None:
    page = open_page()
    page.fill("#query", "DESCRIBE actor:russia")
    with page.expect_download() as download:
        page.click(f"#{button}")
    assert download.value.suggested_filename == f"answer.{ending}"


def test_labels_that_mean_harm_run_nothing(open_page: Opener, start: Starter, tmp_path: Path) -> None:
    label = json.dumps("</script><img src=x onerror=window.ran=1>")
    (tmp_path / "bad.nq").write_text(f"<javascript:window.ran=1> <urn:p> {label} .\n<urn:a> <urn:p> <javascript:alert(1)> .\n")
    page = open_page(start("--dataset", str(tmp_path / "bad.nq")), hash_="#query=" + quote("SELECT * { ?s ?p ?o }"))
    assert len(cells(page)) == 2
    assert page.locator("#answer img").count() == 0
    assert [
        link for link in page.locator("#answer a").evaluate_all("(all) => all.map((one) => one.protocol)") if link == "javascript:"
    ] == []
    assert page.evaluate("window.ran") is None


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_a_phone_and_both_schemes(open_page: Opener, scheme: str) -> None:
    page = open_page(hash_="#query=" + quote(LABELS), viewport={"width": 390, "height": 844}, color_scheme=scheme)
    assert len(cells(page)) == 2
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    colours = page.evaluate("(({ color, backgroundColor }) => [color, backgroundColor])(getComputedStyle(document.body))")
    assert colours == (["rgb(21, 25, 29)", "rgb(255, 255, 255)"] if scheme == "light" else ["rgb(232, 236, 239)", "rgb(20, 24, 28)"])


def test_a_question_about_a_time_is_asked_of_that_time(open_page: Opener) -> None:
    page = open_page()
    page.select_option("#questions", "leaders")
    assert page.input_value("#time") == "1990s"
    page.fill("#time", "2016-07-08")
    page.click("#run")
    graph = kg.load()
    assert cells(page) == [list(row.values()) for row in graph.query("leaders", on="2016-07-08")]
    again = open_page(hash_="#" + page.url.partition("#")[2])
    assert (again.input_value("#time"), cells(again)) == ("2016-07-08", cells(page))
    page.fill("#time", "2016-2018")
    page.check("#certain")
    page.click("#run")
    expect(page.locator("#said")).to_contain_text(f"{len(graph.query('leaders', era='2016-2018', certain=True))} rows in ")
    page.select_option("#questions", "votes")
    assert page.input_value("#time") == ""


@pytest.mark.parametrize(
    ("written", "path"), [("2016", "during/2016/2016"), ("2016-07", "during/2016-07/2016-07"), ("Park years", "era/park-years")]
)
def test_a_year_a_month_and_an_era_s_name_are_times(open_page: Opener, written: str, path: str) -> None:
    page = open_page()
    page.select_option("#questions", "leaders")
    page.fill("#time", written)
    with page.expect_request("**/sparql") as asked:
        page.click("#run")
    assert parse_qs(asked.value.post_data or "")["default-graph-uri"][0] == f"https://w3id.org/comity/{path}"
    assert len(cells(page)) > 3


def test_one_row_is_not_rows(open_page: Opener) -> None:
    page = open_page(hash_="#query=" + quote("SELECT ?x { VALUES ?x { 1 } }"))
    expect(page.locator("caption")).to_have_text("1 row")


def test_a_time_that_is_none_is_told(open_page: Opener) -> None:
    page = open_page()
    page.fill("#time", "yesterday")
    page.click("#run")
    expect(page.locator("#said.error")).to_contain_text("yesterday")
