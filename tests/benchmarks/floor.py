"""The floor for `kg query`: import pyoxigraph, load a data set, ask, print. Nothing else.

python floor.py DATASET.nq QUERY.rq
"""

import sys

import pyoxigraph

PREFIXES = {
    "actor": "https://w3id.org/comity/actor/",
    "kg": "https://w3id.org/comity/ns#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "rel": "https://w3id.org/comity/relation/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
}


def main(dataset: str, query: str) -> None:
    """Print the rows of a SELECT."""
    store = pyoxigraph.Store()
    store.bulk_load(path=dataset, format=pyoxigraph.RdfFormat.N_QUADS)
    with open(query) as file:  # noqa: PTH123  # pathlib costs start-up time
        rows = store.query(file.read(), prefixes=PREFIXES)
    assert isinstance(rows, pyoxigraph.QuerySolutions)
    for row in rows:
        print(*row, sep="\t")


if __name__ == "__main__":
    main(*sys.argv[1:])
