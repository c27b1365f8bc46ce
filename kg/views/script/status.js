// One line that says what is shown, read aloud when it changes.

export function showStatus(data, view, state, era, before) {
  const span = data.spans[era];
  byId("status").textContent = statusOf(view, state, span, before === null ? null : data.spans[before], changeCounts(view.lines));
}
