// @ts-check
/* The form in which a reviewer says something of the element of this page. */
import { button, find, make } from "../shared/dom.js";
import { newId, oneLine } from "./comments.js";

/** @typedef {import("./comments.js").Comment} Comment */

export class Form {
  /** @param {import("./desk.js").Desk} desk */
  constructor(desk) {
    const { words, format } = desk;
    /** @private */
    this.desk = desk;
    /** @private @type {Comment | null} */
    this.editing = null;
    this.area = make("textarea", {
      id: "ss-review-text",
      rows: "3",
      maxlength: String(format.maxLengths.text),
    });
    this.label = make("label", { for: "ss-review-text" });
    this.who = make("input", {
      id: "ss-review-name",
      type: "text",
      maxlength: String(format.maxLengths.by),
      autocomplete: "name",
    });
    this.whoRow = make("p", { class: "ss-review-who" }, make("label", { for: "ss-review-name" }, words.name), this.who);
    this.asRow = make("p", { class: "ss-review-as" });
    this.choices = make("div", {
      class: "ss-review-choices",
      role: "radiogroup",
      "aria-label": words.what,
    });
    this.choices.append(...format.stances.map((stance) => this.choiceOf(stance)));
    const cancel = button(words.cancel, () => {
      this.close();
      desk.tell("");
    });
    this.more = make(
      "div",
      { class: "ss-review-more", hidden: true },
      this.label,
      this.area,
      this.whoRow,
      this.asRow,
      make(
        "p",
        { class: "ss-review-buttons" },
        make("button", { type: "submit", class: "ss-review-main" }, words.save),
        cancel,
      ),
    );
    this.node = make("form", { class: "ss-review-form" }, this.choices, this.more);
    this.listen();
  }

  /**
   * Opens a comment of one's own to be changed.
   * @param {Comment} comment
   */
  edit(comment) {
    this.editing = comment;
    find(this.node, `input[value=${comment.stance}]`, HTMLInputElement).checked = true;
    this.area.value = comment.text;
    this.open();
    this.area.focus();
  }

  close() {
    this.editing = null;
    this.node.reset();
    this.markNothing();
    this.more.hidden = true;
  }

  /**
   * @private
   * @param {string} stance
   */
  choiceOf(stance) {
    const radio = make("input", {
      type: "radio",
      name: "ss-stance",
      value: stance,
    });
    radio.addEventListener("change", () => this.open());
    return make("label", { class: `ss-is-${stance}` }, radio, make("span", {}, this.desk.words[stance]));
  }

  /** @private */
  listen() {
    this.node.addEventListener("submit", (event) => {
      event.preventDefault();
      this.save();
    });
    this.area.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      this.save();
    });
    window.addEventListener("beforeunload", (event) => {
      if (!this.isUnsaved) return;
      event.preventDefault();
      event.returnValue = "";
    });
  }

  /** @private */
  get stance() {
    return this.choices.querySelector("input:checked")?.getAttribute("value") ?? "";
  }

  /** @private */
  get isUnsaved() {
    const typed = this.area.value.trim();
    return !this.more.hidden && typed !== "" && this.editing?.text !== typed;
  }

  /** @private */
  open() {
    const { words, comments } = this.desk;
    this.more.hidden = false;
    this.label.textContent = this.stance === "agree" ? words.text_optional : words[`text_${this.stance}`];
    this.whoRow.hidden = Boolean(comments.name);
    this.asRow.hidden = !this.whoRow.hidden;
    const rename = this.desk.link("rename", () => {
      this.who.value = comments.name;
      this.whoRow.hidden = false;
      this.asRow.hidden = true;
      this.who.focus();
    });
    this.asRow.replaceChildren(`${this.desk.say("as", { name: comments.name })} `, rename);
  }

  /** @private */
  markNothing() {
    this.area.removeAttribute("aria-invalid");
    this.who.removeAttribute("aria-invalid");
  }

  /**
   * @private
   * @param {HTMLElement} field
   * @param {string} message
   */
  miss(field, message) {
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", "ss-review-status");
    field.focus();
    this.desk.tellWrong(message);
  }

  /** @private */
  save() {
    const { comments, words, place, store, format } = this.desk;
    const stance = this.stance;
    const by = this.whoRow.hidden ? comments.name : oneLine(this.who.value, format.invisible);
    const text = this.area.value.trim();
    this.markNothing();
    if (!stance) return;
    if (stance !== "agree" && !text) {
      this.miss(this.area, words.need_text);
      return;
    }
    if (!by) {
      this.whoRow.hidden = false;
      this.miss(this.who, words.need_name);
      return;
    }
    if (!this.editing && comments.isFull) {
      this.desk.tell(words.too_many);
      return;
    }
    const { element, title, version, page } = place;
    const id = this.editing?.id ?? newId(crypto.getRandomValues(new Uint8Array(16)));
    comments.name = by;
    comments.put({
      id,
      element,
      title,
      stance,
      text,
      by,
      when: new Date().toISOString(),
      version,
      page,
    });
    this.close();
    this.desk.show();
    this.desk.tell(store.works ? words.saved : words.not_kept);
    find(this.choices, "input", HTMLInputElement).focus({
      preventScroll: true,
    });
  }
}
