"""What the server tells of its routes is true: by hand for what is there, by schemathesis for whatever else may be asked."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.server.conftest import Running, Starter


def told(server: Running) -> dict[str, Any]:
    said = server.ask(path="/openapi.json")
    assert (said.status, said.headers["content-type"]) == (200, "application/json")
    described: dict[str, Any] = json.loads(said.body)
    return described


def test_the_example_of_every_route_is_answered_as_described(served: Running) -> None:
    wrong = {}
    for path, ways in told(served)["paths"].items():
        examples = {one["name"]: one["example"] for one in ways["get"]["parameters"]}
        said = served.ask(path=path.format(**examples))
        media = ways["get"]["responses"][str(said.status)].get("content", {None: {}})
        given = said.headers.get("content-type", "").partition(";")[0] or None
        if said.status not in (200, 303) or given not in media:
            wrong[path] = said
    assert wrong == {}


def test_every_format_that_is_told_of_is_given(served: Running) -> None:
    for path in ("/sparql/description", "/.well-known/void"):
        media = list(told(served)["paths"][path]["get"]["responses"]["200"]["content"])
        given = [served.ask(path=path, headers={"accept": each}).headers["content-type"].partition(";")[0] for each in media]
        assert given == media


def test_it_is_found_from_the_first_page_and_from_the_endpoint_s_own_words(served: Running) -> None:
    link = served.ask(path="/", headers={"accept": "text/html"}).headers["link"]
    assert link == '</openapi.json>; rel="service-desc"; type="application/json"'
    triples = served.ask(path="/sparql/description", headers={"accept": "application/n-triples"}).body.decode()
    found = re.search(r"/sparql> <http://www\.w3\.org/2000/01/rdf-schema#seeAlso> <http://127\.0\.0\.1:\d+([^>]+)>", triples)
    assert found
    assert served.ask(path=found[1]).status == 200


def test_a_foreign_file_has_only_its_endpoint(foreign: Running) -> None:
    assert list(told(foreign)["paths"]) == ["/healthz", "/openapi.json", "/sparql/description", "/"]


def test_behind_a_proxy_it_names_the_public_path(start: Starter, tmp_path: Path) -> None:
    file = tmp_path / "one.nt"
    file.write_text("<urn:a> <urn:b> <urn:c> .\n")
    assert told(start("--dataset", str(file), "--root-path", "/comity"))["servers"] == [{"url": "/comity"}]


@pytest.mark.judges
def test_nothing_that_schemathesis_asks_is_answered_otherwise(served: Running, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "schemathesis.cli", "run", f"http://127.0.0.1:{served.port}/openapi.json"]
    bounds = ["--max-examples", "20", "--seed", "1", "--generation-database", "none", "--phases", "examples,coverage,fuzzing"]
    done = subprocess.run([*command, *bounds, "--no-color"], cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout
    assert re.search(r"\b(\d{3,}) generated, \1 passed", done.stdout), done.stdout
