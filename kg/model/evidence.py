"""Where a source says it. Evidence locates; it never copies."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kg.model.vocabulary import Comparator

__all__ = ["FIGURE", "Evidence", "Quantity", "Report"]

FIGURE = r"-?\d{1,20}(\.\d{1,18})?"  # the decimals that every store keeps


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """One passage: ``paragraph`` and ``chars`` of a text, or a ``locator``, or the ``row`` of a table.

    ``chars`` counts code points of the source's text, end exclusive. ``coreference`` says that the
    passage means the record without naming it.

    >>> Evidence(source="firefly-1933", paragraph=12, chars=(5310, 5488)).place
    'firefly-1933 ¶12, 5310-5488'
    """

    source: str
    paragraph: int = 0
    chars: tuple[int, int] = (0, 0)
    locator: str = ""
    row: int = 0
    coreference: bool = False

    @property
    def place(self) -> str:
        """The passage as a table cites it."""
        if self.locator:
            return f"{self.source}, {self.locator}"
        if self.row:
            return f"{self.source}, row {self.row}"
        return f"{self.source} ¶{self.paragraph}, {self.chars[0]}-{self.chars[1]}"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure that hangs on a record, one per measure."""

    measure: str
    value: Decimal
    unit: str
    comparator: Comparator = Comparator.EXACTLY
    compared_to: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One who passes a view on: ``by`` whom, ``inside`` which work, ``said`` when (EDTF)."""

    by: str
    inside: str | None = None
    said: str | None = None
