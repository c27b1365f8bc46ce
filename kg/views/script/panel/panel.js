// The evidence panel: the head of what is chosen, its strip of eras, and its statements in the order of time.

import { chosenOf, duringAny, statementsOf } from "./chosen.js";
import { byId, make } from "../base/dom.js";
import { head } from "./head.js";
import { overview } from "./overview.js";
import { article } from "./statement.js";
import { strip } from "./strip.js";
import { UNREAL, plural } from "../model/words.js";

const MOST = 100; // statements at first, and more with each press

export function panel(app) {
  const said = make("p", { class: "unseen", role: "status" }), content = make("div");
  const back = make("button", { class: "plain back", onclick: () => byId("middle").scrollIntoView() }, "Back to the picture");
  const shown = { key: "", most: MOST, state: null, theme: null };
  byId("panel").replaceChildren(back, said, content);

  // In a window of another size the panel tells the same: what was unfolded in it stays so.
  function updated(view) {
    if (shown.state === app.state && shown.theme === app.theme) return;
    Object.assign(shown, { state: app.state, theme: app.theme });
    update(view);
  }

  function update(view) {
    const chosen = chosenOf(app.data, app.state), key = keyOf(app.state), same = shown.key === key, hold = heldBy(content, same);
    if (!same) {
      Object.assign(shown, { key, most: MOST });
      byId("evidence").scrollTop = 0;
    }
    const facts = chosen ? duringAny(statementsOf(app.data, app.state, chosen), app.state, [view.now, view.before].filter(Boolean)) : [];
    content.replaceChildren(...(chosen ? told(app, view, chosen, facts, shown.most, more) : overview(app, view)));
    byId("evidence").classList.toggle("chosen", Boolean(chosen));
    said.textContent = chosen ? "Evidence: " + countOf(facts, shown.most) + "." : "";
    back.hidden = !chosen;
    hold();
  }

  // Whoever asked for more goes on reading where the list broke off.
  function more() {
    const read = shown.most;
    shown.most += MOST;
    update(app.view);
    content.querySelectorAll("article h5")[read]?.focus();
  }
  return updated;
}

const keyOf = (state) => state.line || state.pair || state.actor;

// The panel is made anew: the button that had the focus gets it back; where it is gone, or the panel tells of something else, the title has it.
function heldBy(content, same) {
  if (!content.contains(document.activeElement)) return () => {};
  const hold = document.activeElement.dataset.hold ?? "";
  return () => ((same && content.querySelector('[data-hold="' + CSS.escape(hold) + '"]')) || byId("evidence-title")).focus({ preventScroll: true });
}

const countOf = (facts, most) => (facts.length > most ? most + " of " : "") + plural(facts.length, "statement");

// What is so first, then what is not: at most so many together.
function told(app, view, chosen, facts, most, more) {
  const known = new Set(), top = [...head(app, view, chosen, facts, known), ...strip(app, chosen.ends)];
  if (!facts.length) return [...top, make("p", { class: "soft" }, "No statement in what is shown now. That is not the same as neutral.")];
  const section = (title, own, room) => (own.length && room > 0 ? [
    make("h4", null, title + " ", make("span", { class: "count" }, String(own.length))), ...own.slice(0, room).map((fact) => article(app, view, fact, known)),
  ] : []);
  const real = facts.filter((fact) => fact.real), unreal = facts.filter((fact) => !fact.real);
  const list = [...section("Statements", real, most), ...section(UNREAL, unreal, most - real.length)];
  return [...top, ...list, ...(facts.length > most ? [moreButton(facts.length, most, more)] : [])];
}

function moreButton(all, most, onclick) {
  return make("button", { class: "more", onclick }, "Show " + Math.min(MOST, all - most) + " more of " + plural(all, "statement"));
}
