"""Who stood how to whom, when, according to whom, and where does it say so?"""

from kg.errors import KgError
from kg.graph import Graph, load
from kg.model.period import Period

__all__ = ["Graph", "KgError", "Period", "load"]
__version__ = "0.1.0"
