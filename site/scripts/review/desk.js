// @ts-check
/* What all parts of reviewing share: where one is, the words, the comments, and the line that says what happened. */
import { button, make } from "../shared/dom.js";
import { filled } from "../shared/words.js";
import { day } from "./comments.js";

/** @typedef {import("./comments.js").Comment} Comment */
/**
 * @typedef {object} Place the element that the page is about
 * @property {string} engagement
 * @property {string} version
 * @property {string} element
 * @property {string} title
 * @property {string} page
 * @property {string} list the address of the page with all comments
 */

export class Desk {
  /**
   * @param {HTMLElement} box
   * @param {Place} place
   * @param {Record<string, string>} words
   * @param {import("./own_comments.js").OwnComments} comments
   * @param {import("./store.js").Store} store
   * @param {import("../given.d.ts").CommentsFileFormat} format
   */
  constructor(box, place, words, comments, store, format) {
    this.box = box;
    this.place = place;
    this.words = words;
    this.comments = comments;
    this.store = store;
    this.format = format;
    this.status = make("p", {
      class: "ss-review-status",
      id: "ss-review-status",
      role: "status",
      "aria-live": "polite",
    });
    /** Shows the comments anew. */
    this.show = () => {};
  }

  /**
   * @param {string} word
   * @param {Record<string, string | number>} values
   */
  say(word, values = {}) {
    return filled(this.words[word] ?? word, values);
  }

  /**
   * Tells what has happened, also to those who cannot see it.
   * @param {string} message
   * @param {HTMLElement | null} action
   */
  tell(message, action = null) {
    this.status.replaceChildren(message, ...(action ? [action] : []));
    this.status.classList.remove("ss-is-wrong");
  }

  /** @param {string} message */
  tellWrong(message) {
    this.tell(message);
    this.status.classList.add("ss-is-wrong");
  }

  /**
   * A button that looks like a link.
   * @param {string} word
   * @param {() => void} act
   * @param {import("../shared/dom.js").Attributes} attributes
   */
  link(word, act, attributes = {}) {
    return button(this.words[word], act, {
      class: "ss-review-link",
      ...attributes,
    });
  }

  /**
   * @param {Comment} comment
   * @param {HTMLElement | null} about
   * @param {(HTMLElement | null)[]} acts
   */
  card(comment, about, acts) {
    const facts = [comment.by, day(comment.when)];
    if (comment.version && comment.version !== this.place.version)
      facts.push(this.say("version", { version: comment.version }));
    if (isReceived(comment)) facts.push(this.words.received);
    return make(
      "li",
      { class: `ss-note-card ss-is-${comment.stance}` },
      make(
        "p",
        { class: "ss-note-head" },
        make("b", {}, this.words[comment.stance]),
        make("span", {}, facts.join(" · ")),
        about,
        make("span", { class: "ss-note-acts" }, ...acts),
      ),
      comment.text ? make("p", { class: "ss-note-text" }, comment.text) : null,
    );
  }

  /**
   * The buttons of one's own comment.
   * @param {Comment} comment
   * @param {import("./form.js").Form} form
   */
  acts(comment, form) {
    const isHere = comment.element === this.place.element && comment.version === this.place.version;
    const remove = () => {
      form.close();
      this.remove(comment);
    };
    return [
      isHere ? this.link("edit", () => form.edit(comment)) : null,
      this.link("delete", remove, {
        "aria-label": `${this.words.delete} ${comment.title}`,
      }),
    ];
  }

  /** @param {Comment} comment */
  remove(comment) {
    this.comments.drop(comment);
    this.show();
    const undo = this.link("undo", () => {
      this.comments.put(comment);
      this.show();
      this.tell(this.words.restored);
    });
    this.tell(this.words.deleted, undo);
    undo.focus();
  }
}

/**
 * Whether the pages show this comment already as a note of the model, in this wording or a later one.
 * @param {Comment} comment
 */
export function isReceived(comment) {
  /** @type {NodeListOf<HTMLElement>} */
  const notes = document.querySelectorAll("[data-note]");
  const second = (/** @type {string} */ when) => when.slice(0, "2026-11-23T10:15:00".length);
  return Array.from(notes).some(
    ({ dataset: { note = "", when = "" } }) =>
      note.split("-")[0] === comment.id && second(when) >= second(comment.when),
  );
}
