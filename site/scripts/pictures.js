// @ts-check
/* Pictures: pan and zoom; the neighbours of a box; finding, full screen, saving. By mouse, touch, keyboard. */
import { Drawing } from "./pictures/drawing.js";
import { listenToPointing } from "./pictures/pointing.js";
import { savePng } from "./pictures/saving.js";
import { View } from "./pictures/view.js";
import { toggleFullScreen, whenRead } from "./shared/dom.js";

/** From how many boxes on a picture can be searched. */
const SEARCHED_FROM = 6;
const { findingMarks } = /** @type {import("./given.d.ts").GivenToPictures} */ (given);

/** @param {HTMLElement} figure */
function makeReady(figure) {
  const picture = figure.querySelector(".ss-canvas svg");
  const canvas = figure.querySelector(".ss-canvas");
  if (!(picture instanceof SVGSVGElement && canvas instanceof HTMLElement) || canvas.dataset.ready) return;
  canvas.dataset.ready = "1";
  const view = new View(picture, canvas);
  const drawing = new Drawing(picture);
  makeTools(figure, view, drawing);
  listenToPointing(figure, canvas, drawing, findingMarks);
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
    full: () => toggleFullScreen(figure, () => figure.classList.toggle("is-full")),
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
  const box = figure.querySelector(".ss-tools input");
  if (box instanceof HTMLInputElement) {
    if (drawing.boxes.size < SEARCHED_FROM) box.remove();
    else makeSearchable(box, view, drawing);
  }
}

/**
 * @param {HTMLInputElement} box
 * @param {View} view
 * @param {Drawing} drawing
 */
function makeSearchable(box, view, drawing) {
  /** @type {SVGElement[]} */
  let found = [];
  let at = -1;
  box.addEventListener("input", () => {
    found = drawing.mark(box.value);
    at = -1;
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !found.length) return;
    event.preventDefault();
    at = (at + 1) % found.length;
    view.goTo(found[at]);
  });
}

whenRead(() => {
  /** @type {NodeListOf<HTMLElement>} */
  const figures = document.querySelectorAll(".ss-figure");
  figures.forEach(makeReady);
});
