"""Statements of a corpus that lie in Parquet files: read, checked and coded by columns."""

from kg.readers.tables.reading import read

__all__ = ["read"]
