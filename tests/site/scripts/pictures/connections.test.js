import assert from "node:assert/strict";
import { test } from "node:test";
import { Connections } from "../../../../site/scripts/pictures/connections.js";

/** a → b → c → d, and x → c @param {string} line */
const line = (line) => ({ from: line[0], to: line[1] });
const CHAIN = ["ab", "bc", "cd", "xc"].map(line);

/**
 * @param {string} box
 * @param {(box: string) => boolean} passes
 */
function around(box, passes, lines = CHAIN) {
  const found = new Connections(lines).around(box, passes);
  return [
    [...found.boxes].sort().join(""),
    [...found.lines]
      .map(({ from, to }) => from + to)
      .sort()
      .join(" "),
  ];
}

test("a box has what touches it", () => {
  assert.deepEqual(
    around("b", () => false),
    ["abc", "ab bc"],
  );
});

test("joints are passed", () => {
  assert.deepEqual(
    around("b", (box) => box === "c"),
    ["abcd", "ab bc cd"],
  );
});

test("far is everything before and everything behind, not what stands beside", () => {
  assert.deepEqual(
    around("b", () => true),
    ["abcd", "ab bc cd"],
  );
  assert.deepEqual(
    around("c", () => true),
    ["abcdx", "ab bc cd xc"],
  );
});

test("a circle ends", () => {
  assert.deepEqual(
    around("a", () => true, ["ab", "ba"].map(line)),
    ["ab", "ab ba"],
  );
});

test("neighbours are counted by their lines", () => {
  const connections = new Connections(CHAIN);
  assert.deepEqual([connections.countBefore("c"), connections.countBehind("c")], [2, 1]);
  assert.deepEqual([connections.countBefore("a"), connections.countBehind("nowhere")], [0, 0]);
  assert.ok(new Connections([]).isEmpty);
});
