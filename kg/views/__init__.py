"""Era views: records in, one self-contained HTML page out."""

from kg.views.page import page
from kg.views.request import PageRequest

__all__ = ["PageRequest", "page"]
