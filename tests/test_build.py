"""A whole `dist`."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

import kg
from kg import resources
from kg.build import build
from kg.errors import UsageError
from kg.query.scope import Scope
from kg.views.spans import era_page


def made(folder: Path) -> dict[str, str]:
    """Every file below the folder, with the hash of what is in it."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def test_a_build_holds_data_pages_and_ontology_and_tells_its_steps(freedonia: Path, tmp_path: Path) -> None:
    steps: list[str] = []
    counts = build([freedonia], tmp_path / "dist", steps.append)
    ontology = {f"ontology/{file.stem}.{ending}" for file in resources.ontology().glob("*.ttl") for ending in ("ttl", "html")}
    others = {"dataset.nq", "index.html", "views/reigns.html", "ontology/context.jsonld"}
    assert set(made(tmp_path / "dist")) == ontology | others
    assert steps == ["checking the corpus", "placing actors", "drawing Reigns", "describing the ontology", "writing"]
    assert counts == {"actor": 5, "era": 2, "event": 1, "office": 1, "source": 1, "statement": 6, "derived statement": 2}


def test_a_second_build_takes_the_place_of_the_first_and_leaves_foreign_files_alone(freedonia: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "dataset.nq").write_text("old")
    build([freedonia], tmp_path, lambda _: None)
    first = made(tmp_path)
    build([freedonia], tmp_path, lambda _: None)
    assert made(tmp_path) == first
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert (tmp_path / "dataset.nq").read_bytes().startswith(b"<http")


def test_a_page_of_a_periodisation_that_is_no_more_goes_and_a_page_of_somebody_else_stays(freedonia: Path, tmp_path: Path) -> None:
    build([freedonia], tmp_path, lambda _: None)
    (tmp_path / "views" / "reigns.html").rename(tmp_path / "views" / "dynasties.html")
    (tmp_path / "views" / "mine.html").write_text("<!doctype html><title>Mine</title>")
    build([freedonia], tmp_path, lambda _: None)
    assert sorted(file.name for file in (tmp_path / "views").iterdir()) == ["mine.html", "reigns.html"]


def test_a_corpus_is_no_place_to_build_into(freedonia: Path) -> None:
    with pytest.raises(UsageError, match="holds a corpus: write into another folder"):
        build([freedonia], freedonia, lambda _: None)


def test_two_hash_seeds_and_two_folders_give_the_same_bytes(freedonia: Path, tmp_path: Path) -> None:
    for seed in ("1", "2"):
        corpus = tmp_path / seed / "corpus"
        shutil.copytree(freedonia, corpus)
        environment = os.environ | {"PYTHONHASHSEED": seed, "XDG_CACHE_HOME": str(tmp_path / seed / "cache")}
        command = [str(Path(sys.executable).with_name("kg")), "build", "--corpus", str(corpus), "--out", str(tmp_path / seed / "dist")]
        subprocess.run(command, env=environment, check=True, capture_output=True)
    assert made(tmp_path / "1" / "dist") == made(tmp_path / "2" / "dist")


def test_a_view_is_the_page_that_a_build_writes(freedonia: Path, tmp_path: Path) -> None:
    build([freedonia], tmp_path, lambda _: None)
    assert era_page(kg.load(freedonia), None, Scope()) == (tmp_path / "views" / "reigns.html").read_bytes()


def test_the_index_page_runs_nothing_and_loads_nothing(freedonia: Path, tmp_path: Path) -> None:
    build([freedonia], tmp_path, lambda _: None)
    page = (tmp_path / "index.html").read_text("ascii")
    tags: list[tuple[str, dict[str, str | None]]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            tags.append((tag, dict(attrs)))

    Reader().feed(page)
    assert not {"script", "img", "link", "iframe"} & {tag for tag, _ in tags}
    links = [attributes["href"] for tag, attributes in tags if tag == "a"]
    ontologies = ["kg", "relations", "shapes", "alignments", "plover"]
    described = [f"ontology/{name}.{ending}" for name in ontologies for ending in ("html", "ttl")]
    assert links == ["views/reigns.html", "dataset.nq", *described, "ontology/context.jsonld", "https://example.org/licence"]
    assert all((tmp_path / str(link)).is_file() for link in links[:-1])


def test_the_index_page_begins_with_the_corpus_s_own_periodisation(tmp_path: Path) -> None:
    build([resources.shipped_corpus()], tmp_path, lambda _: None)
    pages = re.findall(r'href="views/([^"]+)\.html"', (tmp_path / "index.html").read_text("utf-8"))
    assert (pages[0], set(pages)) == ("essay-phases", {file.stem for file in (tmp_path / "views").iterdir()})
