import assert from "node:assert/strict";
import { test } from "node:test";
import { Engine } from "../../../../site/scripts/search/engine.js";

const ENTRIES = [
  {
    location: "flows/a.html",
    title: "订舱（现状）",
    text: "逐家打电话。货主等回复，平均 4.67 天！再填一遍。",
    tags: ["7 流程", "流程"],
  },
  {
    location: "flows/a.html#step-x",
    title: "回复齐了？",
    text: "订舱（现状）",
    tags: ["7 流程", "网关"],
    also: ["a/x"],
  },
  {
    location: "items/b.html",
    title: "订舱",
    text: "a <b> & c",
    also: ["item-booking", "Booking"],
    more: "Fields: container no",
  },
  { location: "indicators/c.html", title: "在线网率 97.7%", also: ["c", "Share online"] },
  { location: "goals/d.html", title: "Rail haul", text: "Trains are faster than the main road.", also: ["rail-haul"] },
  { location: "goals/e.html", title: "Trailers", text: "Bookings by rail." },
  { location: "index.html", title: "Overview", text: "" },
  { location: "index.html#one", title: "First part", text: "customs clearance" },
  { location: "index.html#two", title: "Second part", text: "customs again" },
];
const engine = new Engine(ENTRIES, "訂订艙舱線线網网");
/** @param {string} query */
const found = (query) => engine.search(query).items.map((group) => group[0].location);

test("the very title comes before those that begin so, and those before what is only mentioned", () => {
  assert.deepEqual(found("订舱"), ["items/b.html", "flows/a.html"]);
  assert.deepEqual(found("rail"), ["goals/d.html", "goals/e.html"]);
  assert.deepEqual(found("booking"), ["items/b.html", "goals/e.html"]);
});

test("a piece of a word, another width, traditional characters and signs find the same", () => {
  for (const query of ["网率", "網率", "９７．７％", "97.7%", "在線網率 97.7%", "SHARE-ONLINE"])
    assert.equal(found(query)[0], "indicators/c.html", query);
});

test("an id finds its page and stands in no result", () => {
  const { items } = engine.search("item-booking");
  assert.equal(items[0][0].location, "items/b.html");
  assert.ok(!JSON.stringify({ ...items[0][0], terms: {} }).includes("item-booking"));
});

test("what is not shown is searched", () => {
  const [[result]] = engine.search("container").items;
  assert.equal(result.location, "items/b.html");
  assert.ok(!result.text.includes("container"));
});

test("a short term is no piece of a Latin word", () => {
  assert.deepEqual(found("ai"), []);
  assert.deepEqual(found("aile"), ["goals/e.html"]);
});

test("a result shows the sentence with the term, escaped and marked", () => {
  const [[result]] = engine.search("回复 4.67").items;
  assert.match(
    result.text,
    /<p class="ss-found">… 货主等<mark data-md-highlight>回复<\/mark>，平均 <mark data-md-highlight>4.67<\/mark> 天！再填一遍。/,
  );
  assert.match(engine.search("订舱").items[0][0].text, /a &lt;b&gt; &amp; c/);
});

test("nothing is missing in what has all terms, and what is missing is told where nothing has all", () => {
  assert.deepEqual(engine.search("订舱").items[0][0].terms, { 订舱: true });
  const [[result]] = engine.search("trains zeppelin").items;
  assert.deepEqual([result.location, result.terms], ["goals/d.html", { trains: true, zeppelin: false }]);
});

test("a query that stands nowhere is cut into what does", () => {
  assert.equal(found("订舱网率回复")[0], "flows/a.html");
  assert.equal(found("hauls")[0], "goals/d.html");
});

test("sections stand with their page, one alone for itself", () => {
  const [group] = engine.search("customs").items;
  assert.deepEqual(
    group.map(({ location }) => location),
    ["index.html#one", "index.html#two", "index.html"],
  );
  assert.deepEqual(
    engine.search("回复齐了").items.map((one) => one.length),
    [1],
  );
});

test("the last word is completed", () => {
  assert.deepEqual(engine.search("Rail ha").suggest, ["haul"]);
  assert.deepEqual(engine.search("rail").suggest, ["rail haul"]);
  assert.deepEqual(engine.search("zzz").suggest, []);
});

test("nothing asked, nothing found; signs harm nobody", () => {
  for (const query of ["", "   ", "[", "\\", "(*", "？"]) assert.ok(Array.isArray(engine.search(query).items));
  assert.deepEqual(found(""), []);
});
