"""A process that reads the data: what is served is made beside the server, which goes on answering.

    python -m kg.server.loading

Reads the source from standard input, and writes one state of the data, or what is wrong with it, to standard output.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import CorpusError, Fault, KgError, StoreError
from kg.server.frames import framed, read_frame
from kg.server.process import Process
from kg.server.source import Source

if TYPE_CHECKING:
    from kg.query.engine import Engine

__all__ = ["Data", "load", "main"]


@dataclass(frozen=True, slots=True)
class Data:
    """One state of what is served: all that is told of it comes from the same files.

    ``version`` tells one state from another, ``base`` is where its own IRIs lie, if it has any. ``page`` is the one on which queries
    are written, with its ``policy``; ``questions`` are so many named ones. ``body`` is what workers load: so many bytes of
    quads (``quads``), then the index of times; or a foreign ``file``, whose name this is. ``documents`` is the folder of texts that
    pages show; ``notes`` are lines for who runs the server.
    """

    version: str
    base: str
    page: str
    policy: str
    questions: int
    file: str
    documents: str
    notes: list[str]
    quads: int
    body: bytes


async def load(source: Source) -> Data:
    """The data as they stand now. Raises `CorpusError` with all faults, `StoreError`, and `OSError` where the process fails."""
    process = await Process.start("kg.server.loading")
    try:
        settings = {
            "folders": list(map(str, source.folders)),
            "file": str(source.file or ""),
            "documents": str(source.documents or ""),
            "root": source.root,
        }
        head, body = await process.ask(settings)
    finally:
        await process.end()
    if "faults" in head:
        raise CorpusError(Fault(Path(path), line, why) for path, line, why in head["faults"])
    if "error" in head:
        raise StoreError(head["error"])
    return Data(**head, body=body)


def main() -> None:
    """Read what is asked for, once."""
    asked = read_frame(sys.stdin.buffer)
    if asked is not None:
        sys.stdout.buffer.write(_answer(**asked[0]))
        sys.stdout.buffer.flush()


def _answer(folders: Sequence[str], file: str, documents: str, root: str) -> bytes:
    try:
        data = _foreign(Path(file), root) if file else _corpora([Path(folder) for folder in folders], documents, root)
    except CorpusError as error:
        return framed({"faults": [(str(fault.path), fault.line, fault.why) for fault in error.faults]})
    except KgError as error:
        return framed({"error": str(error)})
    head = asdict(replace(data, body=b""))
    del head["body"]
    return framed(head, data.body)


def _foreign(file: Path, root: str) -> Data:
    from kg.files import read_bytes
    from kg.rdf.namespaces import COMITY

    body = read_bytes(file)
    return Data(_hash(body), "", *_page(file.name, "", COMITY, [], [], root), 0, str(file), "", [], 0, body)


def _corpora(folders: Sequence[Path], documents: str, root: str) -> Data:
    from kg.graph import Graph
    from kg.query.engine import Engine
    from kg.query.questions import questions
    from kg.server.pages.home import eras

    if (graph := Graph(folders)).is_large:
        raise StoreError(
            f"{len(graph.index):,} statements are too many to be served: load dataset.nq into a larger store, as the README says"
        )
    dataset, asked = graph.stored, list(questions(folders).values())
    base, engine = dataset.base, Engine(dataset)
    named = [(path.removeprefix("era/"), label) for _, own in eras(engine) for path, label, _ in own]
    page = _page(engine.about[0], base, base, asked, named, root)
    notes = _shown(engine, Path(documents)) if documents else []
    return Data(
        _hash(dataset.nquads, *(note.encode() for note in notes)),
        base,
        *page,
        len(asked),
        "",
        documents,
        notes,
        len(dataset.nquads),
        dataset.nquads + dataset.index,
    )


def _shown(engine: Engine, documents: Path) -> list[str]:
    """Whose text pages show, and whose is not at hand. Raises `FileError` where none is."""
    from kg.server.texts import Texts

    texts = Texts.read(engine, documents)
    many = len(texts.paragraphs)
    missing = ", ".join(iri.rpartition("/")[2] for iri in texts.missing)
    return [
        f"Pages carry the text of {many} source{'s' * (many != 1)}.",
        *([f"Not found in {documents}: the text of {missing}"] if missing else []),
    ]


def _page(title: str, base: str, names: str, asked: Sequence[Any], eras: Sequence[tuple[str, str]], root: str) -> tuple[str, str]:
    from kg.rdf.namespaces import prefixes
    from kg.server.pages.rendering import query_page

    page, policy = query_page(title, base, prefixes(names), asked, eras, root)
    return page.decode(), policy


def _hash(*parts: bytes) -> str:
    found = sha256()
    for part in parts:
        found.update(part)
    return found.hexdigest()


if __name__ == "__main__":
    main()
