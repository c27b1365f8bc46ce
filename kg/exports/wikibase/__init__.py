"""Statements in the shape of Wikidata."""
