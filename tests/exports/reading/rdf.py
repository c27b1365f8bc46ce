"""Who reads the standard formats of RDF."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections.abc import Callable
from functools import cache
from importlib.metadata import version
from pathlib import Path

import kg
from kg import resources
from tests.exports.reading.node import npm_version, ran
from tests.exports.reading.reader import Reader
from tests.query.stores import virtuoso

__all__ = ["READERS"]

_CANONISED = """
const { readFileSync } = require("node:fs"), { createHash } = require("node:crypto"), jsonld = require("jsonld");
const [file] = process.argv.slice(1), text = readFileSync(file, "utf8");
const documentLoader = () => { throw new Error("nothing is fetched"); };
const options = { algorithm: "RDFC-1.0", format: "application/n-quads", documentLoader };
const input = file.endsWith(".nq") ? { inputFormat: "application/n-quads" } : {};
(async () => {
  const canonical = file.endsWith(".nq")
    ? await require("rdf-canonize").canonize(text, { ...options, ...input })
    : await jsonld.canonize(JSON.parse(text), options);
  console.log(JSON.stringify([canonical.split("\\n").length - 1, createHash("sha256").update(canonical).digest("hex")]));
})().catch((error) => { console.error(error); process.exit(1); });
"""
_SHACL = """
const { createReadStream } = require("node:fs"), parser = require("n3").StreamParser;
const Validator = require("rdf-validate-shacl").default ?? require("rdf-validate-shacl");
const rdf = require("@zazuko/env-node").default ?? require("@zazuko/env-node");
const read = async (file) => rdf.dataset().import(createReadStream(file).pipe(new parser()));
(async () => {
  const [data, shapes] = await Promise.all(process.argv.slice(1).map(read));
  const report = await new Validator(shapes, { factory: rdf }).validate(data);
  if (!report.conforms) throw new Error(report.results.map((one) => one.message).join("\\n"));
  console.log(data.size);
})().catch((error) => { console.error(error); process.exit(1); });
"""


@cache
def _canonical() -> tuple[int, str]:
    """How many quads the data set has, and the SHA-256 of its canonical N-Quads: without blank nodes, its sorted lines."""
    import hashlib

    nquads = kg.load().stored.nquads
    return nquads.count(b"\n"), hashlib.sha256(nquads).hexdigest()


def _equal(read: tuple[int, str]) -> str:
    assert read == _canonical()
    return f"{read[0]:,} quads, by RDFC-1.0 those of the data set"


def _canonised(file: Path, packages: Path) -> str:
    count, digest = json.loads(ran(_CANONISED, packages, file))
    return _equal((count, digest))


def _pyld(file: Path, _: Path) -> str:
    import hashlib

    from pyld import jsonld

    def refused(*_: object) -> object:
        raise AssertionError("nothing is fetched")

    document = json.loads(file.read_text("utf-8"))
    text: str = jsonld.to_rdf(document, {"format": "application/n-quads", "documentLoader": refused})
    lines = sorted(text.removesuffix("\n").split("\n"))
    return _equal((len(lines), hashlib.sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest()))


def _rdflib(format: str) -> Callable[[Path, Path], str]:
    def read(file: Path, _: Path) -> str:
        import rdflib

        dataset = rdflib.Dataset()
        dataset.parse(file, format=format)
        graphs = [graph for graph in dataset.graphs() if len(graph)]
        return f"{sum(map(len, graphs)):,} triples in {len(graphs)} graph{'s' * (len(graphs) != 1)}"

    return read


def _pyoxigraph(file: Path, _: Path) -> str:
    import pyoxigraph

    store = pyoxigraph.Store()
    store.bulk_load(path=file)
    return f"{len(store):,} quads in {len(list(store.named_graphs()))} named graphs and the default one"


def _rapper(syntax: str) -> Callable[[Path, Path], str]:
    def read(file: Path, _: Path) -> str:
        done = subprocess.run(["rapper", "-c", "-i", syntax, file], capture_output=True, text=True, check=True)
        (count,) = re.findall(r"returned (\d+) triples", done.stderr)
        return f"{int(count):,} triples"

    return read


def _roqet(file: Path, _: Path) -> str:
    query = "SELECT ?s WHERE { ?s a <https://w3id.org/comity/ns#Statement> }"
    done = subprocess.run(["roqet", "-q", "-r", "csv", "-D", file, "-e", query], capture_output=True, text=True, check=True)
    return f"{len(done.stdout.splitlines()) - 1:,} statements, asked by SPARQL"


def _shacl(file: Path, packages: Path) -> str:
    count = int(ran(_SHACL, packages, file, resources.ontology() / "shapes.ttl"))
    return f"{count:,} triples that conform to the shapes"


def _virtuoso(file: Path, _: Path) -> str:
    """Virtuoso has graphs of its own besides."""
    base = kg.load().stored.base
    ours = f"STRSTARTS(STR(?g), STR(era:)) || ?g = <{base}graph/record>"
    with tempfile.TemporaryDirectory() as folder, virtuoso(file, Path(folder), f"{base}graph/record") as address:
        query = f"SELECT (COUNT(*) AS ?quads) (COUNT(DISTINCT ?g) AS ?graphs) {{ GRAPH ?g {{ ?s ?p ?o }} FILTER({ours}) }}"
        (row,) = kg.load(endpoint=address).query(query)
    return f"{row['quads']:,} triples in {row['graphs']} graphs"


def _program(*command: str) -> Callable[[Path], str]:
    def told(_: Path) -> str:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return str(re.findall(r"\d+(?:\.\d+)+", done.stdout + done.stderr)[0])

    return told


def _installed(package: str) -> Callable[[Path], str]:
    return lambda _: version(package)


_RAPPER, _RDFLIB, _OX = _program("rapper", "--version"), _installed("rdflib"), _installed("pyoxigraph")
READERS = (
    *(Reader("rdflib", name, _RDFLIB, _rdflib(name)) for name in ("turtle", "trig", "nquads")),
    Reader("rdflib", "ntriples", _RDFLIB, _rdflib("nt")),
    Reader("rdflib", "rdfxml", _RDFLIB, _rdflib("xml")),
    *(Reader("pyoxigraph", name, _OX, _pyoxigraph) for name in ("trig", "nquads")),
    *(Reader("rapper", name, _RAPPER, _rapper(name), ("rapper",)) for name in ("turtle", "ntriples", "rdfxml")),
    Reader("roqet", "turtle", _program("roqet", "--version"), _roqet, ("roqet",)),
    Reader("Virtuoso", "nquads", _program("virtuoso-t", "-?"), _virtuoso, ("virtuoso",)),
    Reader("rdf-canonize", "nquads", npm_version("rdf-canonize"), _canonised, ("npm",)),
    Reader("rdf-validate-shacl", "turtle", npm_version("rdf-validate-shacl"), _shacl, ("npm",)),
    Reader("jsonld", "jsonld", npm_version("jsonld"), _canonised, ("npm",)),
    Reader("PyLD", "jsonld", _installed("PyLD"), _pyld),
)
