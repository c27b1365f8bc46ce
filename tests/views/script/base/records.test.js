import { reader, records, rowCount } from "/script/base/records.js";
import { equal } from "/script-tests/check.js";

export function a_column_that_never_changes_is_read_in_every_row() {
  equal(records({ a: [1, 2], b: 7 }), [{ a: 1, b: 7 }, { a: 2, b: 7 }]);
  equal(reader({ a: [1, 2], b: 7 })("b", 1), 7);
}

export function one_row_is_one_row_and_no_column_is_none() {
  equal(records({ a: 1, b: 7 }), [{ a: 1, b: 7 }]);
  equal([records({}), rowCount({}), rowCount({ a: [1, 2, 3] })], [[], 0, 3]);
}

export function what_most_rows_have_is_read_in_all_but_the_others() {
  const columns = { a: 7, b: { rows: 5, most: -1, others: { 0: 2, 3: 0 } } };
  equal(records(columns).map(({ a, b }) => [a, b]), [[7, 2], [7, -1], [7, -1], [7, 0], [7, -1]]);
}
