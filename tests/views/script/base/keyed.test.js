import { keyed } from "/script/base/keyed.js";
import { equal } from "/script-tests/check.js";

const row = (key, says) => ({ key, says, make: () => Object.assign(document.createElement("li"), { textContent: key + " " + says }) });
const texts = (list) => [...list.children].map((one) => one.textContent);

export function rows_that_say_the_same_stay_the_elements_that_they_are() {
  const list = document.createElement("ul"), show = keyed(list);
  show([row("a", "1"), row("b", "1"), row("c", "1")]);
  const [a, b, c] = list.children;
  show([row("c", "1"), row("b", "2"), row("a", "1")]);
  equal(texts(list), ["c 1", "b 2", "a 1"]);
  equal([list.children[0] === c, list.children[1] === b, list.children[2] === a], [true, false, true]);
}

export function rows_that_are_gone_leave_nothing_behind() {
  const list = document.createElement("ul"), show = keyed(list);
  show(["a", "b", "c", "d"].map((key) => row(key, "1")));
  show(["d", "b"].map((key) => row(key, "1")));
  equal(texts(list), ["d 1", "b 1"]);
  show([]);
  equal(texts(list), []);
  show([row("b", "1")]);
  equal(texts(list), ["b 1"]);
}
