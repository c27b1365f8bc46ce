"""A small corpus that is right, for each test to break in one place."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.dataset import relations as read_relations
from kg.errors import CorpusError
from kg.model.relations import Relation
from kg.readers.curated.corpus import Curated, examine
from kg.readers.documents import Verified, verify

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Case:
    """A copy of the small corpus and its text, to be changed and read."""

    folder: Path
    texts: Path
    kinds: Mapping[str, Relation]

    def put(self, file: str, text: str | bytes) -> None:
        """Write a whole file."""
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def add(self, file: str, text: str) -> None:
        """Put lines at the end of a file."""
        path = self.folder / file
        self.put(file, (path.read_text("utf-8") if path.exists() else "") + text)

    def swap(self, file: str, old: str, new: str) -> None:
        """Put ``new`` where ``old`` stands first."""
        text = (self.folder / file).read_text("utf-8")
        assert old in text
        self.put(file, text.replace(old, new, 1))

    def read(self) -> Curated:
        """What can be read of the corpus."""
        return examine([self.folder], self.kinds)[0]

    def faults(self) -> list[str]:
        """Every fault as ``file:line: why``, the file as seen from the corpus."""
        try:
            found = sorted(examine([self.folder], self.kinds)[1])
        except CorpusError as error:
            found = list(error.faults)
        return [str(fault).removeprefix(f"{self.folder}/") for fault in found]

    def verify(self) -> tuple[Verified, list[str]]:
        """What holding the evidence against the text gives, and its faults from the corpus's point of view."""
        found = verify(self.read(), self.texts)
        return found, [str(fault).removeprefix(f"{self.folder}/") for fault in found.faults]


@pytest.fixture(scope="session")
def kinds() -> Mapping[str, Relation]:
    """The kinds of relation."""
    return read_relations()


@pytest.fixture
def case(tmp_path: Path, kinds: Mapping[str, Relation]) -> Case:
    """The small corpus, to be broken."""
    shutil.copytree(HERE / "freedonia", tmp_path / "freedonia")
    shutil.copytree(HERE / "texts", tmp_path / "texts")
    return Case(tmp_path / "freedonia", tmp_path / "texts", kinds)
