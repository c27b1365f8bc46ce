"""What the OASIS library reads of the STIX bundle."""

from __future__ import annotations

from collections import Counter
from importlib.metadata import version
from pathlib import Path

from tests.exports.reading.reader import Reader

__all__ = ["READERS"]


def _read(export: Path, _: Path) -> str:
    import stix2  # type: ignore[import-untyped]

    bundle = stix2.parse(export.read_text(encoding="utf-8"), allow_custom=False)
    kinds = Counter(each.type for each in bundle.objects)
    timed = sum("start_time" in each for each in bundle.objects)
    return f"{len(bundle.objects):,} objects, {kinds['relationship']:,} relationships ({timed:,} with a begin), {kinds['note']:,} notes"


READERS = (Reader("stix2", "stix", lambda _: version("stix2"), _read),)
