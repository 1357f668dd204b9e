import assert from "node:assert/strict";
import { test } from "node:test";
import { countIn } from "../../../../site/scripts/pictures/channels.js";

test("the number of a channel is read from what is told of a mark", () => {
  const said = "e-mail office → system hall · e-mail 4 · system 1";
  assert.equal(countIn(said, "e-mail"), "4");
  assert.equal(countIn(said, "system"), "1");
  assert.equal(countIn(said, "paper"), "");
  assert.equal(countIn(said, ""), "");
});
