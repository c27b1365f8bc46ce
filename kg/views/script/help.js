// A short help with the keys, as a dialog; there the single keys can be switched off.

import { byId, make } from "./base/dom.js";

const KEYS = [
  ["/", "search"], ["[ and ]", "previous and next era"], ["g m t e", "graph, matrix, table, all eras"], ["+ and -", "zoom the graph in and out"], ["0", "the whole graph"], ["Esc", "choose nothing"],
  ["Arrow keys", "within tabs, results and matrix; on the bars, an end of the period"], ["Shift", "with these or a drag on the bars: months"],
  ["?", "this help"],
];

// A dialog that opens with `open()`; `keysOn()` says whether single keys do anything.
export function makeHelp() {
  const box = make("input", { type: "checkbox", id: "single-keys" });
  box.checked = true;
  const dialog = make("dialog", { id: "help", "aria-labelledby": "help-title" },
    make("h2", { id: "help-title" }, "Help"),
    make("p", null, "Lines are statements that sources make. Choose an era, then an actor or a line, in the picture or in the lists: the evidence says who says so, and where."),
    make("p", null, "Whatever the picture shows also stands in the matrix and in the table. The address keeps what is shown: copy it to share it."),
    make("p", null, "Marks: + friendly, or began; \u2212 unfriendly, or ended; \u00b1 mixed; ? disputed."),
    make("p", null, "Dates: 199X some year of the 1990s; 2014~ about; 2014? uncertain; 2014/2016 from, to; ../2016 begin not known; [2014..2016] one day of these years; 2014/.. goes on."),
    make("dl", null, ...KEYS.flatMap(([key, what]) => [make("dt", null, make("kbd", null, key)), make("dd", null, what)])),
    make("label", { class: "check" }, box, " Single keys work outside of fields"),
    make("button", { autofocus: true, onclick: () => dialog.close() }, "Close"));
  document.body.append(dialog);
  const opener = make("button", { id: "open-help", "aria-haspopup": "dialog", "aria-label": "Help", title: "Help", onclick: () => dialog.showModal() }, "?");
  byId("bar").append(opener);
  return { open: () => dialog.showModal(), isOpen: () => dialog.open, keysOn: () => box.checked };
}
