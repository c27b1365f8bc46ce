"""What a module of the page's script imports, exports and uses, read from its text."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NAME = r"[A-Za-z_$][\w$]*"
# What holds words that are no names: comments, strings, templates and patterns.
_COMMENT = r"//[^\n]*|/\*.*?\*/"
_STRING = r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\''
_TEMPLATE = r"`(?:\\.|\$\{[^`}]*\}|[^`\\$]|\$(?!\{))*`"
_PATTERN = r"(?:(?<=[(,=:\[!&|?{};\n>])|(?<=\breturn))\s*/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\[\n])+/[a-z]*"
_WORDS = re.compile(f"({_COMMENT})|({_STRING})|({_TEMPLATE})|({_PATTERN})", re.DOTALL)
_IMPORT = re.compile(rf'^import \{{(\s*{_NAME}(?:\s*,\s*{_NAME})*\s*,?\s*)\}} from "\.\.?/(?:\w+/)?(\w+)\.js";[ \t]*$', re.MULTILINE)
_EXPORT = re.compile(rf"^export (?:(?:async )?function\*?|const|let|class) ({_NAME})", re.MULTILINE)
# A name is no property (`of.name`), but may be spread (`...name`); the key of a property is none.
_USE = re.compile(rf"(?:(?<![\w$.])|(?<=\.\.\.)){_NAME}")
_KEY = re.compile(rf"(?<=[{{,])(\s*){_NAME}(?=\s*:)")
# Where names are declared: after a word, before a value, in a pattern, as parameters.
_DECLARED = (
    re.compile(rf"\b(?:function\*?|class|const|let)\s+({_NAME})"),
    re.compile(rf"(?<![\w$.])({_NAME})\s*=(?![=>])"),
    re.compile(r"\b(?:const|let)\s+([\[{][^=;]*?[\]}])\s*(?:=|of\b)"),
    re.compile(rf"\bfunction\*?\s*(?:{_NAME})?\s*\(([^()]*)\)"),
    re.compile(r"\(([^()]*)\)\s*=>"),
    re.compile(rf"({_NAME})\s*=>"),
)
_INNERMOST = re.compile(r"\([^()\[\]{}]*\)|\[[^()\[\]{}]*\]|\{[^()\[\]{}]*\}")
_DEFAULT = re.compile(r"=[^,\]})]*")


@dataclass(frozen=True, slots=True)
class Module:
    """Names only: ``imports`` tells from which module each comes, ``used`` are all that stand in the code below them.

    ``free`` are used, and declared neither by the module nor by the top-level function that uses them.
    """

    imports: dict[str, str]
    exports: frozenset[str]
    used: frozenset[str]
    free: frozenset[str]


def read_module(text: str) -> Module:
    """The names of a module. Raises `ValueError` for a form of import, export or template that is not read here.

    >>> module = read_module('import { a } from "./b.js";\\nexport const c = (d) => a(d, "e", f.g, { h: i });')
    >>> module.imports, module.exports, sorted(module.free - {"export", "const"})
    ({'a': 'b'}, frozenset({'c'}), ['f', 'i'])
    """
    bare = _WORDS.sub(lambda found: found[2] or _within(found[3]), text)
    imports = {name: module for names, module in _IMPORT.findall(bare) for name in re.findall(_NAME, names)}
    code = _KEY.sub(r"\1", re.sub(_STRING, '""', _IMPORT.sub("", bare)))
    exports = _EXPORT.findall(code)
    _check(code, len(exports))
    parts = re.split(r"\n(?=[^\s)}\]])", code)
    top = {name for part in parts for name in _declared(_outermost(part))}
    free = {name for part in parts for name in _names([part]) - _declared(part)}
    return Module(imports, frozenset(exports), frozenset(_names(parts)), frozenset(free - imports.keys() - top))


def _names(texts: list[str]) -> set[str]:
    return {name for text in texts for name in _USE.findall(text)}


def _declared(code: str) -> set[str]:
    return _names([_DEFAULT.sub("", found) for where in _DECLARED for found in where.findall(code)])


def _outermost(code: str) -> str:
    """The code without what stands in brackets."""
    while (less := _INNERMOST.sub("", code)) != code:
        code = less
    return code


def _within(template: str | None) -> str:
    """The code inside a template's braces."""
    return " ".join(f"({code})" for code in re.findall(r"\$\{([^`}]*)\}", template or ""))


def _check(code: str, exports: int) -> None:
    if "`" in code:
        raise ValueError("a template within a template is not read: give the inner one a name")
    if re.search(r"\bimport\b", code):
        raise ValueError('an import is one of names as they are: import { a, b } from "./c.js";')
    if len(re.findall(r"\bexport\b", code)) != exports:
        raise ValueError("an export stands before its declaration: export function a() {}")
