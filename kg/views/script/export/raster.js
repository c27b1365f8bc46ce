// An SVG tree as a file's content: text as it is, or drawn into a PNG.

const MOST = 12000; // px of a side; beyond, browsers give an empty canvas

export function svgBlob(tree) {
  return new Blob(['<?xml version="1.0" encoding="UTF-8"?>\n', new XMLSerializer().serializeToString(tree), "\n"], { type: "image/svg+xml" });
}

// Twice as many pixels as CSS px, where the browser can.
export async function pngBlob(tree) {
  const width = Number(tree.getAttribute("width")), height = Number(tree.getAttribute("height"));
  const scale = Math.min(2, MOST / Math.max(width, height)), address = URL.createObjectURL(svgBlob(tree));
  const image = new Image();
  image.src = address;
  await image.decode();
  URL.revokeObjectURL(address);
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: Math.round(width * scale), height: Math.round(height * scale) });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}
