import assert from "node:assert/strict";
import { test } from "node:test";
import {
  day,
  fileName,
  fileText,
  newComments,
  newId,
  oneLine,
  plainText,
  readComment,
  readComments,
  readFile,
} from "../../../../site/scripts/review/comments.js";
import { commentWith, FORMAT } from "./sample.js";

const PLACE = { engagement: "corridor", version: "1.0" };

test("a sound comment is kept as it is", () => {
  assert.deepEqual(readComment(commentWith(), FORMAT), commentWith());
});

for (const [what, raw] of Object.entries({
  nothing: null,
  "a list": [],
  "an id with something in it": commentWith({ id: 'c0000001"]' }),
  "a stance that is a name of objects": commentWith({ stance: "constructor" }),
  "no element": commentWith({ element: "" }),
  "an element too long": commentWith({ element: "x".repeat(11) }),
  "no moment": commentWith({ when: "yesterday" }),
  nobody: commentWith({ by: "" }),
}))
  test(`${what} is no comment`, () => assert.equal(readComment(raw, FORMAT), null));

test("what is too long is cut, and what is missing filled in", () => {
  const read = readComment({ ...commentWith({ text: "1234567", by: "12345" }), title: undefined }, FORMAT);
  assert.equal(read?.text, "123456");
  assert.equal(read?.by, "1234");
  assert.equal(read?.title, "G1");
});

for (const page of ["javascript:alert(1)//.html", "../../x.html", "//host/x.html", "a.html?x", "https://a/x.html"])
  test(`${page} is no page of the site`, () => assert.equal(readComment(commentWith({ page }), FORMAT)?.page, ""));

test("of a broken text nothing is read, of a long list as much as there may be", () => {
  for (const json of [null, "", "{", "[]", '{"comments": {}}', "7"]) assert.deepEqual(readComments(json, FORMAT), []);
  const many = Array.from({ length: 5 }, (_, number) => commentWith({ id: `c0000000${number}` }));
  assert.equal(readComments(JSON.stringify({ comments: [null, ...many] }), FORMAT).length, FORMAT.maxComments);
});

test("a file that was written can be read back, in its engagement and format only", () => {
  const text = fileText([commentWith()], PLACE, "2026-11-24T00:00:00.000Z", FORMAT);
  assert.deepEqual(readFile(text, "corridor", FORMAT), [commentWith()]);
  assert.equal(readFile(text, "network", FORMAT), "other_engagement");
  assert.equal(readFile(text, "corridor", { ...FORMAT, formatVersion: 4 }), "unreadable");
  assert.equal(readFile("no JSON", "corridor", FORMAT), "unreadable");
});

test("the file says first what it is", () => {
  const text = fileText([], PLACE, "2026-11-24T00:00:00.000Z", FORMAT);
  const keys = ["format", "format_version", "engagement", "version", "exported", "comments"];
  assert.deepEqual(Object.keys(JSON.parse(text)), keys);
  assert.ok(text.endsWith("}\n"));
});

test("a file has a name that every system takes", () => {
  const when = new Date(2026, 10, 3, 12).toISOString();
  assert.equal(fileName("corridor", '张\n三: <a>/"b"?', when), "corridor-comments-张_三_a_b_-2026-11-03.json");
});

test("comments from a file are new, or later than the known ones, and no more than there is room for", () => {
  const later = commentWith({ when: "2026-11-25T08:00:00.000Z" });
  assert.deepEqual(newComments([commentWith()], [later], 1), [later]); // needs no room
  assert.deepEqual(newComments([later], [commentWith()], 3), []);
  const others = ["c00000002", "c00000003"].map((id) => commentWith({ id }));
  assert.deepEqual(newComments([commentWith()], others, 2), [others[0]]);
});

test("as a text, each comment says of what, by whom and when", () => {
  const when = new Date(2026, 10, 3, 12).toISOString();
  const text = plainText([commentWith({ when }), commentWith({ when, text: "", version: "" })], { object: "有异议" });
  assert.equal(text, "提速 (G1) · 有异议 · 张三 · 2026-11-03 · 1.0\n太晚\n\n提速 (G1) · 有异议 · 张三 · 2026-11-03");
});

test("a name is one line of what can be seen", () => {
  assert.equal(oneLine("  张\u202e三 \u200b \n 李\u{e0041} ", FORMAT.invisible), "张三 李");
  assert.equal(oneLine("\u200b\u202e", FORMAT.invisible), "");
});

test("an id fits the pattern whatever chance says, and a day has two digits", () => {
  assert.match(newId(new Uint8Array([0, 35, 36, 255, 9, 10, 71, 72, 1, 2, 3, 4, 5, 6, 7, 8])), /^c[0-9a-z]{16}$/);
  assert.equal(day(new Date(2026, 0, 2, 12).toISOString()), "2026-01-02");
});
