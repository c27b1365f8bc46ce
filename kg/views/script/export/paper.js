// On paper: the picture as it would be kept in a file, light on white, and below it the table of statements.

import { byId } from "../base/dom.js";
import { posterFor } from "./export.js";

export function paper(app) {
  const printing = window.matchMedia("print");
  const show = () => byId("paper").replaceChildren(...(printing.matches && app.state.view !== "table" ? [posterFor(app)] : []));
  printing.addEventListener("change", show);
  return () => { if (printing.matches) show(); };
}
