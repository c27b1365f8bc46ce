// A table as a grid: one stop for the Tab key, arrows inside, Enter or a click chooses a cell.

// `choose(cell)` is called with the cell; the corner at the top left is none.
export function makeGrid(table, choose) {
  const grid = { at: [1, 1] };
  const cellAt = ([row, column]) => table.rows[row]?.cells[column] ?? null;

  function move(to) {
    const rows = table.rows.length - 1, columns = (table.rows[0]?.cells.length ?? 1) - 1;
    if (cellAt(grid.at)) cellAt(grid.at).tabIndex = -1;
    grid.at = kept(to, rows, columns);
    if (cellAt(grid.at)) cellAt(grid.at).tabIndex = 0;
    return cellAt(grid.at);
  }
  // After the table was made anew: the cell has the stop again, and the focus where it had it.
  grid.renew = (focused) => {
    const cell = move(grid.at);
    if (focused) cell?.focus({ preventScroll: true });
  };
  table.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") choose(event.target.closest("td, th"));
    else {
      const to = target(grid.at, event, table.rows.length - 1, table.rows[0].cells.length - 1);
      if (!to) return;
      move(to).focus();
    }
    event.preventDefault();
  });
  table.addEventListener("focusin", ({ target: cell }) => move([cell.parentNode.rowIndex, cell.cellIndex]));
  table.addEventListener("click", (event) => {
    const cell = event.target.closest("td, th");
    if (!cell || (cell.parentNode.rowIndex === 0 && cell.cellIndex === 0)) return;
    move([cell.parentNode.rowIndex, cell.cellIndex]).focus();
    choose(cell);
  });
  return grid;
}

// Within the table, and never the corner.
function kept([row, column], rows, columns) {
  const to = [Math.min(Math.max(row, 0), rows), Math.min(Math.max(column, 0), columns)];
  return to[0] === 0 && to[1] === 0 ? [Math.min(1, rows), Math.min(1, columns)] : to;
}

// Where a key leads from a cell, as row and column; null for other keys. The first row and column are headers, without a corner.
export function target([row, column], { key, ctrlKey }, rows, columns) {
  const to = {
    ArrowUp: [Math.max(row - 1, column ? 0 : 1), column], ArrowDown: [Math.min(row + 1, rows), column],
    ArrowLeft: [row, Math.max(column - 1, row ? 0 : 1)], ArrowRight: [row, Math.min(column + 1, columns)],
    Home: ctrlKey ? [1, 1] : [row, 1], End: ctrlKey ? [rows, columns] : [row, columns],
  };
  return to[key] ?? null;
}
