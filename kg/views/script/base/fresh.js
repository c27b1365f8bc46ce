// What of a state decides what is drawn: what is chosen only marks it, so that a click draws nothing anew.

// A text that is the same for two states exactly when the same is drawn; `without` puts aside what a view does not heed.
export function shownBy(state, without) {
  const centre = state.near ? state.actor : "";
  return JSON.stringify({ ...state, actor: centre, line: "", pair: "", off: [...state.off].sort(), ...without });
}
