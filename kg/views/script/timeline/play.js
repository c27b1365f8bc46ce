// Play: steps through the eras of the tabs; with reduced motion only one step a click.

import { byId, make } from "../base/dom.js";
import { groupOf } from "../model/state.js";

const PAUSE = 2500; // milliseconds

// The era after the one shown: the compared one is passed over, and after the last comes none.
export function eraAfter(data, state) {
  const { spans } = groupOf(data, state.era), at = spans.findIndex((span) => span.id === state.era);
  return spans.slice(at + 1).find((span) => span.id !== state.compare) ?? null;
}

const firstEra = (data, state) => groupOf(data, state.era).spans.find((span) => span.id !== state.compare);

export function play(app) {
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  const button = make("button", { onclick: () => (timer ? stop() : start()) });
  let timer = 0, own = false;
  const go = (keep) => {
    own = true;
    app.set({ era: (eraAfter(app.data, app.state) ?? firstEra(app.data, app.state)).id, during: "" }, keep);
    own = false;
  };
  const start = () => {
    go(false);
    if (!still.matches && eraAfter(app.data, app.state)) timer = setInterval(goOn, PAUSE);
    show();
  };
  const goOn = () => {
    go(true);
    if (!eraAfter(app.data, app.state)) stop();
  };
  const stop = () => {
    clearInterval(timer);
    timer = 0;
    show();
  };
  const show = () => {
    button.textContent = still.matches ? "Next era" : timer ? "Stop" : "Play";
    button.title = still.matches ? "Shows the next era, after the last the first"
      : "Shows one era after the other, each for two and a half seconds; Escape stops it";
  };
  still.addEventListener("change", stop);
  document.addEventListener("keydown", (event) => { if (timer && event.key === "Escape") stop(); });
  document.addEventListener("pointerdown", (event) => { if (timer && !button.contains(event.target)) stop(); });
  byId("play").replaceChildren(button);
  byId("play").hidden = app.data.groups.every((group) => group.spans.length < 2);
  show();
  return () => { if (timer && !own) stop(); };
}
