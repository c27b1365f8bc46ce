// A list whose rows stay the elements that they are while they say the same.

// Gives a function that brings an element's children up to date. A row is {key, says, make}: made when its key is new
// or when it no longer says the same; whatever stands already where it belongs is not touched.
export function keyed(element) {
  let known = new Map();
  return (rows) => {
    const next = new Map();
    rows.forEach(({ key, says, make }, i) => {
      const last = known.get(key), made = last?.says === says ? last.made : make();
      next.set(key, { says, made });
      if (element.children[i] !== made) element.insertBefore(made, element.children[i] ?? null);
    });
    while (element.children.length > rows.length) element.lastElementChild.remove();
    known = next;
  };
}
