"""SPARQL, named questions, dated graphs, limits."""
