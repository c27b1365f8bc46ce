// Our own camera: it shows the box of all eras together, so that nothing moves when an era changes.

import { byId } from "../base/dom.js";

const RIM = 8; // CSS px kept free around the picture, in which all lines are
const STEP = 1.3; // of the buttons

export function makeCamera(canvas, container, extent, redraw) {
  const camera = { extent, moved: false };

  camera.home = () => {
    if (!container.clientWidth) return;
    const [left, top, right, bottom] = camera.extent;
    const width = container.clientWidth, height = container.clientHeight;
    const scale = canvas.map?.ego ? 1 : Math.min((width - RIM) / (right - left), (height - RIM) / (bottom - top), 1.6);
    canvas.network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, animation: false });
    camera.moved = false;
    canvas.homeScale = scale;
    rescale();
  };
  camera.zoom = (steps) => {
    const factor = STEP ** steps;
    canvas.network.moveTo({ scale: canvas.network.getScale() * factor, animation: false });
    camera.moved = true;
    rescale();
  };
  for (const [id, act] of [["zoom-in", () => camera.zoom(1)], ["zoom-out", () => camera.zoom(-1)], ["zoom-all", camera.home]]) byId(id).addEventListener("click", act);
  // Text keeps its size on the screen while the picture is zoomed.
  function rescale() {
    const scale = canvas.network.getScale();
    if (Math.abs(scale / canvas.scale - 1) < 0.02) return;
    canvas.scale = scale;
    redraw();
  }
  let waiting = false;
  canvas.network.on("zoom", () => {
    camera.moved = true;
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; rescale(); });
  });
  canvas.network.on("dragEnd", () => { camera.moved = true; });
  // After vis-network, which scales by itself when its frame changes.
  canvas.network.on("resize", () => requestAnimationFrame(() => { if (!camera.moved) camera.home(); }));
  return camera;
}
