// @ts-check
/* The page with all comments of this reviewer: to look through, to hand over, to read back. */
import { button, make } from "../shared/dom.js";
import { day, newComments, readFile } from "./comments.js";
import { Form } from "./form.js";
import { copyButton, download } from "./handing_over.js";

/** @typedef {import("./comments.js").Comment} Comment */
/** @typedef {import("./desk.js").Desk} Desk */

/** @param {Desk} desk */
export function fillOverview(desk) {
  const { words, comments } = desk;
  const list = make("ul", { class: "ss-note-list" });
  const none = make("p", { class: "ss-hint" }, words.none);
  const bar = make("p", { class: "ss-review-buttons" });
  const note = make("p", { class: "ss-hint" });
  const form = new Form(desk);
  const opener = openerOf(desk);

  desk.show = () => {
    const all = comments.all();
    list.replaceChildren(
      ...all.reverse().map((comment) => desk.card(comment, aboutOf(comment), desk.acts(comment, form))),
    );
    none.hidden = Boolean(all.length);
    list.hidden = !all.length;
    bar.replaceChildren(...(all.length ? handingOver(desk, all.length) : []), opener);
    note.textContent = standing(desk, all);
  };
  const whole = make("p", { class: "ss-review-whole" }, words.whole);
  desk.box.append(whole, form.node, desk.status, bar, note, none, list);
}

/** @param {Comment} comment */
function aboutOf(comment) {
  const title = `${comment.title} `;
  return comment.page ? make("a", { href: `${comment.page}#review` }, title) : make("span", {}, title);
}

/**
 * @param {Desk} desk
 * @param {number} count
 */
function handingOver(desk, count) {
  const save = button(desk.say("download_all", { count }), () => download(desk), { class: "ss-review-main" });
  return [save, copyButton(desk)];
}

/**
 * What of the comments was downloaded.
 * @param {Desk} desk
 * @param {Comment[]} all
 */
function standing(desk, all) {
  const { words, store, comments } = desk;
  if (!store.works) return words.refused;
  if (!all.length) return location.protocol === "file:" ? words.file_hint : "";
  const saved = comments.saved;
  if (!saved) return words.not_sent;
  const count = all.filter((comment) => comment.when > saved).length;
  return count ? desk.say("fresh", { count, day: day(saved) }) : desk.say("sent", { day: day(saved) });
}

/**
 * The button that reads a file of comments back.
 * @param {Desk} desk
 */
function openerOf(desk) {
  const input = make("input", {
    type: "file",
    id: "ss-review-file",
    accept: ".json,application/json",
    class: "ss-review-file",
  });
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    if (!file) return;
    if (file.size > desk.format.maxBytes) {
      desk.tell(desk.words.unreadable);
      return;
    }
    const reader = new FileReader();
    reader.addEventListener("load", () => {
      takeIn(desk, String(reader.result));
      input.value = "";
    });
    reader.addEventListener("error", () => desk.tell(desk.words.unreadable));
    reader.readAsText(file);
  });
  const label = make("span", {}, desk.words.open_file);
  return make("label", { for: "ss-review-file", class: "ss-review-open" }, input, label);
}

/**
 * @param {Desk} desk
 * @param {string} content
 */
function takeIn(desk, content) {
  const { comments, place, format, words } = desk;
  const read = readFile(content, place.engagement, format);
  if (typeof read === "string") {
    desk.tell(words[read]);
    return;
  }
  const known = comments.all();
  const taken = newComments(known, read, format.maxComments);
  for (const comment of taken) {
    const earlier = known.find((mine) => mine.id === comment.id);
    if (earlier) comments.drop(earlier);
    comments.put(comment);
  }
  desk.show();
  desk.tell(desk.say("taken", { count: taken.length }));
}
