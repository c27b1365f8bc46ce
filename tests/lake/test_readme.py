"""What the README shows of Parquet runs as it stands there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kg
from kg.index import Extent
from kg.lake import Lake, partition

README = Path(__file__).parents[2] / "README.md"


def test_the_lines_under_beyond_one_machine_run(exported: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (shown,) = re.findall(r"^```python\n(lake = .*?)^```$", README.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    monkeypatch.chdir(tmp_path)
    partition(exported, "decades")
    names: dict[str, object] = {"kg": kg}
    exec(shown, names)
    lake = names["lake"]
    assert isinstance(lake, Lake)
    assert isinstance(lake.extent("russia"), Extent)
