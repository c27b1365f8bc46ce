"""The modules of the page's script: each tested in Chromium by its own file, and what they take from each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.views import assets
from tests.views.javascript import Module, read_module

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

MODULES = Path(assets.__file__).parent / "script"
TESTS = Path(__file__).parent / "script"
ORIGIN = "http://comity.test"
_CALL = """async ([file, name]) => {
  try { await (await import(file))[name](); } catch (error) { return error.stack ?? String(error); }
}"""
_EXPORTS = """async (files) => {
  const exports = (file) => import(file).then((module) => Object.keys(module), (error) => [String(error)]);
  return Object.fromEntries(await Promise.all(Object.entries(files).map(async ([name, file]) => [name, await exports(file)])));
}"""
InChromium = Callable[..., object]


def text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def sentences(file: Path) -> list[str]:
    """The functions that a test file exports, each of which is a test."""
    return re.findall(r"^export (?:async )?function (\w+)", text(file), re.MULTILINE)


HOMES = {file.stem: file.relative_to(MODULES).as_posix() for file in sorted(MODULES.rglob("*.js"))}


def modules() -> dict[str, Module]:
    return {name: read_module(text(MODULES / home)) for name, home in HOMES.items()}


FILES = {file.relative_to(TESTS).as_posix(): sentences(file) for file in sorted(TESTS.rglob("*.test.js"))}
CASES = [(file, name) for file, names in FILES.items() for name in names]


def serve(route: Route) -> None:
    """Answers from the two folders, as a server would; the made-up origin itself is an empty page."""
    folder, _, name = route.request.url.removeprefix(f"{ORIGIN}/").partition("/")
    file = {"script": MODULES, "script-tests": TESTS}.get(folder, TESTS) / name
    if not folder:
        route.fulfill(body="<!doctype html><title>Modules</title>", content_type="text/html")
    elif file.is_file():
        route.fulfill(body=text(file), content_type="text/javascript; charset=utf-8")
    else:
        route.fulfill(status=404)


@pytest.fixture(scope="module")
def origin(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page()
    page.route("**/*", serve)
    yield page
    page.close()


@pytest.fixture
def in_chromium(origin: Page) -> InChromium:
    """Calls a function, given as JavaScript, with an argument, in an empty page that can import the modules."""
    origin.goto(f"{ORIGIN}/")
    return origin.evaluate


@pytest.mark.browser
@pytest.mark.parametrize(("file", "name"), CASES, ids=[f"{file}: {name}" for file, name in CASES])
def test_a_module_does_what_its_tests_say(in_chromium: InChromium, file: str, name: str) -> None:
    failure = in_chromium(_CALL, [f"/script-tests/{file}", name])
    if failure is not None:
        pytest.fail(str(failure), pytrace=False)


@pytest.mark.browser
def test_all_that_a_test_file_exports_is_run(in_chromium: InChromium) -> None:
    exports = in_chromium(_EXPORTS, {file: f"/script-tests/{file}" for file in FILES})
    assert exports == {file: sorted(names) for file, names in FILES.items()}


@pytest.mark.browser
def test_every_module_but_the_one_that_begins_can_be_imported(in_chromium: InChromium) -> None:
    known = {name: sorted(module.exports) for name, module in modules().items() if name != "main"}
    assert in_chromium(_EXPORTS, {name: f"/script/{HOMES[name]}" for name in known}) == known


def test_every_test_file_is_named_for_a_module_and_holds_sentences() -> None:
    assert FILES
    assert [file for file in FILES if file.replace(".test.js", ".js") not in HOMES.values()] == []
    assert [file for file, names in FILES.items() if not names] == []
    assert [case for case in CASES if not re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+){2,}", case[1])] == []


def test_modules_import_what_others_export_and_use_all_of_it() -> None:
    known = modules()
    imports = [(name, imported, known[origin]) for name, module in known.items() for imported, origin in module.imports.items()]
    assert imports
    assert [f"{name}.js: {imported}" for name, imported, origin in imports if imported not in origin.exports] == []
    assert [f"{name}.js: {imported}" for name, imported, _ in imports if imported not in known[name].used] == []


def test_a_name_is_that_of_one_module() -> None:
    assert len(HOMES) == len(list(MODULES.rglob("*.js")))


def test_a_name_is_exported_by_one_module_alone() -> None:
    exports = Counter(export for module in modules().values() for export in module.exports)
    assert exports
    assert [name for name, times in exports.items() if times > 1] == []


def test_imports_form_no_circle_neither_of_modules_nor_of_folders() -> None:
    imports = {name: set(module.imports.values()) for name, module in modules().items()}
    folder = {name: home.rpartition("/")[0] for name, home in HOMES.items()}
    folders: dict[str, set[str]] = {}
    for name, others in imports.items():
        folders.setdefault(folder[name], set()).update({folder[other] for other in others} - {folder[name]})
    try:
        TopologicalSorter(imports).prepare()
        TopologicalSorter(folders).prepare()
    except CycleError as error:
        pytest.fail(f"imports in a circle: {' <- '.join(error.args[1])}", pytrace=False)


def test_no_module_uses_what_another_exports_without_importing_it() -> None:
    known = modules()
    homes = {export: name for name, module in known.items() for export in module.exports}
    missing = {name: {use: homes[use] for use in sorted(module.free & homes.keys())} for name, module in known.items()}
    assert homes
    assert {name: uses for name, uses in missing.items() if uses} == {}


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ('import * as a from "./b.js";', "import"),
        ('import { a as b } from "./c.js";', "import"),
        ('import { a } from "/script/b.js";', "import"),
        ("export { a };", "export"),
        ("export default 1;", "export"),
        ("`${`a`}`", "template"),
    ],
)
def test_a_form_that_the_joined_script_cannot_have_is_refused(form: str, word: str) -> None:
    with pytest.raises(ValueError, match=f"^an? {word} "):
        read_module(form)


def test_words_in_strings_comments_patterns_and_properties_are_no_names() -> None:
    code = """// comment
/* more
   comment */
export const made = { key: used, "string": 'it\\'s', [`text ${inner} text`]: of.property, ...spread };
const found = /pattern"/i.test(of?.other) ? yes : no;"""
    assert read_module(code).used - {"export", "const"} == {"made", "used", "inner", "of", "spread", "found", "yes", "no"}


def test_a_name_is_free_where_no_function_around_it_declares_it() -> None:
    code = """import { a } from "./b.js";
const top = 1, second = 2;
export function c({ d, e: f = top }, [g], ...rest) {
  const { h, i: j } = a(d), k = f;
  for (const [l] of rest) m(l, h, j, k, g);
  return (n, { o }) => n + o + p + second;
}
export const q = (r) => r.map((s) => s + d + top + c);"""
    assert read_module(code).free - {"const", "export", "for", "function", "of", "return"} == {"m", "p", "d"}
