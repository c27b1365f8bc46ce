// One line that says what is shown, read aloud when it changes; where it is too long, a button shows all of it.

import { byId, make } from "../base/dom.js";
import { statusOf } from "../model/words.js";

export function status(app) {
  const line = byId("status");
  const more = make("button", { id: "status-more", "aria-expanded": "false", "aria-controls": "status", hidden: true }, "Read all");
  more.addEventListener("click", () => {
    const open = line.classList.toggle("open");
    more.setAttribute("aria-expanded", String(open));
    more.textContent = open ? "Less" : "Read all";
  });
  line.after(more);
  const measure = () => { if (!line.classList.contains("open")) more.hidden = line.scrollWidth <= line.clientWidth; };
  new ResizeObserver(measure).observe(line);
  return (view) => {
    const words = statusOf(view, app.state, app.data);
    if (line.textContent === words) return;
    line.textContent = words;
    requestAnimationFrame(measure); // later: what is shown does not wait for it
  };
}
