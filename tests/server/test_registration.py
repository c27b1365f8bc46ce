"""What ``ontology/README.md`` says of the names is so: of each path where it leads, on a server and on a plain host of files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kg
from kg import resources
from kg.build import build
from kg.server.linked import DOCUMENTS, FOLDERS
from tests.ontology.files import COMITY, GRAPHS, header, terms
from tests.server.conftest import Running

TEXT = (resources.ontology() / "README.md").read_text("utf-8")
ROWS = re.findall(r"^\| `([^`]+)` \| .* \| (.*) \| (yes|no) \|$", TEXT, re.MULTILINE)
ACCEPTED = re.findall(r"^\| `(\w+/[\w+-]+)` \| `(\.\w+)` \| `(\w+/[\w+-]+)` \|$", TEXT, re.MULTILINE)
SERVER_RULES, FILE_RULES = re.findall(r"```apache\n(.*?)```", TEXT, re.DOTALL)
HTML, TURTLE = "text/html", "text/turtle"


def redirected(rules: str, path: str, accept: str) -> str:
    """Where mod_rewrite would send an asker: the first rule that fits, and whose condition holds."""
    wanted = True
    for line in rules.splitlines():
        word, *given = line.split()
        if word == "RewriteCond":
            assert given[0] == "%{HTTP_ACCEPT}"
            wanted = re.search(given[1], accept) is not None
        elif word == "RewriteRule":
            if wanted and (found := re.search(given[0], path)):
                return re.sub(r"\$(\d)", lambda group: found[int(group[1])] or "", given[1]).removeprefix("https://HOST/")
            wanted = True
    return ""


@pytest.fixture(scope="module")
def dist(freedonia: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    build([freedonia], out, lambda _: None)
    return out


def test_the_table_has_a_row_for_each_ontology_and_each_kind_of_term() -> None:
    paths = [path for path, _, _ in ROWS]
    assert len(paths) == 17
    for graph in GRAPHS.values():
        local = str(header(graph)).removeprefix(COMITY)
        assert {local, f"{local}/{kg.__version__}"} <= set(paths)
    assert {path.partition("/")[0] for path in paths if not path.startswith(".")} <= {
        *FOLDERS,
        *("ns", "plover", "shapes", "shape", "alignments", "context.jsonld"),
    }


@pytest.mark.parametrize(("path", "answer", "page"), ROWS)
def test_a_path_leads_on_the_server_where_the_table_says(served: Running, path: str, answer: str, page: str) -> None:
    places = re.findall(r"`([^`]+)`", answer)
    for accept, ending in ((HTML, ".html"), (TURTLE, ".ttl")):
        said = served.ask(path=f"/{path}", headers={"accept": accept})
        if answer == "200":
            assert served.ask(path=f"/{path}").status == 200
            return
        if accept == HTML and page == "no":
            assert said.status == 406
            continue
        assert said.status == 303
        led = said.headers["location"]
        assert led.partition("#")[0].endswith(ending)
        assert not places or "above" in answer or led.removeprefix("/") in places
        assert served.ask(path=led.partition("#")[0]).status == 200


def test_the_formats_are_those_of_the_table(served: Running) -> None:
    assert [(media, ending) for media, ending, _ in ACCEPTED] == [
        (format.media.partition(";")[0], f".{format.ending}") for format in DOCUMENTS.values()
    ]
    for media, ending, sent in ACCEPTED:
        led = served.ask(path="/ns", headers={"accept": media}).headers["location"]
        assert led == f"/ns{ending}"
        assert served.ask(path=led).headers["content-type"].partition(";")[0] == sent


def test_what_has_no_page_is_sent_as_turtle_where_anything_will_do(served: Running) -> None:
    assert served.ask(path="/shapes", headers={"accept": "text/html,*/*;q=0.1"}).headers["location"] == "/shapes.ttl"


def test_in_front_of_a_server_every_path_is_handed_on() -> None:
    for path, _, _ in ROWS:
        assert redirected(SERVER_RULES, path, HTML) == path


def test_in_front_of_files_every_term_leads_to_its_place_and_to_its_triples(dist: Path) -> None:
    for name, graph in GRAPHS.items():
        page = (dist / f"ontology/{name}.html").read_text("utf-8")
        for term in (header(graph), *terms(graph)):
            asked, _, fragment = str(term).removeprefix(COMITY).partition("#")
            file, _, place = redirected(FILE_RULES, asked, f"{HTML},*/*;q=0.8").partition("#")
            assert file == f"ontology/{name}.html", term
            assert not (place or fragment) or f'id="{place or fragment}"' in page, term
            assert bool(place or fragment) == (term != header(graph))
            assert redirected(FILE_RULES, asked, TURTLE) == f"ontology/{name}.ttl"


def test_in_front_of_files_every_path_of_the_table_leads_to_a_file(dist: Path) -> None:
    for path, _, _ in ROWS:
        for accept in (HTML, TURTLE):
            assert (dist / redirected(FILE_RULES, path, accept).partition("#")[0]).is_file(), path


def test_no_redirect_is_claimed() -> None:
    assert "**No redirect is registered there:**" in TEXT
    assert "https://HOST/" in SERVER_RULES
    assert set(re.findall(r"https://[\w.]+", SERVER_RULES + FILE_RULES)) == {"https://HOST"}
