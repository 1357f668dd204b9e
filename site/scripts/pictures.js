// @ts-check
/* Pictures: pan and zoom; the neighbours of a box; finding, full screen, saving. By mouse, touch, keyboard. */
import { countByChannel } from "./pictures/channels.js";
import { Drawing } from "./pictures/drawing.js";
import { fetchShown } from "./pictures/later.js";
import { listOnPhones } from "./pictures/list.js";
import { listenToPointing } from "./pictures/pointing.js";
import { savePng } from "./pictures/saving.js";
import { View } from "./pictures/view.js";
import { toggleFullScreen, whenRead } from "./shared/dom.js";

/** From how many boxes on a picture can be searched. */
const SEARCHED_FROM = 6;
const { findingMarks, words } = /** @type {import("./given.d.ts").GivenToPictures} */ (given);
const said = { findingMarks, ...(words[document.documentElement.lang] ?? words.en) };

/** @param {HTMLElement} figure */
function makeReady(figure) {
  const picture = figure.querySelector(".ss-canvas svg");
  const canvas = figure.querySelector(".ss-canvas");
  if (!(picture instanceof SVGSVGElement && canvas instanceof HTMLElement) || canvas.dataset.ready) return;
  canvas.dataset.ready = "1";
  figure.classList.toggle("has-lanes", picture.querySelector(".lane-head") !== null);
  const view = new View(picture, canvas, figure);
  const drawing = new Drawing(picture);
  makeTools(figure, view, drawing);
  listenToPointing(figure, canvas, drawing, said);
  listOnPhones(figure, picture, said);
  countByChannel(figure, picture);
}

/**
 * @param {HTMLElement} figure
 * @param {View} view
 * @param {Drawing} drawing
 */
function makeTools(figure, view, drawing) {
  /** @type {Record<string, (button: HTMLElement) => void>} */
  const actions = {
    in: () => view.zoom(1 / 1.4),
    out: () => view.zoom(1.4),
    fit: () => view.fit(),
    full: () =>
      toggleFullScreen(figure, () => {
        figure.classList.toggle("is-full");
        view.fit();
      }),
    png: () => savePng(drawing.picture, getComputedStyle(figure).backgroundColor),
    trace: (button) => {
      const isOn = figure.classList.toggle("is-tracing");
      button.setAttribute("aria-pressed", String(isOn));
      if (!isOn) drawing.blur();
    },
  };
  /** @type {NodeListOf<HTMLElement>} */
  const buttons = figure.querySelectorAll("[data-zoom]");
  for (const button of buttons) {
    const name = button.dataset.zoom ?? "";
    if (name === "trace" && drawing.connections.isEmpty) button.remove();
    else button.addEventListener("click", () => actions[name](button));
  }
  figure.addEventListener("fullscreenchange", () => view.fit());
  /** @type {NodeListOf<HTMLElement>} */
  const edges = figure.querySelectorAll("[data-turn]");
  for (const edge of edges) edge.addEventListener("click", () => view.turn(Number(edge.dataset.turn)));
  const find = figure.querySelector(".ss-find");
  if (find instanceof HTMLElement) {
    if (drawing.boxes.size < SEARCHED_FROM) find.remove();
    else makeSearchable(find, view, drawing);
  }
}

/**
 * @param {HTMLElement} find
 * @param {View} view
 * @param {Drawing} drawing
 */
function makeSearchable(find, view, drawing) {
  const box = find.querySelector("input");
  const told = find.querySelector("output");
  if (!box || !told) return;
  /** @type {SVGElement[]} */
  let found = [];
  let at = -1;
  const tell = () => {
    if (!box.value.trim()) told.value = "";
    else told.value = at < 0 ? String(found.length) : `${at + 1}/${found.length}`;
  };
  box.addEventListener("input", () => {
    found = drawing.mark(box.value);
    at = -1;
    tell();
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !found.length) return;
    event.preventDefault();
    at = (at + (event.shiftKey ? found.length - 1 : 1) + (at < 0 && event.shiftKey ? 1 : 0)) % found.length;
    drawing.markOne(found[at]);
    view.goTo(found[at]);
    tell();
  });
}

whenRead(() => {
  /** @type {NodeListOf<HTMLElement>} */
  const figures = document.querySelectorAll(".ss-figure");
  figures.forEach(makeReady);
  for (const tabs of document.querySelectorAll(".ss-tabs")) fetchShown(tabs, makeReady);
});
