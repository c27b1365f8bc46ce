import { makeGrid, target } from "/script/ways/grid.js";
import { equal } from "/script-tests/check.js";

const press = (key, at, ctrlKey = false) => target(at, { key, ctrlKey }, 3, 4);

export function arrows_lead_to_the_next_cell_and_stop_at_the_rim() {
  equal([press("ArrowUp", [2, 2]), press("ArrowDown", [2, 2]), press("ArrowLeft", [2, 2]), press("ArrowRight", [2, 2])], [[1, 2], [3, 2], [2, 1], [2, 3]]);
  equal([press("ArrowDown", [3, 2]), press("ArrowRight", [2, 4]), press("ArrowUp", [0, 2]), press("ArrowLeft", [2, 0])], [[3, 2], [2, 4], [0, 2], [2, 0]]);
}

export function no_key_leads_to_the_corner() {
  equal([press("ArrowUp", [1, 0]), press("ArrowLeft", [0, 1])], [[1, 0], [0, 1]]);
}

export function home_and_end_lead_along_the_row_and_with_control_through_the_table() {
  equal([press("Home", [2, 3]), press("End", [2, 3]), press("Home", [2, 3], true), press("End", [2, 3], true)], [[2, 1], [2, 4], [1, 1], [3, 4]]);
  equal(press("a", [2, 3]), null);
}

export function one_cell_has_the_stop_also_after_the_table_grew_smaller() {
  const table = document.createElement("table"), fill = (size) => {
    table.replaceChildren();
    for (let i = 0; i < size; i += 1) {
      const row = table.insertRow();
      for (let k = 0; k < size; k += 1) row.insertCell().tabIndex = -1;
    }
  };
  const stops = () => [...table.querySelectorAll("td")].filter((cell) => cell.tabIndex === 0).map((cell) => [cell.parentNode.rowIndex, cell.cellIndex]);
  fill(4);
  const grid = makeGrid(table, () => {});
  grid.renew(false);
  equal(stops(), [[1, 1]]);
  table.rows[3].cells[2].click();
  equal(stops(), [[3, 2]]);
  fill(3);
  grid.renew(false);
  equal(stops(), [[2, 2]]);
  fill(0);
  grid.renew(false);
  equal(stops(), []);
}

export function a_click_chooses_any_cell_but_the_corner() {
  const table = document.createElement("table"), chosen = [];
  for (let i = 0; i < 2; i += 1) { const row = table.insertRow(); row.insertCell(); row.insertCell(); }
  makeGrid(table, (cell) => chosen.push([cell.parentNode.rowIndex, cell.cellIndex])).renew(false);
  for (const cell of table.querySelectorAll("td")) cell.click();
  equal(chosen, [[0, 1], [1, 0], [1, 1]]);
}
