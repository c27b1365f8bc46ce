"""The page's package files: template, styles, and the script joined from its modules; and vis-network as pyvis carries it."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from pathlib import Path

__all__ = ["MODULES", "VIS_SHA256", "ascii_script", "script", "styles", "template", "vis_network"]

# In this order: a module uses only what stands before it, or what it calls later.
MODULES = (
    *("address", "data", "filter", "compare", "ego", "words", "look", "dom"),
    *("canvas", "camera", "marks", "legend", "eras", "controls", "lists", "panel", "table", "status", "main"),
)
VIS_SHA256 = "1f20f0736f32cb9bedf8f6383b25cfea2f839e1abe80d6e8040b4d5bea378c69"
_HERE = files("kg.views")
_IMPORT = re.compile(r"^import [^;\n]*;\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?function|const|let|class)", re.MULTILINE)


def _read(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


def template() -> str:
    """The Jinja template of the page."""
    return _read("template.html.j2")


def styles() -> str:
    """The style sheet; ASCII, as the page is."""
    return _read("page.css")


def script() -> str:
    """All modules as one script without imports, closed off from the page's globals."""
    parts = [_EXPORT.sub("", _IMPORT.sub("", _read(f"script/{name}.js"))) for name in MODULES]
    return ascii_script('(() => {\n"use strict";\n' + "\n".join(parts) + "\n})();")


@cache
def vis_network() -> str:
    """vis-network 9.1.2 out of pyvis' own folder, without the pointer to its source map."""
    import pyvis

    path = Path(pyvis.__file__).parent / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
    text = path.read_text(encoding="utf-8")
    return ascii_script(re.sub(r"//# sourceMappingURL=.*", "", text))


def ascii_script(text: str) -> str:
    """The same script in ASCII: letters outside it occur only in strings, patterns and comments.

    >>> ascii_script('"\u2026"')
    '"\\\\u2026"'
    """
    return re.sub(r"[^\x00-\x7f]", lambda m: "".join(f"\\u{unit:04x}" for unit in _units(m[0])), text)


def _units(char: str) -> tuple[int, ...]:
    raw = char.encode("utf-16-be")
    return tuple(int.from_bytes(raw[i : i + 2], "big") for i in range(0, len(raw), 2))
