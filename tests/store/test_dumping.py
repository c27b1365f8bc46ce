"""Data sets written part by part."""

from __future__ import annotations

import pytest

from kg.store import dumping, streamed

PREFIXES = {"x": "urn:x:", "u": "urn:"}
PARTS = [b"<urn:x:a> <urn:p> <urn:x:b> <urn:g> .\n", b'<urn:x:b> <urn:p> "c" <urn:h> .\n', b"<urn:x:c> <urn:p> <urn:x:b> <urn:g> .\n"]


@pytest.mark.parametrize("format", ["turtle", "trig"])
def test_the_size_of_a_batch_changes_no_byte(format: str, monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = b"".join(streamed(PARTS, format, PREFIXES))
    monkeypatch.setattr(dumping, "_BATCH", 1)
    parts = list(streamed(PARTS, format, PREFIXES))
    assert b"".join(parts) == at_once
    assert len(parts) == 1 + len(PARTS) + 1


def test_graphs_and_subjects_keep_the_order_in_which_they_come() -> None:
    assert b"".join(streamed(PARTS, "trig", PREFIXES)).decode().splitlines() == [
        "@prefix u: <urn:> .",
        "@prefix x: <urn:x:> .",
        "u:g {",
        "\tx:a u:p x:b .",
        "}",
        "u:h {",
        '\tx:b u:p "c" .',
        "}",
        "u:g {",
        "\tx:c u:p x:b .",
        "}",
    ]


def test_nothing_is_prefixes_alone() -> None:
    assert b"".join(streamed([], "turtle", PREFIXES)) == b"@prefix u: <urn:> .\n@prefix x: <urn:x:> .\n"
