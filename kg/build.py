"""A whole `dist`: data set, index page, a view a periodisation, the ontology and its pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from html import escape
from pathlib import Path

from kg import resources
from kg.dataset import Built
from kg.dataset import build as build_dataset
from kg.documentation.beside import documentation
from kg.errors import UsageError
from kg.files import read_bytes, staging
from kg.graph import Graph
from kg.model.records import Records, folder
from kg.query.questions import check_questions
from kg.query.scope import Scope
from kg.views.assets import GENERATOR
from kg.views.page import large
from kg.views.spans import common_layout, era_page, periodisations

__all__ = ["build", "count"]


def build(folders: Sequence[Path], out: Path, step: Callable[[str], None], warn: Callable[[str], None] = lambda _: None) -> dict[str, int]:
    """Check the corpora and write everything into ``out``; the counts by kind of record.

    ``step`` is told what is being done, ``warn`` of pages that are large. Nothing is written where anything fails:
    raises `CorpusError`, `FileError`, `PageError`.
    """
    if (out / "corpus.yaml").exists():
        raise UsageError(f"{out} holds a corpus: write into another folder")
    with staging(out) as files, documentation() as described:
        step("checking the corpus")
        built = build_dataset(folders, step)
        check_questions(folders, built.curated.records.corpus.base)
        files["dataset.nq"] = built.dataset.pieces()
        for source in sorted(resources.ontology().iterdir()):
            if source.suffix in (".ttl", ".jsonld"):
                files[f"ontology/{source.name}"] = read_bytes(source)
        graph = Graph(folders, None if built.tables else built.resolved)
        pages = periodisations(built.resolved.records)
        if pages and graph.is_large:
            warn("no era views: the statements are too many to be drawn")
            pages = {}
        files.update(_views(graph, pages, step, warn))
        step("describing the ontology")
        files.update({f"ontology/{name}": page for name, page in described().items()})
        counts = count(built)
        files["index.html"] = _index(built.resolved.records, pages, counts).encode("ascii", "xmlcharrefreplace")
        step("writing")
    _forget(out / "views", {f"{name}.html" for name in pages})
    return counts


def _views(graph: Graph, pages: Mapping[str, str], step: Callable[[str], None], warn: Callable[[str], None]) -> dict[str, bytes]:
    """A page for each periodisation, nobody in another place from page to page."""
    step("placing actors")
    made = common_layout(graph) if pages else None
    files = {}
    for name, label in pages.items():
        step(f"drawing {label}")
        files[f"views/{name}.html"] = page = era_page(graph, name, Scope(), made)
        if told := large(page):
            warn(f"views/{name}.html: {told}")
    return files


def _forget(folder: Path, written: set[str]) -> None:
    """Remove the pages that an earlier build wrote for periodisations that are no more; nothing else."""
    for old in sorted(folder.glob("*.html")):
        if old.name not in written and GENERATOR in read_bytes(old)[:1000]:
            old.unlink(missing_ok=True)


def count(built: Built) -> dict[str, int]:
    """How many records of each kind, statements derived by the build apart."""
    kinds = Counter(folder(record) for record in built.curated.records.by_id.values())
    kinds["statement"] += sum(map(len, built.tables))
    derived = sum(1 for statement in built.resolved.statements.values() if statement.derived_from)
    return {kind: number for kind, number in sorted(kinds.items()) if number} | {"derived statement": derived}


def _index(records: Records, pages: Mapping[str, str], counts: dict[str, int]) -> str:
    corpus = records.corpus
    ordered = sorted(pages.items(), key=lambda page: page[0] != corpus.default_periodisation)  # the corpus's own first
    views = "".join(f'<li><a href="views/{name}.html">{escape(label)}</a></li>' for name, label in ordered)
    rows = "".join(f'<tr><th scope="row">{escape(kind)}</th><td>{number}</td></tr>' for kind, number in counts.items())
    about = f"<p>{escape(corpus.description)}</p>" if corpus.description else ""
    return _PAGE.format(
        title=escape(corpus.title),
        about=about,
        views=views,
        rows=rows,
        ontologies="".join(_ONTOLOGY.format(name=name, words=words) for name, words in _ONTOLOGIES.items()),
        version=escape(corpus.version),
        licence=escape(corpus.licence, quote=True),
    )


_ONTOLOGIES = {
    "kg": "Terms",
    "relations": "Kinds of relation",
    "shapes": "Rules for data",
    "alignments": "Alignments with other vocabularies",
    "plover": "PLOVER and CAMEO",
}
_ONTOLOGY = '<li><a href="ontology/{name}.html">{words}</a> (<a href="ontology/{name}.ttl">Turtle</a>)</li>'
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }}
body {{ max-width: 44rem; margin: 2rem auto; padding: 0 1rem; background: Canvas; color: CanvasText }}
th {{ text-align: left; font-weight: normal; padding-right: 2rem }}
td {{ text-align: right; font-variant-numeric: tabular-nums }}
</style>
</head>
<body>
<main>
<h1>{title}</h1>
{about}
<h2>Era views</h2>
<ul>{views}</ul>
<h2>Data</h2>
<p><a href="dataset.nq">dataset.nq</a>: the whole graph as N-Quads.</p>
<table><tbody>{rows}</tbody></table>
<h2>Ontology</h2>
<ul>{ontologies}</ul>
<p><a href="ontology/context.jsonld">context.jsonld</a>: the terms by their short names, for JSON-LD.</p>
<p>Version {version}, <a href="{licence}">licence</a>.</p>
</main>
</body>
</html>
"""
