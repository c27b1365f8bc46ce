// The picture: vis-network with given places. Between two states only what flips is sent to it.

export function makeCanvas(data, graph, container, theme, onPick) {
  const places = graph.nodes.map((node) => ({ x: node.x, y: node.y }));
  const curves = graph.edges.map((edge) => edge.curve);
  const nodes = new vis.DataSet(graph.nodes.map((node) => ({ ...node, hidden: true })));
  const edges = new vis.DataSet(graph.edges.map(({ curve, ...edge }) => ({ ...edge, smooth: smoothOf(curve), hidden: true })));
  const network = new vis.Network(container, { nodes, edges }, graph.options);
  const sent = { nodes: new Map(), edges: new Map() };
  const canvas = { network, places, curves, home: places, routes: curves, drawn: null, focus: { actor: null, line: null }, theme, scale: 0, ego: false };

  canvas.draw = (view, focus) => {
    canvas.drawn = view;
    canvas.focus = focus;
    const lit = focusNodes(view, focus);
    const wantedNodes = new Map([...view.nodes].map((node) => [node.index, nodeProps(canvas, node, lit !== null && !lit.has(node.index))]));
    const wantedEdges = new Map(view.lines.map((line) => [line.index, edgeProps(canvas, data, line, focus)]));
    nodes.update(flips(sent.nodes, wantedNodes));
    edges.update(flips(sent.edges, wantedEdges));
    network.setSelection({ nodes: focus.actor === null ? [] : [focus.actor], edges: focus.line === null ? [] : [focus.line] }, { highlightEdges: false });
  };
  canvas.fontOf = (node) => fontSize(canvas.ego ? 12 : node.kind.font, canvas.scale || 1);
  // Places and curves other than those of the graph (a neighbourhood on a phone), or null to go back.
  canvas.arrange = (newPlaces, newCurves) => {
    canvas.ego = newPlaces !== null;
    canvas.places = newPlaces ? canvas.home.map((place, i) => newPlaces.get(i) ?? place) : canvas.home;
    canvas.curves = newCurves ? canvas.routes.map((curve, i) => newCurves.get(i) ?? curve) : canvas.routes;
  };
  network.on("click", (event) => {
    const node = network.getNodeAt(event.pointer.DOM);
    const edge = node === undefined ? network.getEdgeAt(event.pointer.DOM) : undefined;
    onPick(node, edge);
  });
  return canvas;
}

function focusNodes(view, focus) {
  if (focus.actor === null && focus.line === null) return null;
  const lines = view.lines.filter((line) => line.index === focus.line || line.from.index === focus.actor || line.to.index === focus.actor);
  return new Set([focus.actor, ...lines.flatMap((line) => [line.from.index, line.to.index])]);
}

function nodeProps(canvas, node, faint) {
  const look = nodeLook(node, canvas.theme, faint);
  look.font.size = canvas.fontOf(node);
  return { ...canvas.places[node.index], ...look };
}

function edgeProps(canvas, data, line, focus) {
  return { ...edgeLook(data, line, canvas.theme, focus), smooth: smoothOf(canvas.curves[line.index]) };
}

// What must be sent: new or changed properties, and a hiding for what is shown no longer.
function flips(sent, wanted) {
  const changes = [];
  for (const [id, props] of wanted) {
    const key = JSON.stringify(props);
    if (sent.get(id) !== key) changes.push({ id, ...props });
    sent.set(id, key);
  }
  for (const id of [...sent.keys()]) {
    if (wanted.has(id)) continue;
    sent.delete(id);
    changes.push({ id, hidden: true });
  }
  return changes;
}
