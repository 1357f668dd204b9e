// @ts-check
/* Tables as CSV, for spreadsheets. */

/**
 * The rows as one text; with a mark at its head, without which Excel takes Chinese for something else.
 * @param {string[][]} rows
 */
export function csvText(rows) {
  return `\ufeff${rows.map((cells) => cells.map(field).join(",")).join("\r\n")}\r\n`;
}

/**
 * A cell that a spreadsheet would take for a formula begins with an apostrophe.
 * @param {string} text
 */
function field(text) {
  const isFormula = /^[=+\-@\t]/.test(text) && !/^[-+]?\d[\d.,]*%?$/.test(text);
  const safe = isFormula ? `'${text}` : text;
  return /[",\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
