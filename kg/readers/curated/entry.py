"""A YAML mapping whose fields are taken one by one; what is left over is a fault."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import yaml

from kg.errors import Fault, FileError
from kg.files import read_text

__all__ = ["Entry", "entries_in", "is_slug"]

W = TypeVar("W", bound=StrEnum)
T = TypeVar("T")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_DEEPEST = 1_000
_INDICATORS = re.compile(rf"^[ \-?:]{{{_DEEPEST}}}", re.MULTILINE)
_BRACKET = re.compile(r"[\[\]{}]")
_PLAIN = {f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map")}


def is_slug(text: str) -> bool:
    """Whether the text is kebab-case: ``a-z``, digits, single hyphens between."""
    return _SLUG.fullmatch(text) is not None


class Entry:
    """One mapping of a file. Methods take a field and note a fault instead of raising, so that none hides the next."""

    def __init__(self, path: Path, node: yaml.MappingNode, faults: list[Fault]) -> None:
        self.path = path
        self.line = node.start_mark.line + 1
        self.lines: dict[str, int] = {}
        self._faults = faults
        self._before = len(faults)
        self._left: dict[str, yaml.Node] = {}
        self._seen: list[str] = []
        for key, value in node.value:
            name = str(key.value)
            if name in self._left:
                self.fault(f"duplicate field {name}: keep one", key.start_mark.line + 1)
            self._left[name] = value
            self.lines[name] = key.start_mark.line + 1

    @property
    def whole(self) -> bool:
        """Whether no fault was found in it so far."""
        return len(self._faults) == self._before

    def fault(self, why: str, line: int | None = None) -> None:
        """Note what is wrong, and what would be right."""
        self._faults.append(Fault(self.path, line or self.line, why))

    def text(self, name: str, required: bool = False) -> str | None:
        """The field's text. A field that is present is never empty."""
        node = self._take(name, required)
        if node is None:
            return None
        if not isinstance(node, yaml.ScalarNode) or node.tag not in _PLAIN:
            self.fault(f"{name} is one text, not a list or mapping", self.lines[name])
            return None
        text = str(node.value).strip()
        if not text:
            self.fault(f"{name} is empty: give it a value or leave it out", self.lines[name])
        return text or None

    def needed(self, name: str) -> str:
        """The text of a field that must be there; empty where it is missing, which is a fault."""
        return self.text(name, required=True) or ""

    def id(self, name: str = "id") -> str:
        """A slug that must be there."""
        text = self.needed(name)
        if text and not is_slug(text):
            self.fault(f"{name} {text!r} is no slug: write lower-case letters, digits and single hyphens", self.lines[name])
        return text

    def word(self, name: str, vocabulary: type[W], default: W | None = None) -> W | None:
        """A word of a closed vocabulary."""
        text = self.text(name, required=default is None)
        return default if text is None else self._word(name, text, vocabulary)

    def words(self, name: str, vocabulary: type[W]) -> tuple[W, ...]:
        """One or several words of a closed vocabulary."""
        found = (self._word(name, text, vocabulary) for text in self.texts(name))
        return tuple(sorted(word for word in found if word is not None))

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts, each once, in the order written; a single text is a list of one."""
        node = self._take(name, False)
        if node is None:
            return ()
        texts = []
        for item in _items(node):
            if not isinstance(item, yaml.ScalarNode) or item.tag not in _PLAIN or not item.value.strip():
                self.fault(f"{name} is a list of texts", item.start_mark.line + 1)
            elif item.value.strip() in texts:
                self.fault(f"{name} names {item.value.strip()!r} twice: keep one", item.start_mark.line + 1)
            else:
                texts.append(item.value.strip())
        return tuple(texts)

    def ids(self, name: str) -> tuple[str, ...]:
        """A list of ids, sorted."""
        return tuple(sorted(self.texts(name)))

    def flag(self, name: str, default: bool = False) -> bool:
        """``true`` or ``false``."""
        text = self.text(name)
        if text not in (None, "true", "false"):
            self.fault(f"{name} is true or false, not {text!r}", self.lines[name])
        return default if text is None else text == "true"

    def integer(self, name: str, default: int | None = None, least: int | None = None) -> int:
        """A whole number of ASCII digits, with a sign or without, and not below ``least``."""
        number = self._number(name, default, int, r"[+-]?\d+", "a whole number")
        if least is not None and name in self.lines and number < least:
            self.fault(f"{name} is {least} or more, not {number}", self.lines[name])
        return number

    def decimal(self, name: str) -> Decimal:
        """A decimal number that must be there."""
        return self._number(name, None, Decimal, r"[+-]?\d+(\.\d+)?", "a number")

    def entries(self, name: str) -> list[Entry]:
        """A list of mappings; one mapping alone is a list of one."""
        node = self._take(name, False)
        if node is None:
            return []
        return list(_mappings(self.path, _items(node), self._faults, name))

    def text_or_entry(self, name: str) -> Entry | str | None:
        """The field's text, or the one mapping that it is."""
        if not isinstance(self._left.get(name), yaml.MappingNode):
            return self.text(name)
        return self.entries(name)[0]

    def done(self) -> None:
        """Everything that was not taken is a fault."""
        for name in self._left:
            near = get_close_matches(name, self._seen, n=1)
            hint = f": is {near[0]} meant?" if near else f": known are {', '.join(self._seen)}"
            self.fault(f"unknown field {name}{hint}", self.lines[name])

    def _take(self, name: str, required: bool) -> yaml.Node | None:
        self._seen.append(name)
        node = self._left.pop(name, None)
        if node is None and required:
            self.fault(f"{name} is missing")
        return node

    def _word(self, name: str, text: str, vocabulary: type[W]) -> W | None:
        try:
            return vocabulary(text)
        except ValueError:
            self.fault(f"{name} {text!r} is none of {', '.join(vocabulary)}", self.lines[name])
            return None

    def _number(self, name: str, default: T | None, make: Callable[[str], T], pattern: str, what: str) -> T:
        text = self.text(name, required=default is None)
        if text is None:
            return make("0") if default is None else default
        if not re.fullmatch(pattern, text, re.ASCII):
            self.fault(f"{name} is {what}, not {text!r}", self.lines[name])
            return make("0")
        try:
            return make(text)
        except (InvalidOperation, ValueError):
            self.fault(f"{name} {text!r} is too large", self.lines[name])
            return make("0")


def entries_in(path: Path, shown: Path, faults: list[Fault], single: bool = False) -> Iterable[Entry]:
    """All entries of a file: a list of mappings, or one mapping where ``single``. Faults name the file as ``shown``.

    They come one by one: an entry is to be read before the next is asked for, so that each knows its own faults.
    """
    text = ""
    try:
        text = read_text(path)
        _check_depth(text)
        node = yaml.compose(text, Loader=_LOADER)
    except FileError as error:
        match = re.search(r": line (\d+): (.*)", str(error))
        faults.append(Fault(shown, int(match[1]) if match else 1, match[2] if match else str(error).partition(": ")[2]))
        return []
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        faults.append(Fault(shown, mark.line + 1 if mark else 1, f"no YAML: {error.problem or error.context}"))
        return []
    except yaml.YAMLError as error:
        line = text.encode()[: getattr(error, "position", 0)].count(b"\n") + 1
        faults.append(Fault(shown, line, f"no YAML: {' '.join(str(error).split())}"))
        return []
    if node is None:
        if single:
            faults.append(Fault(shown, 1, "the file is empty"))
        return []
    if single != isinstance(node, yaml.MappingNode) or not (single or isinstance(node, yaml.SequenceNode)):
        faults.append(
            Fault(
                shown,
                node.start_mark.line + 1,
                "the file is one mapping" if single else "the file is a list of entries that begin with `- id:`",
            )
        )
        return []
    return _mappings(shown, [node] if single else node.value, faults, "the file")


def _check_depth(text: str) -> None:
    """Refuse brackets or block indicators that nest so deep that the composer would kill the process."""
    deep = _INDICATORS.search(text)
    depth = 0
    for bracket in _BRACKET.finditer(text):
        depth = depth + 1 if bracket[0] in "[{" else max(depth - 1, 0)
        if depth > _DEEPEST:
            deep = bracket
            break
    if deep:
        line = text.count("\n", 0, deep.start())
        raise yaml.MarkedYAMLError(problem=f"nests deeper than {_DEEPEST} levels", problem_mark=yaml.Mark("", 0, line, 0, None, 0))


def _items(node: yaml.Node) -> list[yaml.Node]:
    return node.value if isinstance(node, yaml.SequenceNode) and node.tag in _PLAIN else [node]


def _mappings(path: Path, nodes: list[yaml.Node], faults: list[Fault], what: str) -> Iterator[Entry]:
    for node in nodes:
        if isinstance(node, yaml.MappingNode) and node.tag in _PLAIN:
            yield Entry(path, node, faults)
        else:
            faults.append(Fault(path, node.start_mark.line + 1, f"{what} is a list of mappings with fields such as `id: …`"))
