// @ts-check
/* What is seen of a picture, moved by mouse, touch and keyboard. */
import { boxOf, centred, inPicture, middleOf, moved, zoomed } from "./viewbox.js";

/** How many pixels a press may move and still be a click. */
const STILL = 4;

export class View {
  /**
   * @param {SVGSVGElement} picture
   * @param {HTMLElement} canvas
   */
  constructor(picture, canvas) {
    this.picture = picture;
    this.canvas = canvas;
    /** @private */
    this.whole = boxOf(picture.getAttribute("viewBox") ?? "");
    /** @private */
    this.box = this.whole;
    listenToPointers(this);
    listenToKeys(this);
  }

  get isWhole() {
    return this.box[2] === this.whole[2];
  }

  fit() {
    this.show(this.whole);
  }

  /**
   * @param {number} factor
   * @param {import("./viewbox.js").Point} [around] a point of the screen
   */
  zoom(factor, around) {
    const point = around && inPicture(this.box, this.picture.getBoundingClientRect(), around);
    this.show(zoomed(this.whole, this.box, factor, point));
  }

  /**
   * @param {number} across
   * @param {number} down
   */
  pan(across, down) {
    this.show(moved(this.box, across, down));
  }

  /**
   * Brings a part of the picture into the middle, near enough to be read.
   * @param {Element} part
   */
  goTo(part) {
    const middle = middleOf(part.getBoundingClientRect());
    const point = inPicture(this.box, this.picture.getBoundingClientRect(), middle);
    this.show(centred(this.whole, this.box, point));
    this.canvas.scrollLeft = (this.picture.getBoundingClientRect().width - this.canvas.clientWidth) / 2;
  }

  /**
   * @private
   * @param {import("./viewbox.js").Box} box
   */
  show(box) {
    this.box = box;
    this.picture.setAttribute("viewBox", box.join(" "));
    this.canvas.classList.toggle("is-near", box[2] < this.whole[2]); // a finger then moves the picture, not the page
  }
}

/** @param {View} view */
function listenToPointers(view) {
  const { canvas, picture } = view;
  /** @type {Map<number, PointerEvent>} */
  const pointers = new Map();
  let hasMoved = false;

  canvas.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      view.zoom(event.deltaY > 0 ? 1.2 : 1 / 1.2, event);
    },
    { passive: false },
  );
  canvas.addEventListener("pointerdown", (event) => {
    pointers.set(event.pointerId, event);
    hasMoved = false;
  });
  canvas.addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    if (!before || (view.isWhole && pointers.size < 2)) return;
    const other = Array.from(pointers.values()).find((pointer) => pointer.pointerId !== event.pointerId);
    if (pointers.size === 2 && other) {
      const [was, is] = [distance(before, other), distance(event, other)];
      if (was && is)
        view.zoom(was / is, {
          x: (event.x + other.x) / 2,
          y: (event.y + other.y) / 2,
        });
    } else {
      if (!hasMoved && distance(event, before) < STILL) return;
      const frame = picture.getBoundingClientRect();
      view.pan((before.x - event.x) / frame.width, (before.y - event.y) / frame.height);
    }
    hasMoved = true;
    pointers.set(event.pointerId, event);
  });
  for (const name of /** @type {const} */ (["pointerup", "pointercancel", "pointerleave"]))
    canvas.addEventListener(name, (event) => pointers.delete(event.pointerId));
  canvas.addEventListener(
    "click",
    (event) => {
      if (hasMoved) event.preventDefault();
    },
    true,
  );
  canvas.addEventListener("dragstart", (event) => event.preventDefault());
}

/** @param {View} view */
function listenToKeys(view) {
  /** @type {Map<string, () => void>} */
  const actions = new Map([
    ["+", () => view.zoom(1 / 1.25)],
    ["=", () => view.zoom(1 / 1.25)],
    ["-", () => view.zoom(1.25)],
    ["0", () => view.fit()],
    ["ArrowLeft", () => view.pan(-0.1, 0)],
    ["ArrowRight", () => view.pan(0.1, 0)],
    ["ArrowUp", () => view.pan(0, -0.1)],
    ["ArrowDown", () => view.pan(0, 0.1)],
  ]);
  view.canvas.addEventListener("keydown", (event) => {
    const act = actions.get(event.key);
    if (!act || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    act();
  });
}

/**
 * @param {PointerEvent} first
 * @param {PointerEvent} second
 */
function distance(first, second) {
  return Math.hypot(first.x - second.x, first.y - second.y);
}
