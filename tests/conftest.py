"""What all tests share: a cache of their own, and a banner for what could not be run."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.query.stores import OXIGRAPH, VIRTUOSO
from tests.views.judges import NotFetched, fetched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

DOCUMENTS = Path(__file__).parents[2] / "shared" / "documents"
SAMPLES = Path(__file__).parents[2] / "shared" / "samples"
# Of Debian's Chromium: it asks for nothing on its own.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# What a mark needs, and whether it is here.
_NEEDS = {
    "browser": ("Chromium is not here", shutil.which("chromium") is not None),
    "npm": ("npm is not here", shutil.which("npm") is not None and shutil.which("node") is not None),
    "judges": ("the extra `judges` is not here", all(map(find_spec, ("SPARQLWrapper", "followthemoney", "pandas", "schemathesis")))),
    "spark": ("the extra `spark` is not here", find_spec("pyspark") is not None),
    "curl": ("curl is not here", shutil.which("curl") is not None),
    "java": ("Java is not here", shutil.which("java") is not None),
    "rapper": ("rapper is not here", shutil.which("rapper") is not None),
    "roqet": ("roqet is not here", shutil.which("roqet") is not None),
    "oxigraph": ("the Oxigraph server is not here", OXIGRAPH is not None),
    "virtuoso": ("Virtuoso is not here", VIRTUOSO is not None),
    "documents": ("the sources' texts are not here", DOCUMENTS.is_dir()),
    "samples": ("the samples of other people's data are not here", SAMPLES.is_dir()),
}
# Where what tests fetch outlives them: outside the repository, and read before `own_cache` points elsewhere.
NPM_CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "comity-tests"
_REQUIRED = bool(os.environ.get("REQUIRE_BROWSER"))


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "npm: needs npm, and what it fetches")
    config.addinivalue_line("markers", "judges: needs the Python packages of the extra `judges`")
    config.addinivalue_line("markers", "samples: needs the samples of other people's data")
    config.addinivalue_line("markers", "spark: needs the Python packages of the extra `spark`")
    config.addinivalue_line("markers", "curl: needs curl")
    config.addinivalue_line("markers", "java: needs a Java runtime, for the reasoner and for Spark")
    config.addinivalue_line("markers", "rapper: needs Debian's raptor2-utils")
    config.addinivalue_line("markers", "roqet: needs Debian's rasqal-utils")
    config.addinivalue_line("markers", "oxigraph: needs the Oxigraph server, of the extra `judges`")
    config.addinivalue_line("markers", "virtuoso: needs Debian's virtuoso-opensource-7-bin")


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """No test reads or fills the user's cache."""
    place = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(place))
        yield place


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium; where there is none, tests marked ``browser`` do not come here."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def documents() -> Path:
    """The sources' texts; a test that uses it is marked ``documents``."""
    return DOCUMENTS


@pytest.fixture(scope="session")
def freedonia() -> Path:
    """A corpus small enough to be read at a glance."""
    return Path(__file__).parent / "freedonia"


@pytest.fixture(scope="session")
def packages() -> Path:
    """The npm packages of ``package.json``; a test that uses it is marked ``npm``."""
    try:
        return fetched(NPM_CACHE)
    except NotFetched as error:
        if _REQUIRED:
            raise
        pytest.skip(str(error))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs something that is not here, unless it is required."""
    for mark, (what, there) in _NEEDS.items():
        if there:
            continue
        if _REQUIRED and mark not in ("documents", "samples"):
            raise pytest.UsageError(f"REQUIRE_BROWSER is set, and {what}")
        for item in items:
            if item.get_closest_marker(mark):
                item.add_marker(pytest.mark.skip(reason=what))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly how many tests did not run, and why."""
    reasons: dict[str, int] = {}
    for report in terminalreporter.getreports("skipped"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        reasons[reason] = reasons.get(reason, 0) + 1
    for reason, count in sorted(reasons.items()):
        terminalreporter.write_line(f"NOT RUN: {count} tests ({reason.removeprefix('Skipped: ')})", red=True, bold=True)
