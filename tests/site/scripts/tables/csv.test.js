import assert from "node:assert/strict";
import { test } from "node:test";
import { csvText, fieldsOf, fileName } from "../../../../site/scripts/tables/csv.js";

test("the file begins with the mark that Excel needs and ends each row as RFC 4180 says", () => {
  assert.equal(
    csvText([
      ["指标", "值"],
      ["G1", "2"],
    ]),
    "\ufeff指标,值\r\nG1,2\r\n",
  );
});

test("quotes, commas and line ends are quoted", () => {
  assert.equal(csvText([['say "x"', "a,b", "a\nb", "plain"]]), '\ufeff"say ""x""","a,b","a\nb",plain\r\n');
});

for (const formula of ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1"])
  test(`${JSON.stringify(formula)} is no formula in a spreadsheet`, () => {
    assert.ok(csvText([[formula]]).startsWith("\ufeff'"));
  });

for (const formula of ["-1%+cmd()", "+1 A1*2", "-5\tx=1"])
  test(`${JSON.stringify(formula)} is none either, though it begins with a number`, () => {
    assert.ok(csvText([[formula]]).startsWith("\ufeff'"));
  });

for (const number of ["-5", "+3.5", "-1,200.5", "-12%", "-75% ± 15.7 分钟", "+3 天", "-4.5 d"])
  test(`${number} stays a number`, () => {
    assert.equal(csvText([[number]]).replace(/"/g, ""), `\ufeff${number}\r\n`);
  });

const NAMES = { unit: "单位", low: "下限", high: "上限", shown: "页面写法" };

test("a number and its unit stand in columns of their own, with all digits", () => {
  const rows = [
    [{ text: "投资" }, { text: "450 亿元", number: "4.5e+10", unit: "元", isPlain: true }],
    [{ text: "用时" }, { text: "7.4 天", number: "177.123456", unit: "小时", isPlain: true }],
    [{ text: "无" }, { text: "" }],
  ];
  assert.deepEqual(fieldsOf(["指标", "值"], rows, NAMES), [
    ["指标", "值", "值 · 单位"],
    ["投资", "45000000000", "元"],
    ["用时", "177.123456", "小时"],
    ["无", "", ""],
  ]);
});

test("ranges have their ends, and what a text says besides its number is kept", () => {
  const rows = [
    [{ text: "7–9 天", number: "8", unit: "天", ends: ["7", "9"], isPlain: true }],
    [{ text: "≤16 小时（2027）", number: "16", unit: "小时", isPlain: false }],
  ];
  assert.deepEqual(fieldsOf(["目标"], rows, NAMES), [
    ["目标", "目标 · 单位", "目标 · 下限", "目标 · 上限", "目标 · 页面写法"],
    ["8", "天", "7", "9", "7–9 天"],
    ["16", "小时", "", "", "≤16 小时（2027）"],
  ]);
});

test("a file is called by its engagement, version, page and table, without what no file may be called", () => {
  assert.equal(fileName(["corridor 1.0", "a/b: c", "", "指标"]), "corridor 1.0 · a b c · 指标.csv");
});
