// @ts-check
/* What a reviewer says of the elements. It stays in this browser until the reviewer downloads it as a file. */
import { Desk } from "./review/desk.js";
import { fillElementBox } from "./review/element_box.js";
import { fillOverview } from "./review/overview.js";
import { OwnComments } from "./review/own_comments.js";
import { isOurs, Store } from "./review/store.js";
import { whenRead } from "./shared/dom.js";

const { words, file } = /** @type {import("./given.d.ts").GivenToReview} */ (given);

function start() {
  const section = document.querySelector("[data-review]");
  const box = section?.querySelector(".ss-review-own");
  if (!(section instanceof HTMLElement && box instanceof HTMLElement) || box.dataset.ready) return;
  box.dataset.ready = "1";
  const { engagement = "", version = "", element = "", title = "", page = "", list = "" } = section.dataset;
  const place = { engagement, version, element, title, page, list };
  const store = new Store(() => localStorage);
  const comments = new OwnComments(store, engagement, file);
  const desk = new Desk(box, place, words[section.dataset.language ?? ""] ?? words.en, comments, store, file);
  if (section.dataset.review === "element") fillElementBox(desk);
  else fillOverview(desk);
  desk.show();
  section.hidden = false;
  box.hidden = false;
  const needs = section.querySelector(".ss-review-needs");
  if (needs instanceof HTMLElement) needs.hidden = true;
  window.addEventListener("storage", (event) => {
    if (!event.key || isOurs(event.key)) desk.show();
  });
}

whenRead(start);
