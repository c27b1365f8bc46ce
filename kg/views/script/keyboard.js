// Single keys for what is done most: only where no field has the focus, and only while they are on (see the help).

import { byId } from "./base/dom.js";
import { stepEra } from "./timeline/eras.js";
import { makeHelp } from "./help.js";
import { unfold } from "./side/columns.js";

export function keyboard(app) {
  const help = makeHelp();
  const keys = {
    "/": find, "?": help.open, "[": () => stepEra(app, -1), "]": () => stepEra(app, 1),
    g: () => app.set({ view: "graph" }), m: () => app.set({ view: "matrix" }), t: () => app.set({ view: "table" }), e: () => app.set({ view: "eras" }),
    "+": () => app.camera.zoom(1), "-": () => app.camera.zoom(-1), 0: () => app.camera.home(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || help.isOpen() || isField(event.target)) return;
    if (event.key === "Escape") return chooseNothing(app);
    if (!help.keysOn() || !Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });
  for (const one of document.querySelectorAll(".skip")) one.addEventListener("click", skip);
  return () => {};
}

// The search stands in the column of filters, which may be folded away.
function find() {
  unfold("side");
  byId("find").focus();
}

export const isField = (element) => element.isContentEditable || (/^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName) && !/^(checkbox|radio|button)$/.test(element.type));

function chooseNothing(app) {
  const { actor, line, pair } = app.state;
  if (actor || line || pair) app.pick(app.narrow() ? {} : { actor: "", near: 0 });
}

// A link within the page would change the address, which holds the state.
function skip(event) {
  event.preventDefault();
  byId(event.currentTarget.hash.slice(1)).focus();
}
