"""Which files belong to a corpus."""

from __future__ import annotations

from pathlib import Path

from kg.errors import FileError

__all__ = ["corpus_files", "table_files"]


def corpus_files(folder: Path) -> list[Path]:
    """All files that belong to a corpus, sorted. Raises `FileError` where the folder is none."""
    if not folder.is_dir():
        raise FileError(folder, "no such folder")
    if not (folder / "corpus.yaml").is_file():
        raise FileError(folder, "no corpus: corpus.yaml is missing; `kg init DIR` makes one")
    return sorted([*folder.rglob("*.yaml"), *folder.rglob("*.yml"), *folder.rglob("*.parquet"), *folder.glob("questions/*.rq")])


def table_files(folder: Path) -> list[Path]:
    """Those that are tables of statements, sorted."""
    return sorted(folder.glob("statements/*.parquet"))
