"""What goes to an endpoint, and what is made of its answers, errors and silence."""

from __future__ import annotations

import socket
import threading
from base64 import b64encode

import pytest

from kg.errors import EndpointError, UsageError
from kg.query.protocol import Endpoint
from tests.query.stub import Reply, serving

ROWS = b'{"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "uri", "value": "urn:a"}}]}}'
FORM = [("query", "SELECT ?x { ?x a <urn:é&=> }"), ("named-graph-uri", "urn:1"), ("named-graph-uri", "urn:2")]


def told(reply: Reply, seconds: float = 5.0) -> str:
    """The error that an answer becomes, its address left out."""
    with serving(lambda _: reply) as stub:
        with pytest.raises(EndpointError) as raised:
            Endpoint(stub.url, seconds).post(FORM, "text/x")
        return str(raised.value).removeprefix(f"{stub.url}: ")


def test_a_form_is_posted_and_says_what_it_accepts() -> None:
    with serving(lambda _: Reply(ROWS)) as stub:
        assert Endpoint(f"{stub.url}?repository=a%20b#part").post(FORM, "text/x").answer().rows == (("urn:a",),)
    ((method, path, headers, form),) = stub.seen
    assert (method, path) == ("POST", "/sparql?repository=a%20b")
    assert (headers["Accept"], headers["Content-Type"]) == ("text/x", "application/x-www-form-urlencoded")
    assert form == {"query": ["SELECT ?x { ?x a <urn:é&=> }"], "named-graph-uri": ["urn:1", "urn:2"]}
    assert "Authorization" not in headers


def test_a_password_is_sent_and_never_told() -> None:
    with serving(lambda _: Reply(b"no such user\n", "text/plain", 401)) as stub:
        address = stub.url.replace("http://", "http://harpo:horn%40home@")
        with pytest.raises(EndpointError) as raised:
            Endpoint(f"{address}?token=secret").post(FORM, "text/x")
    assert stub.seen[0][2]["Authorization"] == f"Basic {b64encode(b'harpo:horn@home').decode()}"
    assert str(raised.value) == f"{stub.url}: HTTP 401 Unauthorized: no such user"


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (Reply(b"\n  line 2: syntax error\nmore", "text/plain", 400), "HTTP 400 Bad Request: line 2: syntax error"),
        (Reply(b"<html>\n<p>broken", "text/html; charset=utf-8", 503), "HTTP 503 Service Unavailable"),
        (Reply(b"", "text/plain", 500), "HTTP 500 Internal Server Error"),
        (Reply(b"x" * 9000, "text/plain", 400), "HTTP 400 Bad Request: " + "x" * 200),
        (
            Reply(b"", "text/plain", 302, {"Location": "file:///etc/passwd"}),
            "HTTP 302 Found: it points to file:///etc/passwd: give the address that answers itself",
        ),
        (
            Reply(b"<html>", "text/html"),
            "this is no answer of a SPARQL endpoint: text/html is neither SPARQL results in JSON nor N-Triples nor Turtle",
        ),
        (
            Reply(ROWS, headers={"X-SPARQL-MaxRows": "10000"}),
            "the answer may be cut short (X-SPARQL-MaxRows: 10000): ask for less",
        ),
        (
            Reply(ROWS, headers={"Content-Length": "1000"}),
            f"the connection broke: IncompleteRead({len(ROWS)} bytes read, 906 more expected)",
        ),
    ],
)
def test_an_error_is_one_clear_line(reply: Reply, why: str) -> None:
    assert told(reply) == why


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"head": {}}', b"null", ROWS[:-9], b'{"head": 1, "boolean": 3}', b"[" * 100_000])
def test_what_is_no_result_is_told(body: bytes) -> None:
    why = told(Reply(body))
    assert why.startswith("this is no answer of a SPARQL endpoint: no application/sparql-results+json: ")
    assert "\n" not in why


def test_triples_that_are_none_are_told() -> None:
    assert told(Reply(b"<urn:a> <urn:b>", "text/turtle")).startswith("this is no answer of a SPARQL endpoint: no text/turtle: ")


def test_a_redirect_is_not_followed() -> None:
    with serving(lambda _: Reply(ROWS)) as other, serving(lambda _: Reply(b"", "text/plain", 307, {"Location": other.url})) as stub:
        with pytest.raises(EndpointError, match="HTTP 307 Temporary Redirect: it points to"):
            Endpoint(stub.url).post(FORM, "text/x")
        assert other.seen == []


def test_nobody_there_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}/sparql"
    with pytest.raises(EndpointError, match=r"/sparql: no connection: \[Errno 111\] Connection refused$"):
        Endpoint(url).post(FORM, "text/x")


def test_silence_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}/sparql"
        with pytest.raises(EndpointError, match=r"/sparql: no answer within 0\.2 seconds$"):
            Endpoint(url, seconds=0.2).post(FORM, "text/x")


def test_a_connection_that_is_closed_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def close() -> None:
            server.accept()[0].close()

        closing = threading.Thread(target=close)
        closing.start()
        with pytest.raises(EndpointError, match=r"/sparql: (the connection broke|no connection): "):
            Endpoint(f"http://127.0.0.1:{server.getsockname()[1]}/sparql").post(FORM, "text/x")
        closing.join()


@pytest.mark.parametrize(
    "url", ["", "localhost:7878", "file:///etc/passwd", "ftp://x/y", "http://", "http://[x/", "http://x:y/", "http://x/ y", "http://é/"]
)
def test_only_an_address_of_http_is_one(url: str) -> None:
    with pytest.raises(UsageError) as raised:
        Endpoint(url)
    assert str(raised.value) == "an endpoint is an address such as http://localhost:7878/query"
