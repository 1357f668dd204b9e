// @ts-check
/* The reviewer's own comments on an engagement, by the version that they are about. */
import { readComments } from "./comments.js";

/** @typedef {import("./comments.js").Comment} Comment */
/** @typedef {import("./store.js").Store} Store */

export class OwnComments {
  /**
   * @param {Store} store
   * @param {string} engagement
   * @param {import("../given.d.ts").CommentsFileFormat} format
   */
  constructor(store, engagement, format) {
    /** @private */
    this.store = store;
    /** @private */
    this.format = format;
    /** @private */
    this.folder = `of/${engagement}/`;
    /** @private */
    this.savedKey = `saved/${engagement}`;
  }

  /** All of them, oldest first. */
  all() {
    return this.store
      .keys(this.folder)
      .flatMap((key) => this.of(key.slice(this.folder.length)))
      .sort((first, second) => (first.when < second.when ? -1 : Number(first.when > second.when)));
  }

  get isFull() {
    return this.all().length >= this.format.maxComments;
  }

  /** @param {Comment} comment */
  put(comment) {
    this.keep(comment.version, [...this.without(comment), comment]);
  }

  /** @param {Comment} comment */
  drop(comment) {
    this.keep(comment.version, this.without(comment));
  }

  /** The reviewer's name; empty where it was not said yet. */
  get name() {
    return (this.store.get("name") ?? "").slice(0, this.format.maxLengths.by).trim();
  }

  set name(name) {
    this.store.set("name", name);
  }

  /** When they were downloaded last; empty: never. */
  get saved() {
    return this.store.get(this.savedKey) ?? "";
  }

  set saved(when) {
    this.store.set(this.savedKey, when);
  }

  /**
   * @private
   * @param {string} version
   */
  of(version) {
    return readComments(this.store.get(this.folder + version), this.format).map((comment) => ({ ...comment, version }));
  }

  /**
   * @private
   * @param {Comment} comment
   */
  without(comment) {
    return this.of(comment.version).filter((kept) => kept.id !== comment.id);
  }

  /**
   * @private
   * @param {string} version
   * @param {Comment[]} comments
   */
  keep(version, comments) {
    this.store.set(this.folder + version, JSON.stringify({ comments }));
  }
}
