"""STIX 2.1: what those who share intelligence on threats work with."""
