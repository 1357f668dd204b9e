import assert from "node:assert/strict";
import { test } from "node:test";
import { nextOrder, sortedRows, sortKey } from "../../../../site/scripts/tables/sorting.js";

/**
 * @param {string[]} cells
 * @param {import("../../../../site/scripts/tables/sorting.js").Order} order
 */
const sorted = (cells, order, language = "zh") => sortedRows(cells, (cell) => sortKey(cell), order, language);

test("a cell is sorted by the quantity it was given, by the number that it begins with, or by its text", () => {
  assert.deepEqual(sortKey("3 天", { common: "72", of: "hour" }), { of: "hour", number: 72 });
  assert.deepEqual(sortKey("3", { sort: "4" }), { of: "", number: 4 });
  assert.deepEqual(sortKey("1,200 万元"), { of: "", number: 1200 });
  assert.deepEqual(sortKey("−3.5%"), { of: "", number: -3.5 });
  assert.equal(sortKey("约 3 天"), "约 3 天");
  assert.equal(sortKey(""), "");
});

test("numbers come before words and empty cells last, up and down", () => {
  assert.deepEqual(sorted(["b", "", "10", "9", "a"], "ascending"), ["9", "10", "a", "b", ""]);
  assert.deepEqual(sorted(["b", "", "10", "9", "a"], "descending"), ["b", "a", "10", "9", ""]);
});

test("quantities are compared in one unit, those of one kind together", () => {
  const cells = [
    { text: "450 亿元", common: "4.5e+10", of: "CNY" },
    { text: "8 天", common: "192", of: "hour" },
    { text: "50 元", common: "50", of: "CNY" },
    { text: "36 小时", common: "36", of: "hour" },
  ];
  const rows = sortedRows(cells, (cell) => sortKey(cell.text, cell), "ascending", "zh");
  assert.deepEqual(
    rows.map((row) => row.text),
    ["50 元", "450 亿元", "36 小时", "8 天"],
  );
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
