// The query page: one query, its answer as a table or as text, kept in the address and among those asked before.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const known = JSON.parse(byId("known").textContent), text = byId("query"), said = byId("said"), answer = byId("answer");
  const KEPT = "comity.asked", MOST = 20, SHOWN = 1000;
  let running = null;

  function make(tag, fields, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(fields ?? {})) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }

  function say(words, wrong = false) {
    said.textContent = words;
    said.classList.toggle("error", wrong);
  }

  // An era is known by its id or its name; a year or a month is a period.
  function scope(time) {
    const era = known.eras.find((names) => names.includes(time));
    if (era) return "era/" + era[0];
    return /^\d{4}(-\d\d)?$/.test(time) ? "during/" + time + "/" + time : (time.includes("/") ? "during/" : "on/") + time;
  }

  // The graphs that are asked: those of the time in the field, with the record; else what the query itself names.
  function graphs() {
    const time = byId("time")?.value.trim() ?? "";
    if (!time) return [];
    return [scope(time) + (byId("certain").checked ? "/certain" : ""), "graph/record"].map((path) => ["default-graph-uri", known.base + path]);
  }

  async function send(accept) {
    running?.abort();
    running = new AbortController();
    byId("stop").disabled = false;
    say("Asking …");
    try {
      const response = await fetch(known.endpoint, {
        method: "POST", headers: { accept }, body: new URLSearchParams([["query", text.value], ...graphs()]), signal: running.signal,
      });
      const body = await response.text();
      if (!response.ok) throw new Error(response.status + ": " + body.trim());
      return { body, media: response.headers.get("content-type") ?? "", cut: response.headers.get("x-truncated") };
    } catch (error) {
      say(error.name === "AbortError" ? "Stopped." : error.message, error.name !== "AbortError");
      return null;
    } finally {
      byId("stop").disabled = true;
    }
  }

  // What is asked, as the address and the list of those asked before hold it: the query, and the time with it.
  function asked() {
    const time = byId("time")?.value.trim() ?? "";
    return new URLSearchParams({ query: text.value, ...(time && { time }), ...(time && byId("certain").checked && { certain: true }) }).toString();
  }

  function restore(from) {
    const kept = new URLSearchParams(from);
    if (!kept.has("query")) return false;
    text.value = kept.get("query");
    if (byId("time")) {
      byId("time").value = kept.get("time") ?? "";
      byId("certain").checked = kept.has("certain");
    }
    return true;
  }

  // A question about a time is asked of the one in the field, or of the first era; any other of the record of all times.
  function fill(question) {
    text.value = question.text;
    const time = byId("time");
    if (time) time.value = question.time ? time.value || known.eras[0][0] : "";
  }

  async function run() {
    answer.hidden = true;
    history.replaceState(null, "", "#" + asked());
    const start = performance.now();
    const got = await send("application/sparql-results+json, text/turtle;q=0.9");
    if (!got) return;
    keep(asked());
    const told = got.media.includes("json") ? table(JSON.parse(got.body)) : triples(got.body);
    answer.replaceChildren(told.element);
    answer.hidden = false;
    say(told.words + " in " + ((performance.now() - start) / 1000).toFixed(2) + " s." + (got.cut ? " Cut: " + got.cut + "." : ""));
  }

  function table({ head, results, boolean }) {
    if (boolean !== undefined) return { element: make("p", null, boolean ? "yes" : "no"), words: "Answered" };
    const rows = results.bindings, shown = rows.slice(0, SHOWN);
    const line = (row) => make("tr", null, ...head.vars.map((name) => make("td", null, ...term(row[name]))));
    const element = make("table", null,
      make("caption", null, rows.length > SHOWN ? "The first " + SHOWN + " of " + rows.length + "; CSV and JSON have all" : count(rows)),
      make("thead", null, make("tr", null, ...head.vars.map((name) => make("th", { scope: "col" }, name)))),
      make("tbody", null, ...shown.map(line)));
    return { element, words: count(rows) };
  }

  const count = (rows) => rows.length + (rows.length === 1 ? " row" : " rows");

  const triples = (body) => ({ element: make("pre", null, body), words: "Triples" });

  function term(one) {
    if (!one) return [];
    if (one.type !== "uri") return [make("bdi", null, typeof one.value === "string" ? one.value : JSON.stringify(one.value))];
    const own = known.base && one.value.startsWith(known.base), href = own ? known.root + "/" + one.value.slice(known.base.length) : one.value;
    const words = make("bdi", null, short(one.value));
    return [own || /^https?:\/\//i.test(href) ? make("a", { href, rel: "noopener noreferrer" }, words) : words];
  }

  function short(iri) {
    const found = Object.entries(known.prefixes).filter(([, base]) => iri.startsWith(base) && /^[\w.-]+$/.test(iri.slice(base.length)));
    const [name, base] = found.sort((a, b) => b[1].length - a[1].length)[0] ?? [];
    return name === undefined ? iri : name + ":" + iri.slice(base.length);
  }

  function kept() {
    try { return JSON.parse(localStorage.getItem(KEPT)) ?? []; } catch { return []; }
  }

  function keep(one) {
    const all = [one, ...kept().filter((other) => other !== one)].slice(0, MOST);
    try { localStorage.setItem(KEPT, JSON.stringify(all)); } catch { /* a browser may refuse: then nothing is kept */ }
    list(all);
  }

  function list(all) {
    const words = (one) => [one.get("query").replace(/\s+/g, " ").slice(0, 80), ...one.getAll("time")].join(" \u2013 ");
    const option = (one, i) => make("option", { value: i }, words(new URLSearchParams(one)));
    byId("history").replaceChildren(make("option", { value: "" }, "…"), ...all.map(option));
  }

  // Triples are no CSV: the file is named by what is in it.
  const ENDINGS = { "text/csv": "csv", "text/turtle": "ttl", "application/ld+json": "jsonld" };

  async function save(accept) {
    const got = await send(accept);
    if (!got) return;
    const name = "answer." + (ENDINGS[got.media.split(";")[0]] ?? "json");
    const link = make("a", { href: URL.createObjectURL(new Blob([got.body], { type: got.media })), download: name });
    link.click();
    URL.revokeObjectURL(link.href);
    say("Saved as " + name + "." + (got.cut ? " Cut: " + got.cut + "." : ""));
  }

  byId("ask").addEventListener("submit", (event) => { event.preventDefault(); run(); });
  byId("stop").addEventListener("click", () => running?.abort());
  byId("csv").addEventListener("click", () => save("text/csv, text/turtle;q=0.5"));
  byId("json").addEventListener("click", () => save("application/sparql-results+json, application/ld+json;q=0.5"));
  byId("questions")?.addEventListener("change", ({ target }) => { if (target.value) fill(known.questions[target.value]); target.value = ""; text.focus(); });
  byId("history").addEventListener("change", ({ target }) => { if (target.value) restore(kept()[Number(target.value)]); target.value = ""; text.focus(); });
  text.addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); run(); } });
  list(kept());
  const follow = () => { if (restore(location.hash.slice(1))) run(); };
  window.addEventListener("hashchange", follow);
  follow();
})();
