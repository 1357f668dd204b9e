import assert from "node:assert/strict";
import { test } from "node:test";
import {
  moreAt,
  scaleOnPage,
  scaleOnScreen,
  scaleWithin,
  scrolledAround,
} from "../../../../site/scripts/pictures/scale.js";

const ROOM = { width: 1000, height: 600 };

test("on a page a picture is as wide as there is room, never larger than drawn, and never too small to read", () => {
  assert.equal(scaleOnPage({ width: 1100, height: 4000 }, ROOM, 0.8), 1000 / 1100);
  assert.equal(scaleOnPage({ width: 400, height: 100 }, ROOM, 0.8), 1);
  assert.equal(scaleOnPage({ width: 4000, height: 100 }, ROOM, 0.8), 0.8);
  assert.equal(scaleOnPage({ width: 400, height: 100 }, ROOM, 1.1), 1.1);
});

test("on a whole screen a picture is shown whole where its words can be read", () => {
  assert.equal(scaleOnScreen({ width: 500, height: 200 }, ROOM, 1.1), 2);
  assert.equal(scaleOnScreen({ width: 100, height: 20 }, ROOM, 1.1), 3);
  assert.equal(scaleOnScreen({ width: 1000, height: 700 }, ROOM, 0.8), 600 / 700);
});

test("a high picture is wide rather than whole, a very wide one readable", () => {
  assert.equal(scaleOnScreen({ width: 500, height: 6000 }, ROOM, 1.1), 1.5);
  assert.equal(scaleOnScreen({ width: 800, height: 6000 }, ROOM, 1.1), 1.25);
  assert.equal(scaleOnScreen({ width: 8000, height: 300 }, ROOM, 1.1), 1.1);
});

test("farther ends where all is seen, nearer at eight times", () => {
  const picture = { width: 4000, height: 1000 };
  assert.equal(scaleWithin(0.01, 1.1, picture, ROOM, 1.1), 0.25);
  assert.equal(scaleWithin(100, 1.1, picture, ROOM, 1.1), 8.8);
  assert.equal(scaleWithin(2, 1.1, picture, ROOM, 1.1), 2);
  assert.equal(scaleWithin(0.1, 1, { width: 100, height: 100 }, ROOM, 1), 1);
});

test("what is zoomed around stays where it is", () => {
  // the point at 150 of the content is seen at 50; at twice the size it is at 300, and still seen at 50
  assert.deepEqual(scrolledAround({ x: 100, y: 0 }, { x: 50, y: 10 }, 2), { x: 250, y: 10 });
});

test("a sign stands only at the edges where the picture goes on", () => {
  const all = { width: 3000, height: 600 };
  assert.deepEqual(moreAt({ x: 0, y: 0 }, ROOM, all), { left: false, right: true, above: false, below: false });
  assert.deepEqual(moreAt({ x: 2000, y: 0 }, ROOM, all), { left: true, right: false, above: false, below: false });
  assert.deepEqual(moreAt({ x: 0, y: 0 }, ROOM, { width: 1002, height: 603 }), {
    left: false,
    right: false,
    above: false,
    below: false,
  });
});
