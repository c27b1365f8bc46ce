"""Beyond one machine: the questions of time asked of Parquet, the same expressions on DuckDB and on Spark."""

from kg.lake.partition import partition
from kg.lake.questions import Lake, Selected, open_lake

__all__ = ["Lake", "Selected", "open_lake", "partition"]
