"""What one client may take of what all share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import IPv6Address, ip_address, ip_network

from kg.errors import Busy

__all__ = ["BUSY", "Places", "client_of"]

BUSY = "the server is busy: come again"


class Places:
    """So many places, of which one client has at most half, rounded up."""

    def __init__(self, most: int) -> None:
        self._most, self._taken = most, Counter[str]()

    @contextmanager
    def one(self, client: str) -> Iterator[None]:
        """A place for a while. Raises `Busy` where there is none.

        >>> places = Places(2)
        >>> with places.one("192.0.2.1"), places.one("192.0.2.1"):
        ...     pass
        Traceback (most recent call last):
            ...
        kg.errors.Busy: you ask too much at once: come again
        """
        if self._taken.total() >= self._most:
            raise Busy(BUSY)
        if self._taken[client] >= (self._most + 1) // 2:
            raise Busy("you ask too much at once: come again")
        self._taken[client] += 1
        try:
            yield
        finally:
            self._taken[client] -= 1
            if not self._taken[client]:
                del self._taken[client]


def client_of(host: str) -> str:
    """Who asks from an address: in IPv6 the whole network, within which a client may choose its addresses.

    >>> client_of("2001:db8::1") == client_of("2001:db8::2")
    True
    >>> client_of("::ffff:192.0.2.1"), client_of("192.0.2.1"), client_of("a socket")
    ('192.0.2.1', '192.0.2.1', 'a socket')
    """
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if not isinstance(address, IPv6Address):
        return host
    return str(address.ipv4_mapped or ip_network((int(address), 64), strict=False))
