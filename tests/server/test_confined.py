"""The second wall: should a SERVICE clause be overlooked, it calls nobody."""

from __future__ import annotations

import socket
import sys

import pytest

from kg.errors import QueryError
from kg.server.confined import confined
from kg.store import Store

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")


def asked(port: int) -> None:
    """What no check has seen."""
    Store(b"").query(f"SELECT * {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}", {}, [None], [])


def test_within_the_wall_a_query_reaches_nobody() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.2)
        with confined(), pytest.raises(QueryError, match="the query fails"):
            asked(listening.getsockname()[1])
        with pytest.raises(TimeoutError):
            listening.accept()


def test_within_the_wall_no_file_is_opened_and_behind_it_any() -> None:
    with confined(), pytest.raises(OSError, match="Too many open files"):
        open(__file__)  # noqa: SIM115, PTH123
    with open(__file__) as file:  # noqa: PTH123
        assert file.readline()
