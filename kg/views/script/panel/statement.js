// One statement as the panel tells it: what, when, in whose view, by whose report, how worded, and where it is said.

import { citationOf, cite } from "./cite.js";
import { details, disputesOf } from "../model/data.js";
import { disputes } from "./dispute.js";
import { bdi, make } from "../base/dom.js";
import { SIGN_MARKS, signOf } from "../model/signs.js";
import { changeOf, statusWords } from "../model/rows.js";
import { sources } from "./sources.js";
import { certainly, possibly } from "../model/time.js";
import { accordingTo, capital, plural, signWords } from "../model/words.js";

export function article(app, view, fact, told) {
  const { data } = app, more = details(data, fact), heading = make("h5", { tabindex: "-1" }, ...phrase(fact));
  return make("article", { "data-id": fact.id },
    make("div", { class: "said" }, badge(fact, app.theme), heading),
    make("p", { class: "whose" }, ...whose(fact, more)),
    ...marks(app, view, fact, more),
    make("dl", null, ...rows(app, view, fact, more).flatMap(([term, ...value]) => [make("dt", null, term), make("dd", null, ...value)])),
    ...disputes(disputesOf(data, fact), told),
    more.evidence.length ? sources(data, more.evidence) : make("p", { class: "soft" }, "No passage of its own."),
    ...cite(citationOf(data, fact, more)));
}

// Each name apart: two that are read from right to left would change places, and with them who does what to whom.
const phrase = ({ subject, relation, object }) => [bdi(subject.label), " ", bdi(relation.label), " ", bdi(object.label)];

function badge(fact, theme) {
  return make("span", { class: "sign", "aria-hidden": "true", style: "--sign: " + fact.family[theme.name] }, SIGN_MARKS[signOf([fact])]);
}

// The sign is always somebody's word, with the number of passages behind it.
function whose(fact, more) {
  const sign = signWords(fact.sign), words = fact.negated ? "not so" : fact.real ? sign : "would be " + sign;
  return [capital(words) + ", ", bdi(accordingTo(more.holders, fact.uncontested ? "undisputed" : "")), ", " + plural(more.evidence.length, "passage")];
}

function marks(app, view, fact, more) {
  const found = [changeOf(fact, view, app.state.certain), fact.disputed && "disputed", more.derived && "derived", fact.negated && "denied",
    more.status !== "actual" && more.status, fact.wording !== "stated" && fact.wording].filter(Boolean);
  return found.length ? [make("p", { class: "marks" }, ...found.flatMap((mark) => [make("span", { class: "mark" }, mark), " "]))] : [];
}

function rows(app, view, fact, more) {
  const found = [["When", bdi(more.when), ...[view.now, view.before].filter(Boolean).flatMap((period) => ["; ", ...heldIn(fact, period)])]];
  if (more.reports.length) found.push(["Reported by", ...listed(more.reports, "; then ")]);
  found.push(["Status", statusWords(app.data, fact, more) + "; " + fact.wording]);
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

function eventButton(app, event) {
  const onclick = () => app.pick({ actor: event.id });
  return make("button", { class: "plain", "data-hold": "event " + event.id, onclick }, bdi(event.label));
}
