"""Judges of a page: axe-core for whom it shuts out, html-validate for its grammar; both come from npm."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

# Exact versions; html-validate 10.9 is the last that Debian's node 18 runs.
MANIFEST = Path(__file__).parents[1] / "package.json"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Rules of html-validate's recommended set that our pages break, each with the reason.
OFF = {
    "doctype-style": "letters of either case are the same doctype",
    "prefer-native-element": "no native element is the list of a search field",
}
# Further ones in a page that a browser has written out.
OFF_WRITTEN_OUT = OFF | {
    "attribute-boolean-style": 'a browser writes open as open=""',
    "attribute-empty-style": 'and hidden as hidden=""',
    "no-inline-style": "the picture's library sets sizes so",
}
_INSTALL = ["install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts", "--fetch-retries=1", "--fetch-timeout=20000"]
_SCRIPT = re.compile(r"(<script\b[^>]*>).*?(</script>)", re.DOTALL)
_AXE = """async (tags) => {
  const { violations } = await axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
  const said = (rule, node) => [rule.id, node.target.join(" "), node.failureSummary.replace(/\\s+/g, " ")].join(": ");
  return violations.flatMap((rule) => rule.nodes.map((node) => said(rule, node)));
}"""


class NotFetched(Exception):
    """npm could not fetch the judges; says why."""


def fetched(cache: Path) -> Path:
    """The folder of the packages that the manifest names, fetched by the first call and kept in ``cache``.

    Several processes may call it at once. Raises `NotFetched`.
    """
    done = cache / hashlib.sha256(MANIFEST.read_bytes()).hexdigest()[:16]
    if not done.is_dir():
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache) as name:
            made = Path(name) / "made"
            made.mkdir()
            shutil.copy(MANIFEST, made)
            _fetch(made)
            _move(made, done)
    return done / "node_modules"


def _fetch(folder: Path) -> None:
    try:
        subprocess.run(["npm", *_INSTALL], cwd=folder, check=True, capture_output=True, text=True, timeout=300)
    except subprocess.TimeoutExpired:
        raise NotFetched("npm did not fetch the judges within five minutes") from None
    except subprocess.CalledProcessError as error:
        code = re.search(r"\bcode (\w+)", error.stderr)
        raise NotFetched(f"npm could not fetch the judges: {code[1] if code else error.returncode}") from None


def _move(made: Path, done: Path) -> None:
    try:
        made.rename(done)
    except OSError:
        if not done.is_dir():  # else another process was first
            raise


def axe_violations(page: Page, packages: Path) -> list[str]:
    """What axe-core finds in an open page, one text an element: rule, where it is, what would be right."""
    if not page.evaluate("'axe' in window"):
        page.evaluate((packages / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(_AXE, TAGS)
    return found


def html_faults(content: str, packages: Path, folder: Path, off: Iterable[str] = OFF) -> list[str]:
    """What html-validate finds in a page, one text a fault: line and column, rule, what is wrong.

    Scripts are not read. ``folder`` is for what the judge needs in files.
    """
    page, config, report = (folder / name for name in ("page.html", "html-validate.json", "faults.json"))
    page.write_text(_SCRIPT.sub(r"\1\2", content), encoding="utf-8")
    config.write_text(json.dumps({"root": True, "extends": ["html-validate:recommended"], "rules": dict.fromkeys(off, "off")}))
    judge = packages / "html-validate" / "bin" / "html-validate.mjs"
    command = ["node", str(judge), "--config", str(config), "--formatter", "json", str(page)]
    with report.open("w") as out:  # not a pipe: of that the judge fills the first 64 KB only
        run = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, check=False)
    if run.returncode not in (0, 1):
        raise RuntimeError(run.stderr.decode())
    messages = [message for file in json.loads(report.read_text(encoding="utf-8")) for message in file["messages"]]
    return [f"{one['line']}:{one['column']} {one['ruleId']}: {one['message']}" for one in messages]
