"""What followthemoney reads of the FollowTheMoney entities."""

from __future__ import annotations

import json
from importlib.metadata import version
from pathlib import Path

from tests.exports.reading.reader import Reader

__all__ = ["READERS"]


def _read(export: Path, _: Path) -> str:
    from followthemoney import model

    things = links = dates = 0
    for line in export.read_bytes().splitlines():
        data = json.loads(line)
        entity = model.get_proxy(data, cleaned=False)
        if entity.to_dict() != data:
            raise ValueError(f"{entity.id}: a value did not survive")
        things += entity.schema.is_a("Thing")
        links += not entity.schema.is_a("Thing")
        dates += not entity.schema.is_a("Thing") and entity.temporal_start is not None
    return f"{things:,} things, {links:,} links ({dates:,} with a begin)"


READERS = (Reader("followthemoney", "ftm", lambda _: version("followthemoney"), _read, ("judges",)),)
