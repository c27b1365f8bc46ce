"""HTTP in front of worker processes: a SPARQL endpoint and linked data that a stranger may query."""
