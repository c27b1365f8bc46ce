// Orders and numbers as readers of English expect them; without Intl, whose first use costs more than a picture.

// By label, case aside; ties by their own order.
export const byLabel = (a, b) => compare(a.label.toLowerCase(), b.label.toLowerCase()) || (a.index ?? 0) - (b.index ?? 0);
export const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

// 12345 as 12,345.
export const thousands = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");
