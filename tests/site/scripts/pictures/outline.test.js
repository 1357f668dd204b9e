import assert from "node:assert/strict";
import { test } from "node:test";
import { outlineOf } from "../../../../site/scripts/pictures/outline.js";

/** @param {string} name @param {string} classes @param {string} said @param {number[]} place @param {[string, string][]} written */
const shape = (name, classes, said, [left, top, width = 10, height = 10], written = []) => ({
  name,
  classes: classes.split(" "),
  said,
  written: written.map(([style, text]) => ({ style, text })),
  url: said && `${name}.html`,
  area: { left, top, right: left + width, bottom: top + height },
});
/** @param {string} from @param {string} to @param {string} classes @param {[string, string][]} written */
const line = (from, to, classes = "", written = [], top = 0) => ({
  from,
  to,
  classes: classes.split(" "),
  written: written.map(([style, text]) => ({ style, text })),
  top,
});
/** @param {ReturnType<typeof outlineOf>} sections */
const titles = (sections) => sections.map(({ title, items }) => [title, items.map((item) => item.title)]);

test("items stand under the head of their column, from top to bottom, and say where they lead", () => {
  const shapes = [
    shape("h2", "step-head", "", [100, 4, 10, 0], [["title", "指标"]]),
    shape(
      "h1",
      "step-head",
      "",
      [0, 0, 10, 30],
      [
        ["title", "战略"],
        ["title", "目标"],
      ],
    ),
    shape("b", "step1", "Goal · Under", [0, 60]),
    shape(
      "a",
      "step1",
      "Goal · Upper · ■ stuck",
      [0, 40],
      [
        ["title", "Upper"],
        ["mark", "■1"],
        ["note", "by 2027"],
      ],
    ),
    shape("i", "step2", "Indicator · Time", [100, 50]),
    shape("l", "step2 legend", "Indicator · none", [100, 90]),
  ];
  const sections = outlineOf(shapes, [line("a", "i"), line("a", "i"), line("l", "i")], ["■"]);
  assert.deepEqual(titles(sections), [
    ["战略目标", ["Upper", "Under"]],
    ["指标", ["Time"]],
  ]);
  const [upper, under] = sections[0].items;
  assert.deepEqual([upper.url, upper.notes, upper.marks, upper.leads], ["a.html", ["by 2027"], "■1", ["Time"]]);
  assert.deepEqual(under.leads, []);
});

test("columns follow one another from left to right, however many lines their heads have", () => {
  const heads = [0, 100, 200].map((left, at) =>
    shape(`h${at}`, "step-head", "", [left, at === 1 ? 0 : 12, 10, 0], [["title", `H${at}`]]),
  );
  const items = [0, 100, 200].map((left, at) => shape(`i${at}`, "step1", `Kind · I${at}`, [left, 60]));
  assert.deepEqual(
    outlineOf([...heads, ...items], [], []).map(({ title }) => title),
    ["H0", "H1", "H2"],
  );
});

test("what stands on a shelf belongs to the box that the shelf hangs on", () => {
  const shapes = [
    shape("shelf", "shelf", "", [50, 0, 100, 100]),
    shape("goal", "step1", "Goal · G", [0, 0]),
    shape("two", "step2", "Indicator · Two", [60, 40]),
    shape("one", "step2", "Indicator · One", [60, 10]),
    shape("alone", "step1", "Goal · Without", [0, 200]),
  ];
  const sections = outlineOf(shapes, [line("goal", "shelf")], []);
  assert.deepEqual(titles(sections), [
    ["G", ["One", "Two"]],
    ["", ["Without"]],
  ]);
  assert.equal(sections[0].url, "goal.html");
});

test("a grid is told row by row", () => {
  const mark = (/** @type {string} */ said) => shape(said, "grid-mark", said, [0, 0]);
  const sections = outlineOf(
    [mark("A → B · mail 4 · system 1"), mark("C → A · mail 1"), mark("A → C · paper 2")],
    [],
    [],
  );
  assert.deepEqual(titles(sections), [
    ["A", ["B", "C"]],
    ["C", ["A"]],
  ]);
  assert.deepEqual(sections[0].items[0].notes, ["mail 4 · system 1"]);
  assert.deepEqual(titles(outlineOf([mark("Item · Data · writes: x")], [], [])), [["Item", ["Data"]]]);
});

test("exchanges are told in their turn, with who gives and who takes", () => {
  const shapes = [shape("a", "step4", "Actor · Shipper", [0, 0]), shape("b", "step4", "Actor · Agent", [50, 0])];
  const sent = [
    line("b", "a", "exchange", [["name", "2 answer"]], 50),
    line(
      "a",
      "b",
      "exchange",
      [
        ["name", "1 order"],
        ["note", "mail"],
      ],
      20,
    ),
  ];
  const [{ items }] = outlineOf(shapes, sent, []);
  assert.deepEqual(
    items.map(({ title, notes }) => [title, ...notes]),
    [
      ["1 order", "Shipper → Agent", "mail"],
      ["2 answer", "Agent → Shipper"],
    ],
  );
});

test("a title keeps its dots, and loses what is written below it or leads on", () => {
  const flow = shape(
    "f",
    "work",
    "Flow · Transit · Port · reads papers · 2 → papers",
    [0, 0],
    [["fact", "reads papers"]],
  );
  assert.deepEqual(titles(outlineOf([flow], [], [])), [["", ["Transit · Port"]]]);
});

test("an arrow that nearly every item has is told of none", () => {
  const items = ["a", "b", "c", "d"].map((name, row) => shape(name, "step4", `Actor · ${name}`, [0, 20 * row]));
  const lines = [line("a", "d"), line("b", "d"), line("c", "d"), line("a", "b")];
  const [section] = outlineOf(items.slice(0, 3).concat(items[3]), lines, []);
  assert.deepEqual(
    section.items.map(({ leads }) => leads),
    [["d", "b"], ["d"], ["d"], []],
  );
  const hub = outlineOf([...items, shape("e", "step4", "Actor · e", [0, 99])], [...lines, line("e", "d")], []);
  assert.deepEqual(
    hub[0].items.map(({ leads }) => leads),
    [["b"], [], [], [], []],
  );
});
