import assert from "node:assert/strict";
import { test } from "node:test";
import { neighbours, readElements, reasonOf, withVisit } from "../../../../site/scripts/explorer/chain.js";
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
const reason = (element) => reasonOf(element, ELEMENTS, CHAIN);
/** @param {import("../../../../site/scripts/explorer/chain.js").Element} element */
const way = (element) => reason(element).hops.map(({ verb, to }) => [verb, to.title]);

test("a reason goes from hop to hop up to a goal", () => {
  assert.deepEqual(way(item), [
    ["improves", "Hours at the port"],
    ["measures", "Faster customs"],
  ]);
  assert.deepEqual(way(goal), []); // a goal needs no reason
});

test("a reason may lead through what the explorer does not list", () => {
  assert.deepEqual(way(actor), [
    ["sends", "Message"],
    ["improves", "Hours at the port"],
    ["measures", "Faster customs"],
  ]);
});

test("a reason says how many others hold, and how many goals nothing tells apart", () => {
  assert.deepEqual([reason(item).more, reason(item).undecided], [2, 0]);
  assert.deepEqual([reason(actor).more, reason(actor).undecided], [1, 2]);
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
