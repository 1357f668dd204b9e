// @ts-check
/* What is seen of a picture: its scale, and how far its canvas is scrolled. By mouse, touch and keyboard. */
import { moreAt, scaleOnPage, scaleOnScreen, scaleWithin, scrolledAround } from "./scale.js";

/** How many pixels a press may move and still be a click. */
const STILL = 4;
/** What the keys with arrows and the signs at the edges move by, as a share of what is seen. */
const STEP = 0.15;
const PAGE = 0.8;
/** How much of the screen a picture takes at least that has been zoomed. */
const ZOOMED = 0.7;

export class View {
  /**
   * @param {SVGSVGElement} picture
   * @param {HTMLElement} canvas
   * @param {HTMLElement} figure
   */
  constructor(picture, canvas, figure) {
    this.picture = picture;
    this.canvas = canvas;
    /** @private */
    this.figure = figure;
    const { width, height } = picture.viewBox.baseVal;
    /** @private The size that it is drawn with. */
    this.drawn = { width, height };
    /** @private */
    this.leastWidth = picture.style.minWidth;
    /** @private */
    this.readable = Number.parseFloat(this.leastWidth) / width || 1;
    /** @private Whether it is shown as it opens. */
    this.isFitted = true;
    listenToPointers(this);
    listenToKeys(this);
    canvas.addEventListener("scroll", () => this.tellEdges(), { passive: true });
    // not within the call that observes: fitting may change the size that is observed
    new ResizeObserver(() => requestAnimationFrame(() => this.refit())).observe(canvas);
  }

  /** As it opens: on a page by the style sheet, on a whole screen by the room there. */
  fit() {
    this.isFitted = true;
    const { canvas, picture } = this;
    canvas.style.maxHeight = "";
    if (this.isOnScreen) this.setWidth(scaleOnScreen(this.drawn, this.room, this.readable));
    else {
      picture.style.width = "";
      picture.style.minWidth = this.leastWidth;
    }
    canvas.scrollTo(0, 0);
    this.tellEdges();
  }

  /**
   * @param {number} factor below 1 for nearer
   * @param {{ x: number, y: number }} [around] a point of the screen
   */
  zoom(factor, around) {
    const { canvas, room } = this;
    const frame = canvas.getBoundingClientRect();
    const point = around
      ? { x: around.x - frame.x, y: around.y - frame.y }
      : { x: canvas.clientWidth / 2, y: canvas.clientHeight / 2 };
    const opening = (this.isOnScreen ? scaleOnScreen : scaleOnPage)(this.drawn, room, this.readable);
    const before = this.scale;
    const scale = scaleWithin(before / factor, opening, this.drawn, this.isOnScreen ? room : this.wide, this.readable);
    if (Math.abs(scale - before) < 0.001) return;
    if (this.isFitted && !this.isOnScreen) {
      const height = Math.max(canvas.offsetHeight, window.innerHeight * ZOOMED);
      canvas.style.maxHeight = `${Math.round(height)}px`;
    }
    const scrolled = scrolledAround({ x: canvas.scrollLeft, y: canvas.scrollTop }, point, scale / before);
    this.isFitted = false;
    this.setWidth(scale);
    canvas.scrollTo(scrolled.x, scrolled.y);
    this.tellEdges();
  }

  /**
   * Aside by pixels.
   * @param {number} across
   * @param {number} down
   */
  pan(across, down) {
    this.canvas.scrollBy(across, down);
  }

  /**
   * Aside by shares of what is seen.
   * @param {number} across
   * @param {number} down
   * @param {ScrollBehavior} [behavior]
   */
  step(across, down, behavior = "auto") {
    const { clientWidth, clientHeight } = this.canvas;
    this.canvas.scrollBy({ left: across * clientWidth, top: down * clientHeight, behavior });
  }

  /**
   * Brings a part of the picture into the middle, of its canvas and of the page.
   * @param {Element} part
   */
  goTo(part) {
    const { canvas } = this;
    const [box, frame] = [part.getBoundingClientRect(), canvas.getBoundingClientRect()];
    canvas.scrollBy(
      box.x + box.width / 2 - frame.x - canvas.clientWidth / 2,
      box.y + box.height / 2 - frame.y - canvas.clientHeight / 2,
    );
    const now = part.getBoundingClientRect();
    const isSeen = now.top > window.innerHeight * 0.2 && now.bottom < window.innerHeight * 0.9;
    if (!isSeen) window.scrollBy({ top: now.top + now.height / 2 - window.innerHeight / 2, behavior: "instant" });
  }

  /** @private */
  get isOnScreen() {
    return document.fullscreenElement === this.figure || this.figure.classList.contains("is-full");
  }

  /** @private */
  get scale() {
    return this.picture.getBoundingClientRect().width / this.drawn.width || 1;
  }

  /** @private The room for the picture, within the padding. */
  get room() {
    const style = getComputedStyle(this.canvas);
    const [across, down] = [
      Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.paddingRight),
      Number.parseFloat(style.paddingTop) + Number.parseFloat(style.paddingBottom),
    ];
    return { width: this.canvas.clientWidth - across, height: this.canvas.clientHeight - down };
  }

  /** @private The room on a page, which is as high as one likes. */
  get wide() {
    return { width: this.room.width, height: Number.POSITIVE_INFINITY };
  }

  /**
   * @private
   * @param {number} scale
   */
  setWidth(scale) {
    const width = `${(scale * this.drawn.width).toFixed(1)}px`;
    this.picture.style.width = width;
    this.picture.style.minWidth = width;
  }

  /** @private */
  refit() {
    if (this.isFitted && this.isOnScreen) this.setWidth(scaleOnScreen(this.drawn, this.room, this.readable));
    this.tellEdges();
  }

  /** Signs where there is more to see; what is to stay in sight is moved along. */
  tellEdges() {
    const { canvas, figure } = this;
    const seen = { width: canvas.clientWidth, height: canvas.clientHeight };
    const all = { width: canvas.scrollWidth, height: canvas.scrollHeight };
    const more = moreAt({ x: canvas.scrollLeft, y: canvas.scrollTop }, seen, all);
    for (const [edge, isMore] of Object.entries(more)) figure.classList.toggle(`has-${edge}`, isMore);
    keepHeads(this.picture, canvas.scrollLeft / this.scale);
  }

  /** A press on a sign shows what comes next there. @param {number} way */
  turn(way) {
    this.step(way * PAGE, 0, "smooth");
  }
}

/**
 * The heads of lanes stay at the left, above what passes below them.
 * @param {SVGSVGElement} picture
 * @param {number} aside in pixels of the picture
 */
function keepHeads(picture, aside) {
  /** @type {NodeListOf<SVGElement>} */
  const heads = picture.querySelectorAll("g.lane-head");
  if (!heads.length || (aside < 1 && !picture.dataset.panned)) return;
  if (!picture.dataset.panned) for (const head of heads) head.parentNode?.append(head);
  picture.dataset.panned = "1";
  for (const head of heads) {
    if (aside < 1) head.removeAttribute("transform");
    else head.setAttribute("transform", `translate(${aside.toFixed(1)} 0)`);
  }
}

/** @param {View} view */
function listenToPointers(view) {
  const { canvas } = view;
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
    if (!before) return;
    const other = Array.from(pointers.values()).find((pointer) => pointer.pointerId !== event.pointerId);
    if (pointers.size === 2 && other) {
      const [was, is] = [distance(before, other), distance(event, other)];
      if (was && is)
        view.zoom(was / is, {
          x: (event.x + other.x) / 2,
          y: (event.y + other.y) / 2,
        });
    } else {
      if (event.pointerType === "touch") return; // one finger scrolls, as everywhere
      if (!hasMoved && distance(event, before) < STILL) return;
      view.pan(before.x - event.x, before.y - event.y);
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
    ["ArrowLeft", () => view.step(-STEP, 0)],
    ["ArrowRight", () => view.step(STEP, 0)],
    ["ArrowUp", () => view.step(0, -STEP)],
    ["ArrowDown", () => view.step(0, STEP)],
  ]);
  view.canvas.addEventListener("keydown", (event) => {
    const act = actions.get(event.key);
    if (!act || event.ctrlKey || event.metaKey) return;
    const isDown = event.key === "ArrowUp" || event.key === "ArrowDown";
    if (isDown && view.canvas.scrollHeight <= view.canvas.clientHeight) return; // the page is what can scroll
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
