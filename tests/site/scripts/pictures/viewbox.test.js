import assert from "node:assert/strict";
import { test } from "node:test";
import { boxOf, centred, inPicture, middleOf, moved, zoomed } from "../../../../site/scripts/pictures/viewbox.js";

const WHOLE = boxOf("0 0 2000 1000");

test("what is zoomed around stays where it is", () => {
  const around = { x: 500, y: 250 };
  const near = zoomed(WHOLE, WHOLE, 0.5, around);
  assert.deepEqual(near, [250, 125, 1000, 500]);
  assert.equal((around.x - near[0]) / near[2], around.x / WHOLE[2]);
});

test("without a point, the middle stays", () => {
  assert.deepEqual(middleOf(zoomed(WHOLE, WHOLE, 0.25)), middleOf(WHOLE));
});

test("no farther than the whole picture, wherever one had moved to, and no nearer than a twentieth", () => {
  const aside = moved(zoomed(WHOLE, WHOLE, 0.5), 3, 3);
  assert.deepEqual(zoomed(WHOLE, aside, 100), WHOLE);
  assert.equal(zoomed(WHOLE, WHOLE, 0.0001)[2], 100);
});

test("moving goes by parts of what is seen", () => {
  assert.deepEqual(moved([100, 100, 200, 50], 0.5, -1), [200, 50, 200, 50]);
});

test("a part that is gone to is in the middle, and wide enough to be read", () => {
  const box = centred(WHOLE, WHOLE, { x: 1500, y: 200 });
  assert.deepEqual(box, [1050, -25, 900, 450]);
  assert.deepEqual(centred(WHOLE, [0, 0, 300, 150], { x: 150, y: 75 }), [0, 0, 300, 150]); // near already
});

test("a point of the screen is found in the picture", () => {
  const frame = { x: 10, y: 20, width: 400, height: 200 };
  assert.deepEqual(inPicture([1000, 500, 200, 100], frame, { x: 210, y: 120 }), { x: 1100, y: 550 });
});
