import assert from "node:assert/strict";
import { test } from "node:test";
import { csvText } from "../../../../site/scripts/tables/csv.js";

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

for (const number of ["-5", "+3.5", "-1,200.5", "-12%"])
  test(`${number} stays a number`, () => {
    assert.equal(csvText([[number]]).replace(/"/g, ""), `\ufeff${number}\r\n`);
  });
