"""Parquet: a statement a row, for data frames and for DuckDB."""
