"""A file from a stranger is served as it stands or refused in a line: it is never read by what would choke on it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.server.conftest import KG, Starter

LAUGHS = """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">
<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e SYSTEM "file:///etc/passwd">]>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:p="urn:">
<rdf:Description rdf:about="urn:a"><p:p>&d;&e;</p:p></rdf:Description></rdf:RDF>"""
NESTED = '{"@id": "urn:a", "urn:p": ' * 5000 + '"b"' + "}" * 5000
REMOTE = '{"@context": "http://127.0.0.1:9/context", "@id": "urn:a", "urn:p": "b"}'


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("laughs.rdf", LAUGHS, ".rdf is none of "),
        ("laughs.xml", LAUGHS, ".xml is none of "),
        ("laughs.ttl", LAUGHS, "not turtle: "),
        ("nested.jsonld", NESTED, ".jsonld is none of "),
        ("nested.ttl", NESTED, "not turtle: "),
        ("remote.jsonld", REMOTE, ".jsonld is none of "),
    ],
)
def test_what_no_safe_reader_knows_is_refused(tmp_path: Path, name: str, text: str, why: str) -> None:
    (tmp_path / name).write_text(text)
    command = [sys.executable, "-c", KG, "serve", "--dataset", name, "--port", "8897"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, "Traceback" in done.stderr, "root:" in done.stderr) == (1, False, False)
    assert done.stderr.splitlines()[-1].startswith(f"kg: {name}: {why}")


@pytest.mark.parametrize(("opening", "end"), [("[ <urn:p> ", "]"), ("( ", ")")], ids=["nodes", "lists"])
def test_what_lies_deep_in_turtle_is_served(start: Starter, tmp_path: Path, opening: str, end: str) -> None:
    file = tmp_path / "deep.ttl"
    file.write_text(f"<urn:a> <urn:p> {opening * 20_000}<urn:b> {end * 20_000} .")
    server = start("--dataset", str(file))
    assert server.query("ASK { ?s ?p <urn:b> }", "text/csv").body == b"true\n"
    assert server.query("ASK { <urn:a> <urn:p>* <urn:b> }", "text/csv").status in (200, 503)
    assert server.query("CONSTRUCT WHERE { ?s ?p ?o }").status in (200, 503)
    assert server.query("ASK {}").status == 200
