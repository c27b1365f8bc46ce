"""An answer as Python reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kg.errors import UsageError

if TYPE_CHECKING:
    import pandas

__all__ = ["Rows"]


class Rows(Sequence[Mapping[str, Any]]):
    """The rows of an answer: by variable, with IRIs as text and typed literals as Python values; unbound is None.

    An answer to ASK has one row with the variable ``answer``, and is true where the answer is yes.
    """

    def __init__(self, variables: Sequence[str], rows: Sequence[Sequence[Any]], truth: bool | None = None) -> None:
        self.variables = tuple(variables)
        self._truth = truth
        self._rows = [dict(zip(self.variables, row, strict=True)) for row in rows]

    def __len__(self) -> int:
        return len(self._rows)

    def __bool__(self) -> bool:
        return len(self) > 0 if self._truth is None else self._truth

    def __getitem__(self, place: Any) -> Any:
        return self._rows[place]

    def __iter__(self) -> Iterator[Mapping[str, Any]]:
        return iter(self._rows)

    def __repr__(self) -> str:
        return f"<{len(self)} rows of {', '.join(self.variables)}>"

    def to_pandas(self) -> pandas.DataFrame:
        """The rows as a data frame. Raises `UsageError` where pandas, which is not installed with this package, is missing."""
        try:
            import pandas
        except ModuleNotFoundError:
            raise UsageError("to_pandas needs pandas: pip install pandas") from None

        return pandas.DataFrame(self._rows, columns=list(self.variables))
