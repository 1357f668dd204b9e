import assert from "node:assert/strict";
import { test } from "node:test";
import { nextOrder, sortedRows, sortKey } from "../../../../site/scripts/tables/sorting.js";

/**
 * @param {string[]} cells
 * @param {import("../../../../site/scripts/tables/sorting.js").Order} order
 */
const sorted = (cells, order, language = "zh") => sortedRows(cells, (cell) => sortKey(cell), order, language);

test("a cell is sorted by the number it was given, or begins with, or by its text", () => {
  assert.equal(sortKey("3 天", "72"), 72);
  assert.equal(sortKey("1,200 万元"), 1200);
  assert.equal(sortKey("−3.5%"), -3.5);
  assert.equal(sortKey("约 3 天"), "约 3 天");
  assert.equal(sortKey(""), "");
});

test("numbers come before words and empty cells last, up and down", () => {
  assert.deepEqual(sorted(["b", "", "10", "9", "a"], "ascending"), ["9", "10", "a", "b", ""]);
  assert.deepEqual(sorted(["b", "", "10", "9", "a"], "descending"), ["b", "a", "10", "9", ""]);
});

test("words are sorted as the language does, numbers in them by size", () => {
  assert.deepEqual(sorted(["张", "李", "阿"], "ascending"), ["阿", "李", "张"]);
  assert.deepEqual(sorted(["x10", "x9"], "ascending", "en"), ["x9", "x10"]);
});

test("rows that are alike keep their order, and the third click brings the first order back", () => {
  const rows = ["1 b", "1 a", "0"];
  assert.deepEqual(sorted(rows, "ascending"), ["0", "1 b", "1 a"]);
  assert.deepEqual(sorted(rows, "none"), rows);
  assert.equal(nextOrder(null), "ascending");
  assert.equal(nextOrder("ascending"), "descending");
  assert.equal(nextOrder("descending"), "none");
});
