// @ts-check
/* Handing comments over: as a file, or as a text for a message. */
import { button, make, saveFile } from "../shared/dom.js";
import { fileName, fileText, plainText } from "./comments.js";

/** @param {import("./desk.js").Desk} desk */
export function download(desk) {
  const { comments, place, format } = desk;
  const all = comments.all();
  const now = new Date().toISOString();
  const name = fileName(place.engagement, comments.name || all[all.length - 1]?.by || "", now);
  saveFile(name, new Blob([fileText(all, place, now, format)], { type: "application/json" }));
  comments.saved = now;
  desk.show();
  desk.tell(desk.say("downloaded", { file: name }));
}

/** @param {import("./desk.js").Desk} desk */
export function copyButton(desk) {
  const { words, comments } = desk;
  return button(words.copy, () => {
    const text = plainText(comments.all(), words);
    const byHand = () => showToCopy(desk, text);
    if (navigator.clipboard) navigator.clipboard.writeText(text).then(() => desk.tell(words.copied), byHand);
    else byHand();
  });
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {string} text
 */
function showToCopy(desk, text) {
  const label = desk.words.copy;
  const known = desk.box.querySelector("textarea.ss-review-plain");
  const area =
    known instanceof HTMLTextAreaElement
      ? known
      : make("textarea", {
          class: "ss-review-plain",
          readonly: true,
          rows: "8",
          "aria-label": label,
        });
  area.value = text;
  desk.box.append(area);
  area.focus();
  area.select();
  desk.tell(desk.words.copy_by_hand);
}
