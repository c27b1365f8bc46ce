// Columns as the build writes them (kg/views/pools.py): a column that never changes is one number.

export const reader = (columns) => (name, i) => (Array.isArray(columns[name]) ? columns[name][i] : columns[name]);

// How many rows the columns have: one where none of them changes.
export function rowCount(columns) {
  const all = Object.values(columns);
  return all.find(Array.isArray)?.length ?? Math.min(all.length, 1);
}

// The rows as objects.
export function records(columns) {
  const cell = reader(columns), names = Object.keys(columns);
  return Array.from({ length: rowCount(columns) }, (_, i) => Object.fromEntries(names.map((name) => [name, cell(name, i)])));
}
