"""CSV on the Web: every record in tables, with metadata for two readers."""
