import assert from "node:assert/strict";
import { test } from "node:test";
import { OwnComments } from "../../../../site/scripts/review/own_comments.js";
import { isOurs, Store } from "../../../../site/scripts/review/store.js";
import { commentWith, FORMAT } from "./sample.js";

/**
 * What browsers give: here over a map, and full after so many things were set.
 * @implements {Storage}
 */
class FakeStorage {
  constructor(room = Number.POSITIVE_INFINITY) {
    /** @type {Map<string, string>} */
    this.map = new Map();
    this.room = room;
  }
  get length() {
    return this.map.size;
  }
  /** @param {number} index */
  key(index) {
    return [...this.map.keys()][index] ?? null;
  }
  /** @param {string} key */
  getItem(key) {
    return this.map.get(key) ?? null;
  }
  /** @param {string} key @param {string} value */
  setItem(key, value) {
    if (this.room-- <= 0) throw new Error("full");
    this.map.set(key, value);
  }
  /** @param {string} key */
  removeItem(key) {
    this.map.delete(key);
  }
  clear() {
    this.map.clear();
  }
}

/** @param {Storage} storage */
const commentsIn = (storage, engagement = "corridor") => new OwnComments(new Store(() => storage), engagement, FORMAT);

test("comments outlive the page, by engagement and version, oldest first", () => {
  const storage = new FakeStorage();
  const later = commentWith({ id: "c00000002", version: "0.9", when: "2026-11-24T08:00:00.000Z" });
  commentsIn(storage).put(later);
  commentsIn(storage).put(commentWith());
  assert.deepEqual(commentsIn(storage).all(), [commentWith(), later]);
  assert.deepEqual(commentsIn(storage, "network").all(), []);
  assert.ok([...storage.map.keys()].every(isOurs));
});

test("a comment said anew replaces the one before; one that is dropped is gone", () => {
  const comments = commentsIn(new FakeStorage());
  comments.put(commentWith());
  comments.put(commentWith({ text: "改了" }));
  assert.deepEqual(comments.all(), [commentWith({ text: "改了" })]);
  comments.drop(commentWith());
  assert.deepEqual(comments.all(), []);
});

test("it tells when there is no more room", () => {
  const comments = commentsIn(new FakeStorage());
  for (let number = 0; number < FORMAT.maxComments; number++) {
    assert.ok(!comments.isFull);
    comments.put(commentWith({ id: `c0000000${number}` }));
  }
  assert.ok(comments.isFull);
});

test("where the browser refuses, comments stay as long as the page", () => {
  for (const storage of [
    () => new FakeStorage(0),
    () => {
      throw new Error("no storage for files");
    },
  ]) {
    const store = new Store(storage);
    const comments = new OwnComments(store, "corridor", FORMAT);
    comments.put(commentWith());
    comments.name = "张三";
    assert.ok(!store.works);
    assert.deepEqual(comments.all(), [commentWith()]);
    assert.equal(comments.name, "张三");
  }
});

test("what others kept in the storage is neither read nor spoilt", () => {
  const storage = new FakeStorage();
  storage.setItem("of/corridor/1.0", "theirs");
  storage.setItem("sevenstep.review/of/corridor/1.0", "{broken");
  assert.deepEqual(commentsIn(storage).all(), []);
  commentsIn(storage).put(commentWith());
  assert.equal(storage.getItem("of/corridor/1.0"), "theirs");
  assert.deepEqual(commentsIn(storage).all(), [commentWith()]);
});

test("a storage that fails later is not asked again, and nothing said since is lost", () => {
  const store = new Store(() => new FakeStorage(2));
  const comments = new OwnComments(store, "corridor", FORMAT);
  comments.put(commentWith());
  assert.ok(store.works);
  comments.put(commentWith({ id: "c00000002" }));
  assert.ok(!store.works);
  assert.equal(comments.all().length, 2);
});
