// One statement as the panel tells it: what, when, in whose view, by whose report, how worded, and where it is said.

import { citationOf, cite } from "./cite.js";
import { details, disputesOf } from "../model/data.js";
import { disputes } from "./dispute.js";
import { bdi, make } from "../base/dom.js";
import { SIGN_MARKS } from "../model/signs.js";
import { sources } from "./sources.js";
import { certainly, holds, possibly } from "../model/time.js";
import { accordingTo, capital, plural, signWords } from "../model/words.js";

export function article(app, view, fact, told) {
  const { data } = app, more = details(data, fact), heading = make("h5", { tabindex: "-1" }, ...phrase(fact));
  return make("article", { "data-id": fact.id },
    make("div", { class: "said" }, signOf(fact, app.theme), heading),
    make("p", { class: "whose" }, ...whose(fact, more)),
    ...marks(app, view, fact, more),
    make("dl", null, ...rows(app, view, fact, more).flatMap(([term, ...value]) => [make("dt", null, term), make("dd", null, ...value)])),
    ...disputes(disputesOf(data, fact), told),
    more.evidence.length ? sources(data, more.evidence) : make("p", { class: "soft" }, "No passage of its own."),
    ...cite(citationOf(data, fact, more)));
}

// Each name apart: two that are read from right to left would change places, and with them who does what to whom.
const phrase = ({ subject, relation, object }) => [bdi(subject.label), " ", bdi(relation.label), " ", bdi(object.label)];

function signOf(fact, theme) {
  const sign = fact.sign > 0 ? "+" : fact.sign < 0 ? "-" : "0";
  return make("span", { class: "sign", "aria-hidden": "true", style: "--sign: " + fact.family[theme.name] }, SIGN_MARKS[sign]);
}

// The sign is always somebody's word, with the number of passages behind it.
function whose(fact, more) {
  const sign = signWords(fact.sign), words = fact.negated ? "not so" : fact.real ? sign : "would be " + sign;
  return [capital(words) + ", ", bdi(accordingTo(more.holders, fact.uncontested ? "undisputed" : "")), ", " + plural(more.evidence.length, "passage")];
}

function marks(app, view, fact, more) {
  const found = [changeOf(app.state, view, fact), fact.disputed && "disputed", more.derived && "derived", fact.negated && "denied",
    more.status !== "actual" && more.status, fact.wording !== "stated" && fact.wording].filter(Boolean);
  return found.length ? [make("p", { class: "marks" }, ...found.flatMap((mark) => [make("span", { class: "mark" }, mark), " "]))] : [];
}

// Compared, a statement began, ended or is kept.
function changeOf(state, view, fact) {
  if (!view.before) return "";
  const was = holds(fact.bounds, view.before, state.certain), is = holds(fact.bounds, view.now, state.certain);
  return was && is ? "kept" : is ? "began" : "ended";
}

function rows(app, view, fact, more) {
  const found = [["When", bdi(more.when), ...[view.now, view.before].filter(Boolean).flatMap((period) => ["; ", ...heldIn(fact, period)])]];
  if (more.reports.length) found.push(["Reported by", ...listed(more.reports, "; then ")]);
  found.push(["Status", statusOf(app.data, fact, more) + "; " + fact.wording]);
  if (fact.event) found.push(["Event", eventButton(app, fact.event)]);
  if (more.because.length) found.push(["Because", ...listed(more.because, "; ")]);
  if (more.figures.length) found.push(["Figures", ...listed(more.figures, "; ")]);
  if (more.derived) found.push(["Derived", "made by the build from ", bdi(more.derived)]);
  return found;
}

const listed = (texts, between) => texts.flatMap((text, i) => [...(i ? [between] : []), bdi(text)]);

function heldIn(fact, period) {
  return [certainly(fact.bounds, period) ? "certainly in " : possibly(fact.bounds, period) ? "possibly in " : "not in ", bdi(period.label)];
}

function statusOf(data, fact, more) {
  const named = [more.status, ...(fact.negated ? ["denied"] : [])].filter((id) => !fact.negated || id !== "actual");
  return named.map((id) => data.statuses.find((status) => status.id === id).label.toLocaleLowerCase("en")).join("; ");
}

function eventButton(app, event) {
  const onclick = () => app.pick({ actor: event.id });
  return make("button", { type: "button", class: "plain", "data-hold": "event " + event.id, onclick }, bdi(event.label));
}
