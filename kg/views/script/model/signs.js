// Signs: +, -, 0, or mixed where + and - occur; never an average.

export function signOf(facts) {
  const plus = facts.some((fact) => fact.sign > 0), minus = facts.some((fact) => fact.sign < 0);
  return plus && minus ? "mixed" : plus ? "+" : minus ? "-" : "0";
}

export const SIGN_WORDS = { "+": "friendly", "-": "unfriendly", 0: "neither friendly nor unfriendly", mixed: "mixed" };
// As they stand in cells and badges.
export const SIGN_MARKS = { "+": "+", "-": "\u2212", 0: "0", mixed: "\u00b1" };
