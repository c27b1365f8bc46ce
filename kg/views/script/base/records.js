// Columns as the build writes them (kg/views/pools.py): one number where it never changes, or that of most rows and the others.

export const reader = (columns) => (name, i) => valueAt(columns[name], i);

function valueAt(column, i) {
  if (Array.isArray(column)) return column[i];
  return typeof column === "object" ? column.others[i] ?? column.most : column;
}

// How many rows the columns have: one where none of them changes.
export function rowCount(columns) {
  const all = Object.values(columns), changing = all.find((column) => typeof column === "object");
  return changing?.length ?? changing?.rows ?? Math.min(all.length, 1);
}

// The rows as objects.
export function records(columns) {
  const cell = reader(columns), names = Object.keys(columns);
  return Array.from({ length: rowCount(columns) }, (_, i) => Object.fromEntries(names.map((name) => [name, cell(name, i)])));
}
