import assert from "node:assert/strict";
import { test } from "node:test";
import { filled, hasWords, searchWords } from "../../../../site/scripts/shared/words.js";

test("words are what stands between blanks, in small letters", () => {
  assert.deepEqual(searchWords("  TEU 订舱\tA "), ["teu", "订舱", "a"]);
  assert.deepEqual(searchWords(" "), []);
});

test("a text must have every word, in any order", () => {
  assert.ok(hasWords("订舱 of TEU", ["teu", "订舱"]));
  assert.ok(!hasWords("订舱", ["teu", "订舱"]));
  assert.ok(hasWords("anything", []));
});

test("a value that looks like a name in braces stays as it is", () => {
  assert.equal(filled("{file}: {count}", { file: "{count}", count: 2 }), "{count}: 2");
  assert.equal(filled("{unknown} {count}", { count: 0 }), "{unknown} 0");
});
