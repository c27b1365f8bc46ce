// The picture: vis-network with given places. Between two states only what flips is sent to it.

import { boxOf } from "./boxes.js";
import { usePath } from "./edges.js";
import { edgeLook, fontSize, hollowOf, isLit, nodeLook } from "./look.js";

const EGO_FONT = 12;

// `onPick` is told what was clicked, `nameOf` says what the pointer is over: an entity or else a line, by its index.
export function makeCanvas(graph, container, theme, onPick, nameOf) {
  const nodes = new vis.DataSet(), edges = new vis.DataSet();
  const network = new vis.Network(container, { nodes, edges }, graph.options);
  const sent = { nodes: new Map(), edges: new Map() };
  const canvas = { network, container, view: null, focus: { actor: null, line: null, pair: null }, theme, scale: 1, homeScale: 1, map: null };

  // `map` has the places of the entities and the paths of the lines that are drawn.
  canvas.draw = (data, view, focus, map) => {
    Object.assign(canvas, { view, focus, map, marks: null });
    const lit = litNodes(view, focus);
    const shown = [...view.nodes].filter((node) => map.places.has(node));
    const wantedNodes = new Map(shown.map((node) => [node.index, nodeProps(canvas, node, lit !== null && !lit.has(node))]));
    const wantedEdges = new Map(view.lines.filter((line) => map.places.has(line.from) && map.places.has(line.to)).map((line) => [line.index, edgeProps(canvas, data, line)]));
    network.body.emitter.emit("_blockRedraw"); // or each set draws everything at once
    send(nodes, network.body.nodes, sent.nodes, wantedNodes);
    send(edges, network.body.edges, sent.edges, wantedEdges);
    network.body.emitter.emit("_dataChanged");
    for (const line of view.lines) if (map.paths.has(line.index)) usePath(network.body.edges[line.index], map.paths.get(line.index), hollowOf(line), canvas.theme.paper);
    network.setSelection({ nodes: focus.actor ? [focus.actor.index] : [], edges: focus.line ? [focus.line.index] : [] }, { highlightEdges: false });
    network.body.emitter.emit("_allowRedraw");
    network.body.emitter.emit("_requestRedraw"); // for the paths, of which the data sets know nothing
  };
  canvas.fontOf = (node, scale = canvas.scale) => fontSize(canvas.map?.ego ? EGO_FONT : node.kind.font, scale);
  canvas.boxes = (scale) => [...canvas.view.nodes].filter((node) => canvas.map.places.has(node)).map((node) => ({
    ...canvas.map.places.get(node), ...boxOf(node, canvas.fontOf(node, scale)),
  }));
  const point = (title) => { container.title = title; container.style.cursor = title ? "pointer" : ""; };
  network.on("hoverNode", ({ node }) => point(nameOf(node)));
  network.on("hoverEdge", ({ edge }) => point(nameOf(undefined, edge)));
  for (const name of ["blurNode", "blurEdge"]) network.on(name, () => point(""));
  // The page may scroll when something is chosen: the click that follows a touch would press what has come under the finger.
  container.addEventListener("touchend", (event) => { if (event.cancelable) event.preventDefault(); });
  container.querySelector(".vis-network").tabIndex = -1; // the lists are the way for keys
  network.on("click", (event) => {
    const node = network.getNodeAt(event.pointer.DOM);
    onPick(node, node === undefined ? network.getEdgeAt(event.pointer.DOM) : undefined);
  });
  return canvas;
}

export function litNodes(view, focus) {
  if (!focus.actor && !focus.line && !focus.pair) return null;
  return new Set([focus.actor, ...(focus.pair ?? []), ...view.lines.filter((line) => isLit(line, focus)).flatMap((line) => [line.from, line.to])]);
}

function nodeProps(canvas, node, faint) {
  const look = nodeLook(node, canvas.theme, faint), place = canvas.map.places.get(node);
  look.font.size = canvas.fontOf(node);
  return { label: node.lines, shape: node.kind.shape, x: place.x, y: place.y, ...look };
}

function edgeProps(canvas, data, line) {
  return { from: line.from.index, to: line.to.index, ...edgeLook(data, line, canvas.theme, canvas.focus) };
}

// Only what is new or changed. Who is shown no longer is hidden, and what comes back as it was is shown again: vis-network is
// told so itself, since an update of its data sets reads all that is known of each.
function send(set, drawn, sent, wanted) {
  const changes = [];
  for (const [id, props] of wanted) {
    const key = JSON.stringify(props);
    if (sent.get(id) !== key) changes.push({ id, ...props });
    sent.set(id, key);
  }
  if (changes.length) set.update(changes);
  for (const id of sent.keys()) drawn[id].options.hidden = !wanted.has(id);
}
