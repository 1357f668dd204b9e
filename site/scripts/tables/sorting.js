// @ts-check
/* The order of rows: by quantity, then by word, what is empty at the end. */

/** @typedef {"ascending" | "descending" | "none"} Order */

/**
 * A number in the unit in which quantities `of` its kind are compared: hours with days, never with money.
 * @typedef {{ of: string, number: number }} Quantity
 */

/**
 * What a cell is sorted by: the quantity that it was given, the number that it begins with, or its text.
 * @param {string} text
 * @param {{ common?: string, of?: string, sort?: string }} [given]
 * @returns {string | Quantity}
 */
export function sortKey(text, given = {}) {
  if (given.common !== undefined) return { of: given.of ?? "", number: Number(given.common) };
  if (given.sort !== undefined) return { of: "", number: Number(given.sort) };
  const number = text.replace(/[,，]/g, "").match(/^[-+−]?\d+(\.\d+)?/);
  return number ? { of: "", number: Number(number[0].replace("−", "-")) } : text;
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
 * @param {(row: Row) => string | Quantity} keyOf
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
 * @param {string | Quantity} first
 * @param {string | Quantity} second
 * @param {string} language
 * @returns {number}
 */
function compare(first, second, language) {
  if (first === "" || second === "") return Number(first === "") - Number(second === "");
  if (typeof first !== "string" && typeof second !== "string")
    return first.of.localeCompare(second.of, "en") || first.number - second.number;
  if (typeof first === "string" && typeof second === "string")
    return first.localeCompare(second, language, { numeric: true });
  return typeof first === "string" ? 1 : -1;
}
