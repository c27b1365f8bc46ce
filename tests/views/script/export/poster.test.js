import { widthOf } from "/script/picture/boxes.js";
import { wrapped } from "/script/export/poster.js";
import { equal } from "/script-tests/check.js";

export function a_text_is_set_in_lines_that_are_as_full_as_they_can_be() {
  const words = "one two three four five six seven eight nine ten".split(" "), lines = wrapped(words.join(" "), 8);
  equal(lines.join(" "), words.join(" "));
  equal(lines.map((line) => widthOf(line) <= 8), lines.map(() => true));
  equal(lines.slice(1).map((line, i) => widthOf(lines[i] + " " + line.split(" ")[0]) * 1.08 > 8), lines.slice(1).map(() => true));
}

export function a_word_that_is_wider_than_a_line_is_broken() {
  const lines = wrapped("x".repeat(300), 20);
  equal(lines.join(""), "x".repeat(300));
  equal(lines.every((line) => widthOf(line) <= 20), true);
}

export function nothing_is_no_line() {
  equal(wrapped("  ", 20), []);
}
