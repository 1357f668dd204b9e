// @ts-check
/* Tables as CSV, for spreadsheets: a number and its unit stand in columns of their own. */

/**
 * A cell: its text, and of a quantity the number in full, its unit, and both ends where it is a range. `isPlain` tells
 * that the text says no more than that.
 * @typedef {{ text: string, number?: string, unit?: string, ends?: string[], isPlain?: boolean }} Cell
 */

/**
 * What the columns are called that a quantity is told in, behind the name of its own column.
 * @typedef {{ unit: string, low: string, high: string, shown: string }} Names
 */

/**
 * The heads and rows as rows of fields. A column of quantities becomes several: the number, its unit, the ends of
 * ranges, and the text where it says more than the number does.
 * @param {string[]} heads
 * @param {Cell[][]} rows
 * @param {Names} names
 * @returns {string[][]}
 */
export function fieldsOf(heads, rows, names) {
  const columns = heads.flatMap((head, place) => {
    const cells = rows.map((row) => row[place] ?? { text: "" });
    return columnsOf(head, cells, names);
  });
  const [first = []] = columns;
  return first.map((_, row) => columns.map((column) => column[row] ?? ""));
}

/**
 * The columns that one column of a page becomes, each with its head.
 * @param {string} head
 * @param {Cell[]} cells
 * @param {Names} names
 * @returns {string[][]}
 */
function columnsOf(head, cells, names) {
  if (!cells.some((cell) => cell.number !== undefined)) return [[head, ...cells.map((cell) => cell.text)]];
  const columns = [[head, ...cells.map((cell) => inFull(cell.number))]];
  /** @param {string} name @param {(cell: Cell) => string} of */
  const add = (name, of) => {
    const column = cells.map(of);
    if (column.some(Boolean)) columns.push([`${head} · ${name}`, ...column]);
  };
  add(names.unit, (cell) => cell.unit ?? "");
  add(names.low, (cell) => inFull(cell.ends?.[0]));
  add(names.high, (cell) => inFull(cell.ends?.[1]));
  if (cells.some((cell) => cell.text && !cell.isPlain)) add(names.shown, (cell) => cell.text);
  return columns;
}

/** A number with all its digits, and no power of ten. @param {string | undefined} number */
function inFull(number) {
  if (!number) return "";
  if (!/e/i.test(number)) return number;
  return Number(number).toLocaleString("en", { useGrouping: false, maximumSignificantDigits: 15 });
}

/**
 * The rows as one text; with a mark at its head, without which Excel takes Chinese for something else.
 * @param {string[][]} rows
 */
export function csvText(rows) {
  return `\ufeff${rows.map((cells) => cells.map(field).join(",")).join("\r\n")}\r\n`;
}

/**
 * A text that a spreadsheet would take for a formula begins with an apostrophe. A signed number with a unit (-75%,
 * +3.5 d) is none, unless it goes on as one would.
 * @param {string} text
 */
function field(text) {
  const isNumber = /^[-+]\d[\d.,]*%?(?:\s?[^\s\d=+\-*/^&|!()'"@<>:;,.%][^=+\-*/^&|!()'"@<>:]*)?$/.test(text);
  const isFormula = /^[=+\-@\t\r]/.test(text) && !isNumber;
  const safe = isFormula ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/**
 * The name of a file: its parts without what no file may be called.
 * @param {string[]} parts
 */
export function fileName(parts) {
  const said = parts.map((part) =>
    part
      .replace(/[\\/:*?"<>|]/g, " ")
      .replace(/\s+/g, " ")
      .trim(),
  );
  return `${said.filter(Boolean).join(" · ").slice(0, 120).trim()}.csv`;
}
