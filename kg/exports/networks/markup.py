"""XML in pieces, so that a document can be written while it is made; what stands in it can never break out of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from kg.errors import FormatError

__all__ = ["HEAD", "closing", "element", "opening", "text"]

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
# All but the characters of https://www.w3.org/TR/xml/#charsets: they can't be written, not even as references.
_FOREIGN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# Line ends, to readers of XML 1.1 and to some of 1.0: as references they stay what they are.
_LINE_ENDS = {"\r": "&#13;", "\x85": "&#133;", "\u2028": "&#8232;"}


def element(name: str, attributes: Mapping[str, str], *content: str) -> str:
    """An element with content that is XML already. Raises `FormatError` for characters that XML does not have.

    >>> element("node", {"id": "a", "label": 'Say "no"'}, element("desc", {}, text("1 < 2")))
    '<node id="a" label=\\'Say "no"\\'><desc>1 &lt; 2</desc></node>'
    """
    tag = opening(name, attributes)
    return f"{tag}{''.join(content)}{closing(name)}" if content else f"{tag[:-1]}/>"


def opening(name: str, attributes: Mapping[str, str]) -> str:
    """The tag that opens an element."""
    return f"<{name}{''.join(f' {key}={quoteattr(_held(value), _LINE_ENDS)}' for key, value in attributes.items())}>"


def closing(name: str) -> str:
    """The tag that closes it."""
    return f"</{name}>"


def text(value: str) -> str:
    """Text as XML that reads as the same text again, line breaks too."""
    return escape(_held(value), _LINE_ENDS)


def _held(value: str) -> str:
    if found := _FOREIGN.search(value):
        raise FormatError(f"{value!r} has the character U+{ord(found[0]):04X}, which XML can't hold: mend it, or take a format without XML")
    return value
