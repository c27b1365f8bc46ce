import { csvOf } from "/script/base/csv.js";
import { equal } from "/script-tests/check.js";

export function commas_quotes_and_line_breaks_are_quoted() {
  equal(csvOf([["a", "b,c", 'say "so"', "two\nlines", ""], ["\u0410", "", "", "", " x "]]), '\ufeffa,"b,c","say ""so""","two\nlines",\r\n\u0410,,,, x \r\n');
}

export function a_text_that_would_be_a_formula_has_an_apostrophe_before_it() {
  equal(csvOf([["=1+1", "+1", "-1", "@x", "\tx", "1-1"]]), "\ufeff'=1+1,'+1,'-1,'@x,'\tx,1-1\r\n");
  equal(csvOf([['=HYPERLINK("x")']]), "\ufeff\"'=HYPERLINK(\"\"x\"\")\"\r\n");
}
