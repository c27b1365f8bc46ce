// Keeps what is shown as a file: the table as CSV, all else as SVG or PNG with title, era, source, date and address in it.

import { writeAddress } from "../model/address.js";
import { csvOf } from "../base/csv.js";
import { byId, make } from "../base/dom.js";
import { download, fileName } from "./download.js";
import { themeOf } from "../picture/look.js";
import { posterOf } from "./poster.js";
import { pictureFor } from "./pictures.js";
import { pngBlob, svgBlob } from "./raster.js";
import { sheetRows } from "../model/rows.js";
import { switchesOf } from "../side/switches.js";
import { statusOf } from "../model/words.js";

const NAMES = { graph: "graph", matrix: "matrix", eras: "drawings of all eras", table: "table" };
const BLOBS = { svg: (app) => svgBlob(posterFor(app)), png: (app) => pngBlob(posterFor(app)), csv: csvBlob };

export function keep(app) {
  const buttons = Object.entries(BLOBS).map(([ending, blobOf]) => make("button", {
    "data-keep": ending, onclick: async () => download(fileName(app.state, ending), await blobOf(app)),
  }, ending.toUpperCase()));
  byId("keep").replaceChildren(...buttons);
  return () => {
    const { view } = app.state;
    for (const button of buttons) {
      button.hidden = (view === "table") !== (button.dataset.keep === "csv");
      button.setAttribute("aria-label", "Download the " + NAMES[view] + " as " + button.textContent);
    }
  };
}

function csvBlob({ data, view, state }) {
  return new Blob([csvOf(sheetRows(data, view, state.certain, state.sort))], { type: "text/csv;charset=utf-8" });
}

// Always light on white: for paper and slides.
export function posterFor(app) {
  const { data, view, state } = app, theme = themeOf(false), picture = pictureFor(app, theme);
  const shown = state.view === "eras" ? [] : [statusOf(view, state, data)];
  return posterOf({ title: data.title, above: [...shown, ...picture.words, ...offWords(app)], below: sourceWords(app) }, picture, picture.legend, theme);
}

function offWords({ data, state }) {
  const names = Object.values(switchesOf(data)).flat().filter((one) => state.off.has(one.id)).map((one) => one.label);
  return names.length ? ["Switched off: " + names.join("; ") + "."] : [];
}

// The address without its folders: they are the reader's own.
function sourceWords({ data, state, opening }) {
  const { corpus, version, recorded, licence } = data.about, page = decoded(location.pathname.split("/").at(-1));
  const parts = [corpus, version && "version " + version, recorded && "recorded " + recorded, licence && "licence " + licence];
  return ["Source: " + parts.filter(Boolean).join(", ") + ".", "Address: " + page + writeAddress(state, opening)];
}

// A file's name may be no text: then it is as the address writes it.
function decoded(name) {
  try { return decodeURIComponent(name); } catch { return name; }
}
