// @ts-check
/* The order of rows: by number, then by word, what is empty at the end. */

/** @typedef {"ascending" | "descending" | "none"} Order */

/**
 * What a cell is sorted by: the number that it was given, or begins with, or its text.
 * @param {string} text
 * @param {string} [given]
 * @returns {string | number}
 */
export function sortKey(text, given) {
  if (given !== undefined) return Number(given);
  const number = text.replace(/[,，]/g, "").match(/^[-+−]?\d+(\.\d+)?/);
  return number ? Number(number[0].replace("−", "-")) : text;
}

/**
 * The order that a click on a head leads to.
 * @param {string | null} order
 * @returns {Order}
 */
export function nextOrder(order) {
  if (order === "ascending") return "descending";
  return order === "descending" ? "none" : "ascending";
}

/**
 * The rows by their keys; what is empty stays at the end either way.
 * @template Row
 * @param {readonly Row[]} rows
 * @param {(row: Row) => string | number} keyOf
 * @param {Order} order
 * @param {string} language
 * @returns {Row[]}
 */
export function sortedRows(rows, keyOf, order, language) {
  if (order === "none") return [...rows];
  const keyed = rows.map((row) => ({ key: keyOf(row), row }));
  keyed.sort((first, second) => {
    const compared = compare(first.key, second.key, language);
    return order === "descending" && first.key !== "" && second.key !== "" ? -compared : compared;
  });
  return keyed.map(({ row }) => row);
}

/**
 * @param {string | number} first
 * @param {string | number} second
 * @param {string} language
 * @returns {number}
 */
function compare(first, second, language) {
  if (first === "" || second === "") return Number(first === "") - Number(second === "");
  if (typeof first === "number" && typeof second === "number") return first - second;
  if (typeof first === "string" && typeof second === "string")
    return first.localeCompare(second, language, { numeric: true });
  return typeof first === "number" ? -1 : 1;
}
