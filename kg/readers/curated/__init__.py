"""Curated YAML, read strictly: all faults of a run at once, each with file and line."""
