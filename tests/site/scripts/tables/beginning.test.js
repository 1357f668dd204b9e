import assert from "node:assert/strict";
import { test } from "node:test";
import { cutWhere } from "../../../../site/scripts/tables/beginning.js";

test("a table is cut where more than a few rows would be folded away", () => {
  assert.deepEqual(cutWhere(6), []);
  assert.deepEqual(cutWhere(7), ["ss-first-phone"]);
  assert.deepEqual(cutWhere(13), ["ss-first-phone"]);
  assert.deepEqual(cutWhere(14), ["ss-first-screen", "ss-first-phone"]);
});
