import assert from "node:assert/strict";
import { test } from "node:test";
import { readElements } from "../../../../site/scripts/explorer/chain.js";
import { addressOf, elementOfAddress, fitting, queryOfAddress } from "../../../../site/scripts/explorer/query.js";
import { CHAIN } from "./sample.js";

const ELEMENTS = readElements(CHAIN);
const EVERYTHING = queryOfAddress("");

/** @param {Partial<import("../../../../site/scripts/explorer/query.js").Query>} query */
const found = (query) => fitting(ELEMENTS, { ...EVERYTHING, ...query }).map(({ id }) => id);

test("an address brings back what was looked for, and where", () => {
  const query = { words: "订舱 & more", steps: [2, 6], domain: "D", actor: "A1", status: "0", hasFinding: true };
  const address = addressOf(query, ELEMENTS[2]);
  assert.deepEqual(queryOfAddress(address), query);
  assert.equal(elementOfAddress(address), "I1");
});

test("what is not asked for is not in the address", () => {
  assert.equal(addressOf(EVERYTHING), "#");
  assert.equal(addressOf({ ...EVERYTHING, steps: [1] }), "#step=1");
  assert.equal(elementOfAddress("#q=x"), null);
});

test("each filter narrows", () => {
  assert.deepEqual(found({}), ["G1", "N1", "I1", "A1"]);
  assert.deepEqual(found({ steps: [1, 6] }), ["G1", "I1"]);
  assert.deepEqual(found({ actor: "A1" }), ["I1", "A1"]);
  assert.deepEqual(found({ status: "1" }), ["G1"]);
  assert.deepEqual(found({ hasFinding: true }), ["N1"]);
  assert.deepEqual(found({ words: "item 订" }), ["I1"]);
  assert.deepEqual(found({ words: "ITEM", actor: "A1", steps: [3] }), []);
});

test("a filter for an element that is gone filters nothing", () => {
  assert.deepEqual(found({ domain: "gone" }).length, 4);
});
