"""Builds the page: pyvis keeps the graph and renders our template; then come policy and bytes."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from kg.errors import PageError, UnknownName
from kg.model.entities import Actor
from kg.model.relations import Relation
from kg.model.resolved import Resolved
from kg.views import assets
from kg.views.boxes import reach
from kg.views.encode import default_span, encode
from kg.views.layout import Layout, layout
from kg.views.pools import columns
from kg.views.request import PageRequest
from kg.views.scene import Scene, scene_of
from kg.views.still import still_of
from kg.views.style import FAMILIES

__all__ = ["page"]

_LIMIT = 5_000_000
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
            "spines": _spines(scene, made),
            "still": still_of(resolved, relations, scene, made, request, span),
            "span": scene.spans[span],
            "request": request,
        },
    )
    made_bytes = _with_policy(text).encode("ascii", "xmlcharrefreplace")
    if len(made_bytes) > _LIMIT:
        raise PageError(
            f"the page would be {len(made_bytes) / 1e6:.1f} MB, above the limit of {_LIMIT / 1e6:.0f} MB: "
            "ask for one era or a shorter period, or for a smaller corpus"
        )
    return made_bytes


def _check_viewer(resolved: Resolved, name: str | None) -> None:
    if name is not None and not isinstance(resolved.records.by_id.get(name), Actor):
        raise UnknownName("actor", name, (actor.id for actor in resolved.records.of(Actor)))


def _rendered(scene: Scene, made: Layout, more: Mapping[str, object]) -> str:
    """The graph in a pyvis network, rendered through our template."""
    from jinja2 import DictLoader, Environment, StrictUndefined
    from pyvis.network import Network

    class Page(Network):  # type: ignore[misc]
        """A pyvis network with our page in place of its own."""

        def __init__(self) -> None:
            super().__init__(directed=True)
            self.path = "page"
            self.options = _OPTIONS
            loader = DictLoader({"page": assets.template()})
            self.templateEnv = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
            self.templateEnv.policies["json.dumps_kwargs"] = {"sort_keys": False, "separators": (",", ":")}

    network: Any = Page()
    _fill(network, scene, made)
    network.templateEnv.globals.update(
        more,
        graph=_graph(network) | {"extent": more["extent"], "spines": more["spines"]},
        families=FAMILIES,
        policy=_PLACEHOLDER,
        styles=assets.styles(),
        library=assets.vis_network(),
        script=assets.script(),
    )
    return str(network.generate_html())


def _fill(network: Any, scene: Scene, made: Layout) -> None:
    """Nodes that have a place and the lines between them, one by one: the script knows entities by their place in the scene."""
    places = {name: i for i, name in enumerate(scene.nodes)}
    for name, (x, y) in made.places.items():
        if name in places:
            network.add_node(places[name], label=made.boxes[name].label, x=x, y=y, reach=reach(made.boxes[name]))
    families = [family.id for family in FAMILIES]
    for line in scene.lines:
        if (lane := made.lanes.get(line.key)) is not None:
            look = {"family": families.index(line.family), "real": int(line.real), "lane": lane, "arrows": "to" if line.directed else ""}
            network.add_edge(places[line.source], places[line.target], **look)


def _graph(network: Any) -> dict[str, object]:
    """What the script needs of the network, as columns."""
    nodes, edges = ("id", "x", "y", "reach"), ("from", "to", "family", "real", "lane")
    return {
        "nodes": columns({name: node[name] for name in nodes} for node in network.nodes),
        "edges": columns({"directed": int(edge["arrows"] == "to")} | {name: edge[name] for name in edges} for edge in network.edges),
        "options": _OPTIONS,
    }


def _spines(scene: Scene, made: Layout) -> list[tuple[int, int, int, int]]:
    """The bent cables: two entities by their place in the scene, and the two bends; all others run straight."""
    places = {name: i for i, name in enumerate(scene.nodes)}
    return [(places[a], places[b], *bend) for (a, b), bend in sorted(made.spines.items()) if any(bend) and a in places and b in places]


def _with_policy(text: str) -> str:
    """The page with the hashes of its scripts in its Content-Security-Policy."""
    hashes = [b64encode(sha256(body.encode("ascii")).digest()).decode() for body in _SCRIPT.findall(text)]
    return text.replace(_PLACEHOLDER, _POLICY.format(" ".join(f"'sha256-{h}'" for h in hashes)), 1)
