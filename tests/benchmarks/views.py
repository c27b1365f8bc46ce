"""How an era view does against a plain vis-network page with the same data and places. Prints; never fails by the clock.

    python -m tests.benchmarks.views [RUNS]

Budgets: 40 and 200 actors opened, an era changed, the picture dragged, against pyvis' own physics; then a network of
5,000 actors and 50,000 statements. Needs Chromium.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from kg.model.resolved import Resolved
from kg.views import assets, page
from tests.conftest import FLAGS
from tests.views.invented import relation_kinds
from tests.views.large import large, request_of_eras

RUNS = 5
# The moment of the second frame after a network is there; and the longest time that the page answered nothing.
_WATCH = """
window.longest = 0;
let library;
Object.defineProperty(window, "vis", { get: () => library, set: (found) => { library = found; window.begun ??= performance.now(); } });
const watch = new PerformanceObserver((list) => { for (const task of list.getEntries()) longest = Math.max(longest, task.duration); });
watch.observe({ type: "longtask", buffered: true });
(function wait() {
  requestAnimationFrame(() => {
    if (!(window.comity || window.network)) return wait();
    requestAnimationFrame(() => requestAnimationFrame(() => { window.opened = performance.now(); }));
  });
})();
"""
_FRAME = "await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
_COUNT = "(() => { window.count = 0; const next = () => { count += 1; requestAnimationFrame(next); }; requestAnimationFrame(next); })()"
# Shows the lines of one era and hides those of another that are not in it: the bare delta update.
_FLIP = """([first, second]) => {
  window.flip = (now, was) => edges.update([
    ...Object.keys(now).filter((id) => !was[id]).map((id) => ({ id, hidden: false })),
    ...Object.keys(was).filter((id) => !now[id]).map((id) => ({ id, hidden: true })),
  ]);
  const ids = [...new Set([...Object.keys(first), ...Object.keys(second)])];
  edges.clear();
  edges.add(ids.map((id) => ({ id, from: id.split(" ")[0], to: id.split(" ")[1] })));
  Object.assign(window, { first, second });
  flip(first, second);
}"""
_PLAIN = """<!doctype html><meta charset="utf-8"><style>body {{ margin: 0 }} #canvas {{ height: 800px }}</style><div id="canvas"></div>
<script>{library}</script><script>
const nodes = new vis.DataSet({nodes}), edges = new vis.DataSet({edges});
window.network = new vis.Network(document.getElementById("canvas"), {{ nodes, edges }}, {options});
{more}</script>"""
_GIVEN = '{"physics": false, "interaction": {"hover": true}, "edges": {"arrows": "to", "smooth": {"type": "curvedCW", "roundness": 0.1}}}'


@contextmanager
def chromium() -> Iterator[Callable[[bytes], Any]]:
    """Opens a page from its bytes, in a window of 1440 by 900, each in a context of its own."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)

        def opened(content: bytes) -> Any:
            file = Path(folder) / "page.html"
            file.write_bytes(content)
            tab = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
            tab.add_init_script(_WATCH)
            tab.goto(file.as_uri())
            tab.wait_for_function("() => window.opened", timeout=120_000)
            return tab

        yield opened
        browser.close()


def ours(resolved: Resolved) -> bytes:
    return page(resolved, relation_kinds(), request_of_eras())


def plain(tab: Any, physics: bool = False) -> bytes:
    """The plain page with what our page, open in ``tab``, shows now; with pyvis' default physics instead of places if asked."""
    places, lines = tab.evaluate("comity.places()"), tab.evaluate("comity.lines()")
    at = {} if physics else {name: {"x": x, "y": y} for name, (x, y) in places.items()}
    nodes = [{"id": name, "label": name, "shape": "dot" if physics else "box", **at.get(name, {})} for name in places]
    edges = [{"id": i, "from": line["from"], "to": line["to"]} for i, line in enumerate(lines)]
    more = "network.once('stabilized', () => { window.stable = performance.now(); });" if physics else ""
    options = _pyvis_defaults() if physics else _GIVEN
    text = _PLAIN.format(library=assets.vis_network(), nodes=json.dumps(nodes), edges=json.dumps(edges), options=options, more=more)
    return text.encode()


def _pyvis_defaults() -> str:
    from pyvis.network import Network

    return Network().options.to_json()  # type: ignore[no-any-return]


def close(tab: Any) -> None:
    tab.context.close()


def opening(opened: Callable[[bytes], Any], content: bytes) -> float:
    """Milliseconds from the start of the navigation to the second frame."""
    tab = opened(content)
    found = float(tab.evaluate("window.opened"))
    close(tab)
    return found


def switching(tab: Any, one: str, other: str) -> float:
    """Milliseconds from the call to the end of the next frame, one way and back."""
    script = f"async () => {{ const start = performance.now(); {{}} {_FRAME}; return performance.now() - start; }}"
    return median(float(tab.evaluate(script.replace("{}", call, 1))) for call in (other, one) * 5)


def dragging(tab: Any) -> float:
    """Frames a second while the picture is dragged."""
    tab.evaluate(_COUNT)
    box = tab.locator("#canvas canvas").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + 12
    tab.mouse.move(x, y)
    tab.mouse.down()
    before, start = tab.evaluate("count"), tab.evaluate("performance.now()")
    for step in range(60):
        tab.mouse.move(x + 3 * (step % 20), y + 2 * (step % 20))
    frames, end = tab.evaluate("count"), tab.evaluate("performance.now()")
    tab.mouse.up()
    return float(1000 * (frames - before) / (end - start))


def told(actors: int, what: str, mine: float, theirs: float, budget: str) -> None:
    print(f"{actors:>5} actors: {what}: {mine:.0f} to {theirs:.0f}, ratio {mine / theirs:.2f} ({budget})")


def small(opened: Callable[[bytes], Any], actors: int, statements: int, runs: int) -> None:
    content = ours(large(actors, statements))
    tab = opened(content)
    tab.evaluate("comity.show({limit: 0})")
    base = plain(tab)
    cold = [(opening(opened, content), opening(opened, base)) for _ in range(runs)]
    mine, theirs = (median(side) for side in zip(*cold, strict=True))
    told(actors, "cold open to second frame", mine, theirs, "at most 2.0")
    eras = tab.evaluate("comity.eras()")
    first, second = eras[1], eras[2]
    shown = []
    for era in (first, second):
        tab.evaluate(f"comity.show({{era: '{era}'}})")
        shown.append({f"{line['from']} {line['to']}": 1 for line in tab.evaluate("comity.lines()")})
    other = opened(base)
    other.evaluate(_FLIP, shown)
    mine = switching(tab, f"comity.show({{era: '{first}'}});", f"comity.show({{era: '{second}'}});")
    theirs = switching(other, "flip(first, second);", "flip(second, first);")
    told(actors, "era switch to frame", mine, theirs, "at most 2")
    mine, theirs = dragging(tab), dragging(other)
    told(actors, "frames a second while dragging", mine, theirs, "at least 0.9")
    close(other)
    close(tab)


def stable(opened: Callable[[bytes], Any], actors: int, statements: int, least: int) -> None:
    tab = opened(ours(large(actors, statements)))
    tab.evaluate("comity.show({limit: 0})")
    base = plain(tab, physics=True)
    mine, given = float(tab.evaluate("opened - begun")), opened(plain(tab))
    close(tab)
    floor = float(given.evaluate("opened - begun"))
    close(given)
    tab = opened(base)
    tab.wait_for_function("() => window.stable", timeout=300_000)
    theirs = float(tab.evaluate("stable - begun"))
    told(actors, "pyvis' physics until stable, against ours", theirs, mine, f"at least {least}")
    told(actors, "pyvis' physics until stable, against a plain page with places", theirs, floor, "no page of vis-network does better")
    close(tab)


def huge(opened: Callable[[bytes], Any], actors: int, statements: int) -> None:
    resolved = large(actors, statements)
    start = process_time()
    content = ours(resolved)
    print(f"{actors:,} actors, {statements:,} statements: {len(content) / 1e6:.2f} MB (at most 5) made in {process_time() - start:.1f} s")
    tab = opened(content)
    print(f"  opens after {tab.evaluate('opened'):.0f} ms: {tab.locator('#status').text_content()}")
    era = tab.evaluate("comity.eras()")[2]
    nobody = tab.evaluate("Object.keys(comity.places())[0]")
    for what, call in (
        ("another era", f"comity.show({{era: '{era}'}});"),
        ("the neighbourhood of one actor", f"comity.show({{actor: '{nobody}', near: 1}});"),
        ("the neighbourhood of one far off", "comity.show({actor: 'actor-04321', near: 1, limit: 60});"),
        ("the matrix", "comity.show({actor: '', near: 0, view: 'matrix'});"),
        ("the table", "comity.show({view: 'table'});"),
        ("two eras compared", f"comity.show({{view: 'graph', era: '{era}', compare: comity.eras()[1]}});"),
    ):
        took = tab.evaluate(f"async () => {{ const start = performance.now(); {call} {_FRAME}; return performance.now() - start; }}")
        print(f"  {what}: {took:.0f} ms to the frame")
    print(f"  the longest time without an answer: {tab.evaluate('longest'):.0f} ms")
    close(tab)


def main(runs: int) -> None:
    """Ours and the plain page in turn, so that a change of the machine's speed meets both alike."""
    with chromium() as opened:
        small(opened, 40, 95, runs)
        small(opened, 200, 600, runs)
        stable(opened, 50, 120, 4)
        stable(opened, 200, 600, 10)
        huge(opened, 5_000, 50_000)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS)
