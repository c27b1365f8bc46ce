"""How large a node is drawn, reckoned without a browser: label in lines, width and height in world units."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from kg.views.style import KINDS

__all__ = ["SYMBOL", "Box", "box_of", "clean", "reach", "wrap"]

# Half the height of a shape that has its label below.
SYMBOL = 9
# Advance of a letter in em, a little more than in DejaVu Sans, which is wide.
_ADVANCE = {**dict.fromkeys("iljtfrI .,:;'!|()-", 0.42), **dict.fromkeys("mwMW@%", 0.98), "\ufffd": 1.05}
_CAPITAL, _LETTER, _WIDE = 0.74, 0.63, 1.05
_LINES = 3
_INSET = 3  # between the outermost line that meets a shape and the shape's border
# Controls that would reorder or break the text around them; and what HTML can't hold.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_FILLERS = "\u115f\u1160\u2800\u3164\uffa0"  # letters and a sign that are drawn as nothing
_MARKS = 10  # on one letter: no script has more, and further ones would be drawn over the neighbours
_PILE = re.compile(rf"[^\w\x00-\x7f]{{{_MARKS + 1},}}")  # what may be more: marks are no letters


@dataclass(frozen=True, slots=True)
class Box:
    """A label in lines, and the rectangle around shape and label: ``above`` and ``below`` the node's place."""

    label: str
    width: int
    above: int
    below: int


@lru_cache(1 << 16)  # a build asks for the same texts once a page
def clean(text: str) -> str:
    """The text with whatever could disturb its surroundings, or would not be seen at all, made visible as U+FFFD.

    As many UTF-16 code units long as before.
    """
    safe = _UNSAFE.sub("\ufffd", text)
    if safe and not any(map(_is_seen, safe)):
        return "".join(map(_sign, safe))
    return _PILE.sub(_unpiled, safe)


def _is_seen(c: str) -> bool:
    kind = unicodedata.category(c)
    return kind[0] not in "MZ" and kind not in ("Cc", "Cf") and c not in _FILLERS


def _unpiled(found: re.Match[str]) -> str:
    marks, kept = 0, []
    for c in found[0]:
        marks = marks + 1 if unicodedata.category(c)[0] == "M" else 0
        kept.append(_sign(c) if marks > _MARKS else c)
    return "".join(kept)


def _sign(c: str) -> str:
    return "\ufffd" * (2 if c > "\uffff" else 1)


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of about ``width`` letters; three lines at most, then an ellipsis.

    >>> wrap("United Nations Security Council", 16)
    ['United Nations', 'Security Council']
    """
    lines: list[str] = []
    longest = width + 4
    pieces = [word[i : i + longest] for word in clean(text).split() for i in range(0, len(word), longest)]
    for word in pieces:
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += " " + word
        else:
            lines.append(word)
    if len(lines) > _LINES:
        lines = [*lines[: _LINES - 1], lines[_LINES - 1][: width - 1] + "\u2026"]
    return lines or ["?"]


def box_of(kind: str, label: str) -> Box:
    """The drawn size of a node as vis-network makes it: margins of 5 in a box, an ellipse around its text."""
    look = KINDS[kind]
    lines = wrap(label, 18 if kind == "person" else 12 if look.inside else 17)
    width = max(_advance(line) for line in lines) * look.font
    height = 1.2 * look.font * len(lines)
    text = "\n".join(lines)
    if look.shape == "ellipse":
        return Box(text, round(width + height), round(height), round(height))
    if look.inside:
        return Box(text, round(width + 12), round(height / 2 + 6), round(height / 2 + 6))
    return Box(text, round(max(width, 2 * SYMBOL)), SYMBOL + 2, round(SYMBOL + 4 + height))


def reach(box: Box) -> int:
    """How far off the place, in world units, a line may end so that it still meets the shape whatever its direction."""
    return (min(box.width // 2, box.above) if box.above == box.below else SYMBOL) - _INSET


def _advance(line: str) -> float:
    return sum(
        _ADVANCE.get(c) or (_WIDE if unicodedata.east_asian_width(c) in "WF" else _CAPITAL if c.isupper() else _LETTER) for c in line
    )
