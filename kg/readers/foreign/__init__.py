"""Other people's data to corpora: rows of tables to statements, each with file and row."""
