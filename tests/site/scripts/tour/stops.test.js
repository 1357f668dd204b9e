import assert from "node:assert/strict";
import { test } from "node:test";
import {
  addressOfStop,
  nearestStop,
  partOfStop,
  stopOfAddress,
  stopOfKey,
} from "../../../../site/scripts/tour/stops.js";

test("an address leads to the stop that it was made for", () => {
  assert.equal(addressOfStop(0), "#stop-1");
  assert.equal(stopOfAddress("#stop-12"), 11);
  for (const other of ["", "#stop-", "#stop-1x", "#mine"]) assert.equal(stopOfAddress(other), null);
});

test("beyond either end is the end", () => {
  assert.deepEqual(
    [-1, 0, 4, 5].map((stop) => nearestStop(stop, 5)),
    [0, 0, 4, 4],
  );
});

test("a stop belongs to the last part that began", () => {
  const firstStops = [0, 3, 3, 7];
  assert.deepEqual(
    [0, 2, 3, 6, 9].map((stop) => partOfStop(firstStops, stop)),
    [0, 0, 2, 2, 3],
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
