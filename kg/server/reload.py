"""Serves the data anew when their files change, and tells what is wrong with them where they can't be."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence

from kg.errors import CorpusError, KgError
from kg.server.loading import load
from kg.server.pool import Pool
from kg.server.source import Source

__all__ = ["keep_up"]

_EVERY = 1.0  # seconds between two looks
_LONGEST = 60.0  # seconds until what failed for want of memory or processes is tried again


async def keep_up(pool: Pool, source: Source, served: object) -> None:
    """Look for changes until cancelled; ``served`` is the state of the source whose data the pool has.

    Files that change from one look to the next are still being written: what they hold is read when they are still.
    """
    before, pause = served, _EVERY
    while True:
        await asyncio.sleep(pause)
        now = await asyncio.to_thread(source.state)
        if now == served or now != before:
            before, pause = now, _EVERY
            continue
        try:
            told = await _anew(pool, source, now)
        except CorpusError as error:
            told = [*map(str, error.faults), f"kg: {len(error.faults)} fault{'s' * (len(error.faults) > 1)}, nothing served anew"]
        except KgError as error:
            told = [f"kg: {error}", "kg: nothing served anew"]
        except OSError as error:
            pause = min(2 * pause, _LONGEST)
            _tell([f"kg: {error}", f"kg: nothing served anew; the next try is in {pause:g} s"])
            continue
        if told:
            _tell(told)
            served, pause = now, _EVERY


async def _anew(pool: Pool, source: Source, state: object) -> list[str]:
    """What to tell; nothing where the files changed while they were read, and are to be read again."""
    data = await load(source)
    if await asyncio.to_thread(source.state) != state:
        return []
    if data == pool.data:
        return ["kg: the files have changed, what they say is what is served"]
    await pool.serve(data)
    return [*data.notes, f"kg: the files have changed, and are served anew (version {data.version[:12]})"]


def _tell(lines: Sequence[str]) -> None:
    print("\n".join(lines), file=sys.stderr, flush=True)
