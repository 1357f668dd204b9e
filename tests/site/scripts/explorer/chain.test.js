import assert from "node:assert/strict";
import { test } from "node:test";
import { neighbours, pathToGoal, readElements, withVisit } from "../../../../site/scripts/explorer/chain.js";
import { CHAIN } from "./sample.js";

const ELEMENTS = readElements(CHAIN);
const [goal, indicator, item, actor] = ELEMENTS;

test("links are said from both ends, and each end stands on its side", () => {
  assert.deepEqual(
    indicator.links.map(({ to, label, side }) => [to.id, label, side]),
    [
      ["G1", "measures", "up"],
      ["I1", "improved by", "down"],
    ],
  );
  assert.deepEqual([...neighbours(item, "beside")], [["done by", [actor]]]);
});

/** @param {import("../../../../site/scripts/explorer/chain.js").Element} element */
const path = (element, data = CHAIN) => pathToGoal(element, ELEMENTS, data).map(({ verb, to }) => [verb, to.title]);

test("a path goes from hop to hop until one ends it", () => {
  assert.deepEqual(path(item), [
    ["improves", "Hours at the port"],
    ["measures", "Faster customs"],
  ]);
  assert.deepEqual(path(goal), []); // a goal needs no reason
});

test("a path may lead through what the explorer does not list", () => {
  assert.deepEqual(path(actor), [
    ["sends", "Message"],
    ["improves", "Hours at the port"],
    ["measures", "Faster customs"],
  ]);
});

test("a path in a circle ends where paths do", () => {
  assert.equal(path(indicator, { ...CHAIN, hops: [null, [0, 2, 0], [1, 1, 0], null, null] }).length, CHAIN.most_hops);
});

test("neighbours with links of the same name stand together, each once", () => {
  const twice = { ...CHAIN, links: [...CHAIN.links, 1, 0, 0] };
  assert.deepEqual(
    [...neighbours(readElements(twice)[0], "down")].map(([label, ends]) => [label, ends.map(({ id }) => id)]),
    [["measured by", ["N1"]]],
  );
});

test("the trail has each element once, the newest last, and only so many", () => {
  assert.deepEqual(withVisit([goal, indicator], goal, 12), [indicator, goal]);
  assert.deepEqual(withVisit([goal, indicator], item, 2), [indicator, item]);
});
