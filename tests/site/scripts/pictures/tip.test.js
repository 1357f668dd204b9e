import assert from "node:assert/strict";
import { test } from "node:test";
import { neighboursSaid, tipLines, tipPlace } from "../../../../site/scripts/pictures/tip.js";

const MARKS = ["■", "◆"];

test("a title may have dots in it; each finding has a line", () => {
  assert.deepEqual(tipLines("作业 · 报价 · 下单 · ■ 堵点：慢 · ◆ 断点：重录", ["2 天"], MARKS, "指向它：1"), [
    { tag: "small", text: "作业" },
    { tag: "b", text: "报价 · 下单" },
    { tag: "span", text: "2 天" },
    { tag: "em", text: "■ 堵点：慢" },
    { tag: "em", text: "◆ 断点：重录" },
    { tag: "small", text: "指向它：1" },
  ]);
});

test("what there is nothing to say of has no line", () => {
  assert.deepEqual(tipLines("目标 · 提速", [], MARKS, ""), [
    { tag: "small", text: "目标" },
    { tag: "b", text: "提速" },
  ]);
});

const FIGURE = { left: 100, top: 100, bottom: 700, width: 600 };
const CARD = { width: 200, height: 80 };

test("the card stands below its box, or above where the screen ends, and within the figure", () => {
  const box = { left: 150, top: 200, bottom: 240, width: 50 };
  assert.deepEqual(tipPlace(box, FIGURE, CARD, 900), { left: 50, top: 146 });
  assert.deepEqual(tipPlace(box, FIGURE, CARD, 300), { left: 50, top: 14 });
  assert.equal(tipPlace({ ...box, left: 680 }, FIGURE, CARD, 900).left, 392);
  assert.equal(tipPlace({ ...box, left: 20 }, FIGURE, CARD, 900).left, 8);
});

test("neighbours are said in words, and those that are not there not at all", () => {
  const words = { ledToBy: "led to by {}", leadsTo: "leads to {}" };
  assert.equal(neighboursSaid(2, 1, words), "led to by 2 · leads to 1");
  assert.equal(neighboursSaid(0, 1, words), "leads to 1");
  assert.equal(neighboursSaid(0, 0, words), "");
});
