// Rows as comma-separated values for a spreadsheet, which must not take a text for a formula.

const FORMULA = /^[=+\-@\t\r]/;

// RFC 4180, with the mark by which spreadsheets know UTF-8; a text that would be a formula has a ' before it.
export function csvOf(rows) {
  return "\ufeff" + rows.map((row) => row.map(quoted).join(",") + "\r\n").join("");
}

function quoted(text) {
  const safe = FORMULA.test(text) ? "'" + text : text;
  return /[",\r\n]/.test(safe) ? '"' + safe.replaceAll('"', '""') + '"' : safe;
}
