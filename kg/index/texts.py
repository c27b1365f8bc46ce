"""Many short texts as bytes: no Python object for each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Texts", "as_array"]

_AT_ONCE = 1 << 20  # texts that are gathered at a time: 16 bytes of memory for each of their characters


class Texts(NamedTuple):
    """UTF-8 texts one after the other; the one at ``i`` is from ``starts[i]`` to ``starts[i + 1]``.

    >>> texts = Texts.of(["a", "", "bcd"])
    >>> len(texts.starts) - 1, texts.at([2, 0])
    (3, ['bcd', 'a'])
    """

    data: NDArray[np.uint8]
    starts: NDArray[np.integer]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Texts:
        """The texts in their order."""
        import numpy as np

        encoded = [text.encode() for text in texts]
        starts = np.zeros(len(encoded) + 1, np.int64)
        np.cumsum([len(text) for text in encoded], out=starts[1:])
        return cls(np.frombuffer(b"".join(encoded), np.uint8), starts)

    @classmethod
    def joined(cls, parts: Iterable[Texts]) -> Texts:
        """Those of several, one after the other."""
        import numpy as np

        several = list(parts)
        lengths = np.concatenate([np.diff(part.starts) for part in several] or [np.zeros(0, np.int64)])
        data = np.concatenate([part.data[part.starts[0] : part.starts[-1]] for part in several] or [np.zeros(0, np.uint8)])
        return cls(data, np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)]))

    def at(self, places: Iterable[int] | NDArray[np.integer]) -> list[str]:
        """The texts at these places."""
        import numpy as np

        where = np.asarray(places, np.intp)
        data: Any = memoryview(self.data)  # type: ignore[arg-type]  # numpy's arrays are buffers
        return [str(data[a:b], "utf-8") for a, b in zip(self.starts[where].tolist(), self.starts[where + 1].tolist(), strict=True)]

    def taken(self, places: NDArray[np.integer]) -> Texts:
        """The texts at these places, as texts."""
        return Texts.joined(self._some(places[i : i + _AT_ONCE]) for i in range(0, len(places), _AT_ONCE))

    def _some(self, places: NDArray[np.integer]) -> Texts:
        import numpy as np

        begins = self.starts[places].astype(np.int64)
        starts = np.concatenate([[0], np.cumsum(self.starts[places + 1] - begins)])
        index = np.arange(starts[-1]) + np.repeat(begins - starts[:-1], np.diff(starts))
        return Texts(self.data[index], starts)

    def order(self) -> NDArray[np.intp]:
        """The places in the order of the texts by code point, equal ones in that of their places."""
        import numpy as np

        lengths = np.diff(self.starts).astype(np.int64)
        longest = int(lengths.max(initial=1)) or 1
        wide = np.zeros((len(lengths), longest), np.uint8)
        wide[np.arange(longest) < lengths[:, None]] = self.data[self.starts[0] : self.starts[-1]]
        return np.argsort(wide.view(f"S{longest}").ravel(), kind="stable")


def as_array(texts: Sequence[str]) -> NDArray[np.object_]:
    """An array of Python's own texts, to be taken from by place: for names, of which there are few."""
    import numpy as np

    array = np.empty(len(texts), object)
    array[:] = texts
    return array
