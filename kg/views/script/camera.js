// Our own camera: it shows the box of all eras together, so that nothing moves when an era changes.

const BUTTONS = 36; // CSS px kept free below the picture for the zoom buttons

export function makeCamera(canvas, container, extent, redraw) {
  const camera = { extent, moved: false };

  camera.home = () => {
    const [left, top, right, bottom] = camera.extent;
    const width = container.clientWidth || 1, height = container.clientHeight || 1;
    const scale = canvas.ego ? 1 : Math.min((width - 16) / (right - left), (height - 16 - BUTTONS) / (bottom - top), 1.6);
    const low = canvas.ego ? 0 : BUTTONS / 2 / scale;
    canvas.network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 + low }, scale, animation: false });
    camera.moved = false;
    rescale();
  };
  camera.zoom = (factor) => {
    canvas.network.moveTo({ scale: canvas.network.getScale() * factor, animation: false });
    camera.moved = true;
    rescale();
  };
  // Text keeps its size on the screen while the picture is zoomed.
  function rescale() {
    const scale = canvas.network.getScale();
    if (Math.abs(scale / (canvas.scale || 0.001) - 1) < 0.02) return;
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
  canvas.network.on("resize", () => { if (!camera.moved) camera.home(); });
  return camera;
}
