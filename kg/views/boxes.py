"""How large a node is drawn, reckoned without a browser: label in lines, width and height in world units."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from kg.views.style import KINDS

__all__ = ["SYMBOL", "Box", "box_of", "clean", "reach", "wrap"]

# Half the height of a shape that has its label below.
SYMBOL = 9
# Advance of a letter in em, a little more than in DejaVu Sans, which is wide.
_ADVANCE = {**dict.fromkeys("iljtfrI .,:;'!|()-", 0.42), **dict.fromkeys("mwMW@%", 0.98)}
_CAPITAL, _LETTER, _WIDE = 0.74, 0.63, 1.05
_LINES = 3
_INSET = 3  # between the outermost line that meets a shape and the shape's border
# Controls that would reorder or break the text around them; and what HTML can't hold.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Box:
    """A label in lines, and the rectangle around shape and label: ``above`` and ``below`` the node's place."""

    label: str
    width: int
    above: int
    below: int


def clean(text: str) -> str:
    """The text with every control that could disturb its surroundings made visible as U+FFFD."""
    return _UNSAFE.sub("\ufffd", text)


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
