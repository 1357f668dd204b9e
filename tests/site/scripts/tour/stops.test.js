import assert from "node:assert/strict";
import { test } from "node:test";
import {
  addressOfPlace,
  nearestStop,
  placeOfAddress,
  stepsOfSwipe,
  stopOfKey,
} from "../../../../site/scripts/tour/stops.js";

test("an address leads to the place that it was made for", () => {
  /** @type {import("../../../../site/scripts/tour/stops.js").Place[]} */
  const places = [
    { line: "stop", at: 0 },
    { line: "detail", at: 11 },
  ];
  for (const place of places) assert.deepEqual(placeOfAddress(addressOfPlace(place)), place);
  assert.deepEqual(placeOfAddress("#stop-12"), { line: "stop", at: 11 });
  for (const other of ["", "#stop-", "#stop-1x", "#mine", "#details-1"]) assert.equal(placeOfAddress(other), null);
});

test("beyond either end is the end", () => {
  assert.deepEqual(
    [-1, 0, 4, 5].map((stop) => nearestStop(stop, 5)),
    [0, 0, 4, 4],
  );
});

test("keys lead on, back and to both ends; other keys nowhere", () => {
  assert.equal(stopOfKey("PageDown", 2, 9), 3);
  assert.equal(stopOfKey("ArrowLeft", 2, 9), 1);
  assert.equal(stopOfKey("Home", 2, 9), 0);
  assert.equal(stopOfKey("End", 2, 9), 8);
  assert.equal(stopOfKey("x", 2, 9), null);
  assert.equal(stopOfKey("constructor", 2, 9), null);
});

test("a finger that goes sideways turns, one that goes up or down does not", () => {
  assert.equal(stepsOfSwipe(-120, 20), 1);
  assert.equal(stepsOfSwipe(120, -20), -1);
  assert.equal(stepsOfSwipe(-30, 0), 0);
  assert.equal(stepsOfSwipe(-120, 90), 0);
});
