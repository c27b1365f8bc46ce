"""The page's script as files: small modules that join into one."""

from __future__ import annotations

import re
from pathlib import Path

from kg.views import assets

SCRIPTS = Path(assets.__file__).parent / "script"


def test_every_module_is_joined_and_every_joined_module_exists() -> None:
    assert sorted(path.stem for path in SCRIPTS.glob("*.js")) == sorted(assets.MODULES)


def test_modules_stay_small() -> None:
    assert all(len(path.read_text().splitlines()) < 200 for path in SCRIPTS.glob("*.js"))


def test_no_import_or_export_is_left_and_no_name_is_taken_twice() -> None:
    script = assets.script()
    assert not re.search(r"^(import|export)\b", script, re.MULTILINE)
    names = re.findall(r"^(?:function|const|let) (\w+)", script, re.MULTILINE)
    assert sorted(set(names)) == sorted(names)


def test_the_script_makes_no_markup_and_runs_no_text() -> None:
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\(|new Function|fetch\(|XMLHttp", assets.script())


def test_the_script_is_ascii_and_closes_no_element() -> None:
    assert assets.script().isascii()
    assert assets.vis_network().isascii()
    assert "</script" not in (assets.script() + assets.vis_network()).lower()
