// @ts-check
/* A box that is pointed at: its neighbours stay while the rest fades, and a card beside it says what it is. */
import { make } from "../shared/dom.js";
import { nameOf } from "./drawing.js";
import { neighboursSaid, tipLines, tipPlace } from "./tip.js";

/** @typedef {import("./drawing.js").Box} Box */
/** @typedef {{ findingMarks: string[], ledToBy: string, leadsTo: string }} Said */

/** Milliseconds until a box is taken for pointed at, and until it is taken for left. */
const ENTERED_AFTER = 180;
const LEFT_AFTER = 120;

/**
 * @param {HTMLElement} figure
 * @param {HTMLElement} canvas
 * @param {import("./drawing.js").Drawing} drawing
 * @param {Said} said
 */
export function listenToPointing(figure, canvas, drawing, said) {
  const card = make("div", { class: "ss-card-tip", hidden: true });
  figure.append(card);
  const isTracing = () => figure.classList.contains("is-tracing");
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {Box | null} */
  let shown = null;

  /** @param {Box} box */
  function enter(box) {
    if (shown === box) return;
    shown = box;
    if (!drawing.connections.isEmpty) drawing.focus(box, isTracing());
    const lines = linesOf(box, drawing, said);
    card.replaceChildren(...lines.map(({ tag, text }) => make(tag, {}, text)));
    placeCard(card, box, figure);
  }
  function forget() {
    shown = null;
    card.hidden = true;
    drawing.blur();
  }
  function leave() {
    clearTimeout(timer);
    if (isTracing()) card.hidden = true;
    else forget();
  }

  canvas.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    clearTimeout(timer);
    const box = boxAt(event.target);
    timer = box ? setTimeout(() => enter(box), ENTERED_AFTER) : setTimeout(leave, LEFT_AFTER);
  });
  canvas.addEventListener("pointerleave", (event) => {
    if (event.pointerType !== "touch") leave();
  });
  canvas.addEventListener("focusin", (event) => {
    const box = boxAt(event.target);
    if (box && event.target instanceof Element && event.target.matches(":focus-visible")) enter(box);
  });
  canvas.addEventListener("focusout", leave);
  canvas.addEventListener("click", (event) => {
    const box = boxAt(event.target);
    const isTouch = event instanceof PointerEvent && event.pointerType === "touch";
    if (isTouch && box && shown !== box) {
      event.preventDefault(); // a first tap shows, a second follows the link
      enter(box);
    } else if (!box) forget();
  });
  figure.addEventListener("keydown", (event) => {
    if (event.key === "Escape") forget();
  });
}

/**
 * @param {EventTarget | null} target
 * @returns {Box | null}
 */
function boxAt(target) {
  const box = target instanceof Element ? target.closest("[data-node]") : null;
  return box instanceof SVGElement && box.dataset.said ? box : null;
}

/**
 * @param {Box} box
 * @param {import("./drawing.js").Drawing} drawing
 * @param {Said} said
 */
function linesOf(box, drawing, said) {
  const { connections } = drawing;
  const written = Array.from(box.querySelectorAll("text:not(.title):not(.kicker)"), (text) => text.textContent);
  const name = nameOf(box);
  const neighbours = neighboursSaid(connections.countBefore(name), connections.countBehind(name), said);
  return tipLines(box.dataset.said ?? "", written, said.findingMarks, neighbours);
}

/**
 * @param {HTMLElement} card
 * @param {Box} box
 * @param {HTMLElement} figure
 */
function placeCard(card, box, figure) {
  card.hidden = false;
  const size = { width: card.offsetWidth, height: card.offsetHeight };
  const place = tipPlace(box.getBoundingClientRect(), figure.getBoundingClientRect(), size, window.innerHeight);
  card.style.left = `${place.left}px`;
  card.style.top = `${place.top}px`;
}
