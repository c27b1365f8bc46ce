"""The page's package files: template, styles, and the script joined from its modules; and vis-network as pyvis carries it."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from pathlib import Path

__all__ = ["GENERATOR", "STYLES", "VIS_SHA256", "ascii_script", "modules", "script", "styles", "template", "vis_network"]

# By this line a page is known as ours.
GENERATOR = b'<meta name="generator" content="Comity">'
VIS_SHA256 = "1f20f0736f32cb9bedf8f6383b25cfea2f839e1abe80d6e8040b4d5bea378c69"
STYLES = ("base", "frame", "side", "timeline", "matrix", "multiples", "table", "panel", "narrow", "forced", "print")
_HERE = files("kg.views")
_IMPORT = re.compile(r'^import \{[^;]*?\} from "\.\.?/(?:\w+/)?(\w+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?function\*?|const|let|class) (\w+)", re.MULTILINE)


def _read(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


def template() -> str:
    """The Jinja template of the page."""
    return _read("template.html.j2")


@cache
def styles() -> str:
    """The style sheet, joined from its parts: later ones win. Without comments and margins."""
    from rcssmin import cssmin

    return str(cssmin("\n".join(_read(f"css/{name}.css") for name in STYLES)))


@cache
def _modules() -> dict[str, str]:
    """The text of each module by its name, which no other folder has again."""
    script = _HERE / "script"
    folders = [script, *(entry for entry in script.iterdir() if entry.is_dir())]
    found = [file for folder in folders for file in folder.iterdir() if file.name.endswith(".js")]
    return {file.name.removesuffix(".js"): file.read_text(encoding="utf-8") for file in found}


def modules(first: str = "main") -> list[str]:
    """The script's modules, each after all that it imports: the order in which they are joined."""
    order: dict[str, None] = {}

    def visit(name: str) -> None:
        if name not in order:
            for match in _IMPORT.finditer(_modules()[name]):
                visit(match[1])
            order[name] = None

    visit(first)
    return list(order)


@cache
def script() -> str:
    """All modules as one script without comments and margins.

    Each is a function of its own, which hands what it exports to those that follow.
    """
    from rjsmin import jsmin

    joined = jsmin('(() => {\n"use strict";\n' + "".join(map(_closed, modules())) + "})();")
    return ascii_script(joined.replace(";}", "}"))  # in the modules a space follows: so none of these stands in a string


def _closed(name: str) -> str:
    text = _IMPORT.sub("", _modules()[name])
    exports = ", ".join(match[2] for match in _EXPORT.finditer(text))
    body = _EXPORT.sub(r"\1 \2", text)
    return f"const {{ {exports} }} = (() => {{\n{body}return {{ {exports} }};\n}})();\n"


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
