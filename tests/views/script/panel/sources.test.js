import { sources } from "/script/panel/sources.js";
import { equal } from "/script-tests/check.js";

export function a_place_that_is_given_twice_stands_once_below_its_source() {
  const piece = (label, where) => ({ label, url: "", where, passage: null });
  const list = sources({}, [piece("Paper", "line 1"), piece("Paper", "line 1"), piece("Record", "line 1"), piece("Paper", "line 2")]);
  equal([...list.children].map((item) => item.textContent), ["Paper: line 1; line 2", "Record: line 1"]);
}
