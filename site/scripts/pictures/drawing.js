// @ts-check
/* The boxes and lines of a picture, and which of them are looked at. */
import { Connections } from "./connections.js";

/** @typedef {SVGElement} Box its name is in `data-node`, what its card says in `data-said` */

export class Drawing {
  /** @param {SVGSVGElement} picture */
  constructor(picture) {
    this.picture = picture;
    /** @type {NodeListOf<Box>} */
    const boxes = picture.querySelectorAll("[data-node]");
    /** @type {Map<string, Box>} */
    this.boxes = new Map(Array.from(boxes, (box) => [nameOf(box), box]));
    for (const box of boxes) takeTooltip(box);
    /** @type {NodeListOf<SVGElement>} */
    const lines = picture.querySelectorAll("[data-from]");
    this.connections = new Connections(
      Array.from(lines, (line) => ({
        from: line.dataset.from ?? "",
        to: line.dataset.to ?? "",
        shape: line,
      })),
    );
  }

  /**
   * Shows the box with its neighbours; far: with everything before and behind it.
   * @param {Box} box
   * @param {boolean} isFar
   */
  focus(box, isFar) {
    const isJoint = (/** @type {string} */ name) => !this.boxes.get(name)?.dataset.said;
    const { boxes, lines } = this.connections.around(nameOf(box), (name) => isFar || isJoint(name));
    this.blur();
    this.picture.classList.add("has-focus");
    for (const name of boxes) this.boxes.get(name)?.classList.add("in-focus");
    for (const { shape } of lines) shape.classList.add("in-focus");
  }

  blur() {
    this.picture.classList.remove("has-focus");
    for (const part of this.picture.querySelectorAll(".in-focus")) part.classList.remove("in-focus");
  }

  /**
   * Marks the boxes that have the words; gives them back.
   * @param {string} typed
   * @returns {Box[]}
   */
  mark(typed) {
    const wanted = typed.trim().toLowerCase();
    const found = [...this.boxes.values()].filter(
      (box) => wanted && `${box.dataset.said} ${box.textContent}`.toLowerCase().includes(wanted),
    );
    for (const box of this.picture.querySelectorAll(".is-found")) box.classList.remove("is-found", "is-at");
    for (const box of found) box.classList.add("is-found");
    return found;
  }

  /**
   * Marks the one among them that is gone to.
   * @param {Box} box
   */
  markOne(box) {
    for (const other of this.picture.querySelectorAll(".is-at")) other.classList.remove("is-at");
    box.classList.add("is-at");
  }
}

/** @param {Box} box */
export function nameOf(box) {
  return box.dataset.node ?? "";
}

/**
 * Takes the browser's own tooltip from a box: the card says it.
 * @param {Box} box
 */
function takeTooltip(box) {
  const tooltip = box.querySelector("title");
  box.dataset.said = tooltip?.textContent ?? "";
  tooltip?.remove();
  if (box.dataset.said) box.querySelector("a")?.setAttribute("aria-label", box.dataset.said);
}
