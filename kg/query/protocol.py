"""The SPARQL protocol, as far as asking needs it: a form is sent, an answer comes back."""

from __future__ import annotations

import base64
import http.client
import urllib.error
import urllib.request
from collections.abc import Sequence
from email.message import Message
from typing import IO
from urllib.parse import unquote, urlencode, urlsplit

from kg.errors import EndpointError, StoreError, UsageError
from kg.store import Received

__all__ = ["Endpoint"]

_LONGEST = 200  # of the other side's own words
# By these headers other servers say that they left rows out, which must never pass for the whole answer.
_CUT = ("X-Truncated", "X-SPARQL-MaxRows", "X-SQL-State")


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A question and its password go where the user said, and nowhere else."""

    def redirect_request(self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str) -> None:
        return None


class Endpoint:
    """One SPARQL endpoint. ``seconds`` is how long it may stay silent; ``name`` is its address as it may be printed.

    Raises `UsageError` where the address is none of http or https.
    """

    def __init__(self, url: str, seconds: float = 60.0) -> None:
        try:
            parts = urlsplit(url)
            host = parts.hostname and f"{parts.hostname}:{parts.port}" if parts.port else parts.hostname
        except ValueError:
            host = None
        if host is None or parts.scheme not in ("http", "https") or not url.isascii() or any(c.isspace() for c in url):
            raise UsageError("an endpoint is an address such as http://localhost:7878/query")
        plain = parts._replace(netloc=parts.netloc.rpartition("@")[2], fragment="")
        self.name = plain._replace(query="").geturl()
        self._address, self._seconds = plain.geturl(), seconds
        self._headers = {"User-Agent": "comity"}
        if parts.username is not None:
            pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
            self._headers["Authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"
        self._opener = urllib.request.build_opener(_NoRedirect)

    def post(self, form: Sequence[tuple[str, str]], accept: str) -> Received:
        """What the endpoint answers. Raises `EndpointError` where that is no answer, or not the whole one."""
        headers = self._headers | {"Accept": accept, "Content-Type": "application/x-www-form-urlencoded"}
        request = urllib.request.Request(self._address, urlencode(form).encode(), headers, method="POST")
        try:
            with self._opener.open(request, timeout=self._seconds) as response:
                if cut := next((name for name in _CUT if name in response.headers), None):
                    raise self._error(f"the answer may be cut short ({cut}: {response.headers[cut]}): ask for less")
                return Received(response.read(), response.headers.get("Content-Type", ""))
        except urllib.error.HTTPError as error:
            with error:
                raise self._error(self._told(error)) from None
        except TimeoutError:
            raise self._error(f"no answer within {self._seconds:g} seconds") from None
        except urllib.error.URLError as error:
            late = isinstance(error.reason, TimeoutError)
            raise self._error(f"no answer within {self._seconds:g} seconds" if late else f"no connection: {error.reason}") from None
        except (OSError, http.client.HTTPException) as error:
            raise self._error(f"the connection broke: {error or type(error).__name__}") from None
        except StoreError as error:
            raise self._error(f"this is no answer of a SPARQL endpoint: {error}") from None

    def _told(self, error: urllib.error.HTTPError) -> str:
        """The status, and where the answer went on, or the first line that says what is wrong."""
        said = f"HTTP {error.code} {http.client.responses.get(error.code, '')}".strip()
        if 300 <= error.code < 400:
            return f"{said}: it points to {error.headers.get('Location', 'nowhere')}: give the address that answers itself"
        if "html" in error.headers.get("Content-Type", ""):
            return said
        try:
            lines = error.read(10_000).decode(errors="replace").splitlines()
        except (OSError, http.client.HTTPException):
            return said
        first = next((line.strip() for line in lines if line.strip()), "")
        return f"{said}: {first[:_LONGEST]}" if first else said

    def _error(self, why: str) -> EndpointError:
        return EndpointError(f"{self.name}: {why}")
