"""A data set from the cache, built where it is not there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kg.dataset import cache
from kg.dataset.data import Dataset

__all__ = ["open_dataset"]


def open_dataset(folders: Sequence[Path]) -> Dataset:
    """The data set from the cache, built on first use and whenever corpora, ontology or program have changed."""
    from kg.dataset import making

    return cache.kept(cache.key_of(folders)) or making.build(folders).dataset
