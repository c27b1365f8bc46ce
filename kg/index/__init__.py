"""Which statements hold when."""

from kg.index.plain import Index, Link, Row, index_of

__all__ = ["Index", "Link", "Row", "index_of"]
