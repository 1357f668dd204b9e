import assert from "node:assert/strict";
import { test } from "node:test";
import { folded, simplifiedForms } from "../../../../site/scripts/search/folding.js";

const FORMS = simplifiedForms("訂订艙舱廳厅");
/** @param {string} text */
const fold = (text) => folded(text, FORMS).text;

test("widths, cases and traditional characters are one", () => {
  assert.equal(fold("ＴＥＵ（標箱）"), "teu標箱");
  assert.equal(fold("訂艙配載"), "订舱配載");
  assert.equal(fold("Ｇ１．２"), "g1 2");
});

test("signs and blanks separate Latin words only", () => {
  for (const text of ["path-booking", "Path  Booking", "path_booking", "path/booking", "“path” booking?"])
    assert.equal(fold(text), "path booking");
  assert.equal(fold("“一单制” 试点"), fold("一单制试点"));
  assert.equal(fold("5 天 内"), "5天内");
  assert.equal(fold("占 97.7%"), "占97 7%");
});

test("nothing but signs is compared by these", () => {
  assert.equal(fold(" ？！ "), "?!");
  assert.equal(fold("   "), "");
});

test("each character knows where it comes from", () => {
  const text = "ﬁne – 訂 Ａ";
  const { text: said, starts, ends } = folded(text, FORMS);
  assert.equal(said, "fine订a");
  assert.deepEqual(
    [...said].map((_, at) => text.slice(starts[at], ends[at])),
    ["ﬁ", "ﬁ", "n", "e", "訂", "Ａ"],
  );
});
