"""What the README shows of Parquet runs as it stands there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kg
from kg.index import Extent
from kg.lake import Lake, partition
from kg.model.period import Period

README = Path(__file__).parents[2] / "README.md"


def test_the_lines_under_beyond_one_machine_run(exported: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (shown,) = re.findall(r"^```python\n(lake = .*?)^```$", README.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    monkeypatch.chdir(tmp_path)
    partition(exported, "decades")
    names = {"kg": kg, "Period": Period}
    exec(shown, names)
    lake: object = names["lake"]
    assert isinstance(lake, Lake)
    assert isinstance(lake.extent("russia"), Extent)
