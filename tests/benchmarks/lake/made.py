"""Invented statements in Parquet: actors by Zipf's law, intervals from a day to eight years between 1945 and 2025."""

from __future__ import annotations

from pathlib import Path

import duckdb

__all__ = ["ACTORS", "write_invented"]

ACTORS = 5_000


def write_invented(path: Path, count: int) -> None:
    """So many, each time the same: half of them undisputed, a fifth with vague days, all with a row of a table as evidence."""

    def chance(number: int) -> str:
        return f"hash(i * 16 + {number})::DOUBLE / 2::DOUBLE ** 64"

    def actor(number: int) -> str:
        return f"floor({ACTORS} ** ({chance(number)}))::INT"  # as often as one over its number

    drawn = f"""
        SELECT i, {actor(1)} AS s, {actor(2)} AS o, DATE '1945-01-01' + floor(29584 * {chance(3)})::INT AS b,
            floor(2920 * {chance(4)})::INT AS length, if({chance(5)} < 0.2, 180, 0) AS vague,
            floor(6 * {chance(6)})::INT AS kind, if({chance(7)} < 0.5, 'undisputed', 'a' || floor(20 * {chance(8)})::INT) AS holder
        FROM range({count}) t(i)"""
    kinds = "['courts', 'supports', 'cooperatesWith', 'criticises', 'sanctions', 'tradesWith']"
    duckdb.execute(f"""COPY (
        SELECT 'statement-' || i AS id, 'a' || s AS subject, {kinds}[kind + 1] AS relation, 'a' || if(s = o, o + 1, o) AS object,
            [1, 1, 1, -1, -1, 0][kind + 1]::BIGINT AS sign, 'actual' AS status, false AS negated,
            b AS earliest_begin, b + vague AS latest_begin,
            b + greatest(length - vague, 0) AS earliest_end, b + greatest(length, vague) AS latest_end,
            [holder] AS according_to, b + greatest(length, vague) AS said_earliest, NULL::VARCHAR AS speaks_for,
            strftime(b, '%Y-%m-%d') || '/' || strftime(b + length, '%Y-%m-%d') AS "when",
            [{{'source': 'events', 'row': i + 1}}] AS evidence
        FROM ({drawn})
    ) TO '{path}' (FORMAT parquet, COMPRESSION zstd)""")
