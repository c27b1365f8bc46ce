"""Makes all pages, and writes them to standard output as one JSON object.

python -m kg.documentation
"""

from __future__ import annotations

import json
import logging
import sys

__all__ = ["pages"]


def pages() -> dict[str, str]:
    """The page of every ontology, by file name."""
    from kg.documentation.graphs import places, read, shown
    from kg.documentation.page import Page

    graphs = read()
    where = places(graphs)
    return {f"{name}.html": Page(name, shown(name, graphs), where).html() for name in graphs}


if __name__ == "__main__":
    logging.disable()  # pyLODE logs all that it does, and all that others do
    json.dump(pages(), sys.stdout)
