"""Builds the page: pyvis keeps the graph and renders our template; then come policy and bytes."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from kg.errors import PageError, UnknownName
from kg.model.entities import Actor
from kg.model.relations import Relation
from kg.model.resolved import Resolved
from kg.views import assets
from kg.views.boxes import clean, reach
from kg.views.encode import default_span, encode
from kg.views.layout import Layout, layout
from kg.views.pools import columns
from kg.views.request import PageRequest
from kg.views.scene import Line, Scene, scene_of
from kg.views.still import still_of
from kg.views.style import FAMILIES

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["large", "page"]

_LARGE, _LIMIT = 1_000_000, 5_000_000
_LESS = "ask for one era or a shorter period (kg view --era, --during)"
_POLICY = "default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; script-src {}; base-uri 'none'; form-action 'none'"
_PLACEHOLDER = "script-src-goes-here"
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
# What vis-network is told; nothing here comes from the data.
_OPTIONS: dict[str, object] = {
    "autoResize": True,
    "layout": {"improvedLayout": False, "randomSeed": 0},
    "physics": {"enabled": False},
    "interaction": {"dragNodes": False, "hover": True, "selectConnectedEdges": False, "multiselect": False, "keyboard": False},
    "nodes": {"borderWidth": 1, "borderWidthSelected": 3, "labelHighlightBold": False, "size": 9},
    "edges": {"arrowStrikethrough": False, "hoverWidth": 1.2, "selectionWidth": 1.6, "labelHighlightBold": False},
}


def page(resolved: Resolved, relations: Mapping[str, Relation], request: PageRequest, made: Layout | None = None) -> bytes:
    """One self-contained HTML file, in ASCII; the same records give the same bytes.

    ``made`` is the layout of a scene that holds all that is asked for, where several pages are to share places.
    Raises `PageError` where there is nothing to show or the file would pass 5 MB.
    """
    _check_viewer(resolved, request.as_seen_by)
    scene = scene_of(resolved, relations, request.spans, request.within)
    made = made or layout(resolved, scene)
    span = default_span(scene, request)
    text = _rendered(
        scene,
        made,
        {
            "comity": encode(resolved, relations, scene, request),
            "extent": made.extent([name for name, node in scene.nodes.items() if node.shown] or scene.nodes),
            "still": still_of(resolved, relations, scene, made, request, span),
            "span": replace(scene.spans[span], label=clean(scene.spans[span].label)),
            "request": request,
        },
    )
    made_bytes = _with_policy(text).encode("ascii", "xmlcharrefreplace")
    if len(made_bytes) > _LIMIT:
        raise PageError(
            f"the page would be {_size(made_bytes)}, above the limit of {_LIMIT / 1e6:.0f} MB: {_LESS}, or for a smaller corpus"
        )
    return made_bytes


def large(made: bytes) -> str:
    """What to say of a page above 1 MB, which opens slowly on a phone; empty for any other."""
    return f"the page has {_size(made)}, more than {_LARGE / 1e6:.0f} MB: {_LESS}" if len(made) > _LARGE else ""


def _size(made: bytes) -> str:
    return f"{len(made) / 1e6:.1f} MB"


def _check_viewer(resolved: Resolved, name: str | None) -> None:
    if name is not None and not isinstance(resolved.records.by_id.get(name), Actor):
        raise UnknownName("actor", name, (actor.id for actor in resolved.records.of(Actor)))


def _rendered(scene: Scene, made: Layout, more: Mapping[str, object]) -> str:
    """The graph in a pyvis network, rendered through our template."""
    from pyvis.network import Network

    class Page(Network):  # type: ignore[misc]
        """A pyvis network with our page in place of its own."""

        def __init__(self) -> None:
            super().__init__(directed=True)
            self.path = "page"
            self.options = _OPTIONS
            self.templateEnv = _environment()

    network: Any = Page()
    _fill(network, scene, made)
    network.templateEnv.globals.update(
        more,
        graph=_graph(network, scene, made) | {"extent": more["extent"]},
        families=FAMILIES,
        policy=_PLACEHOLDER,
        styles=assets.styles(),
        library=assets.vis_network(),
        script=assets.script(),
    )
    return str(network.generate_html())


@cache
def _environment() -> Environment:
    """The template, compiled once for all pages of a build."""
    from jinja2 import DictLoader, Environment, StrictUndefined

    loader = DictLoader({"page": assets.template()})
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.policies["json.dumps_kwargs"] = {"sort_keys": False, "separators": (",", ":")}
    return made


def _fill(network: Any, scene: Scene, made: Layout) -> None:
    """Nodes that have a place and the lines between them, one by one: the script knows entities by their place in the scene."""
    places = {name: i for i, name in enumerate(scene.nodes)}
    for name, (x, y) in made.places.items():
        if name in places:
            network.add_node(places[name], label=made.boxes[name].label, x=x, y=y, reach=reach(made.boxes[name]))
    for place, line in enumerate(_in_order(scene)):
        if (lane := made.lanes.get(line.key)) is not None:
            network.add_edge(places[line.source], places[line.target], line=place, lane=lane, arrows="to" if line.directed else "")


def _in_order(scene: Scene) -> list[Line]:
    """The lines in the order of their first statements, as the script meets them."""
    return [scene.lines[i] for i in dict.fromkeys(fact.line for fact in scene.facts)]


def _graph(network: Any, scene: Scene, made: Layout) -> dict[str, object]:
    """What the script needs of the network: nodes as columns; by line its lane, null where it has none; by pair its two bends."""
    lines = _in_order(scene)
    lanes = {edge["line"]: edge["lane"] for edge in network.edges}
    pairs = dict.fromkeys((min(ends), max(ends)) for ends in ((line.source, line.target) for line in lines) if ends[0] != ends[1])
    return {
        "nodes": columns({name: node[name] for name in ("id", "x", "y", "reach")} for node in network.nodes),
        "lanes": [lanes.get(i) for i in range(len(lines))],
        "bends": [made.spines.get(pair, (0, 0)) for pair in pairs],
        "options": _OPTIONS,
    }


def _with_policy(text: str) -> str:
    """The page with the hashes of its scripts in its Content-Security-Policy."""
    hashes = [b64encode(sha256(body.encode("ascii")).digest()).decode() for body in _SCRIPT.findall(text)]
    return text.replace(_PLACEHOLDER, _POLICY.format(" ".join(f"'sha256-{h}'" for h in hashes)), 1)
