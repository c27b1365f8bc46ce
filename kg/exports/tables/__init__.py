"""How records become rows and columns: one definition for CSV on the Web, Parquet and Neo4j alike."""
