"""The page's script as files: small modules that join into one."""

from __future__ import annotations

import re
from pathlib import Path

from kg.views import assets

SCRIPTS = Path(assets.__file__).parent / "script"


def test_every_module_is_joined_after_all_that_it_imports() -> None:
    order = assets.modules()
    files = {path.stem: path for path in SCRIPTS.rglob("*.js")}
    assert sorted(files) == sorted(order)
    for place, name in enumerate(order):
        needed = re.findall(r'^import .*/(\w+)\.js";$', files[name].read_text(), re.MULTILINE)
        assert set(needed) <= set(order[:place])


def test_modules_stay_small() -> None:
    assert all(len(path.read_text().splitlines()) < 200 for path in SCRIPTS.rglob("*.js"))


def test_no_import_or_export_is_left_in_the_joined_script() -> None:
    assert not re.search(r"(?:^|[;}])\s*(?:import|export)\b", assets.script(), re.MULTILINE)


def test_the_joined_script_and_styles_have_no_comments_and_no_margins() -> None:
    assert not re.search(r"^\s*//|^\s*/\*|^[ \t]", assets.script() + "\n" + assets.styles(), re.MULTILINE)


def test_no_module_writes_a_brace_right_after_a_semicolon_for_the_join_takes_such_semicolons_out() -> None:
    assert not [path.name for path in SCRIPTS.rglob("*.js") if ";}" in path.read_text()]
    assert ";}" not in assets.script()


def test_every_part_of_the_style_sheet_is_joined() -> None:
    assert sorted(path.stem for path in SCRIPTS.parent.glob("css/*.css")) == sorted(assets.STYLES)
    assert assets.styles().isascii()


def test_the_script_makes_no_markup_and_runs_no_text() -> None:
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\(|new Function|fetch\(|XMLHttp", assets.script())


def test_the_script_is_ascii_and_closes_no_element() -> None:
    assert assets.script().isascii()
    assert assets.vis_network().isascii()
    assert "</script" not in (assets.script() + assets.vis_network()).lower()
