"""Corpora to checked records to a data set, kept in the user's cache by content."""

from kg.dataset.data import Dataset
from kg.dataset.making import Built, Checked, build, check, described_kinds, read, relations, undescribed
from kg.dataset.opening import open_dataset

__all__ = ["Built", "Checked", "Dataset", "build", "check", "described_kinds", "open_dataset", "read", "relations", "undescribed"]
