// @ts-check
/* On a screen that is too narrow for a picture it is shown as a list, and as a picture at a press. */
import { make } from "../shared/dom.js";
import { outlineOf } from "./outline.js";

/** @typedef {import("./outline.js").Item} Item */
/** @typedef {import("./outline.js").Section} Section */
/** @typedef {import("./outline.js").Shape} Shape */

const PHONE = matchMedia("(max-width: 44.9375em)");
/** A picture that is wider than its room by no more than this is scrolled. */
const SCROLLED = 1.15;
/** From how many items on, the sections of a list are folded. */
const FOLDED_FROM = 12;
/** How many places are named that an item leads to. */
const NAMED = 4;

/**
 * Gives the figure its list, once a narrow screen shows it.
 * @param {HTMLElement} figure
 * @param {SVGSVGElement} picture
 * @param {{ findingMarks: string[], asPicture: string, more: string }} given
 */
export function listOnPhones(figure, picture, given) {
  if (picture.classList.contains("chart") || figure.querySelector(".ss-flow-list")) return;
  const least = Number.parseFloat(picture.style.minWidth) || 0;
  const start = () => {
    if (!PHONE.matches || least <= document.documentElement.clientWidth * SCROLLED) return;
    PHONE.removeEventListener("change", start);
    const sections = outlineOf(...readFrom(picture), given.findingMarks);
    if (sections.flatMap(({ items }) => items).length > 1) place(figure, picture, sections, given);
  };
  PHONE.addEventListener("change", start);
  start();
}

/**
 * @param {HTMLElement} figure
 * @param {SVGSVGElement} picture
 * @param {Section[]} sections
 * @param {{ asPicture: string, more: string }} words
 */
function place(figure, picture, sections, words) {
  const id = `list-${picture.dataset.picture}`;
  const whole = sections.reduce((sum, { items }) => sum + items.length, 0);
  const isFolded = whole >= FOLDED_FROM && sections.length > 1;
  const list = make("div", { class: "ss-outline" });
  sections.forEach(({ title, url, items }, place) => {
    const said = items.map((item) => itemOf(item, words.more));
    if (!title) list.append(make("ul", {}, ...said));
    else if (isFolded && items.length) {
      const head = make("summary", {}, make("b", {}, title), " ", make("small", {}, String(items.length)));
      const more = url ? [make("li", {}, make("a", { href: url }, `${title} →`))] : [];
      list.append(make("details", { class: "ss-fold", open: place === 0 }, head, make("ul", {}, ...more, ...said)));
    } else {
      const head = make("p", {}, make("b", {}, url ? make("a", { href: url }, title) : title));
      list.append(head, make("ul", {}, ...said));
    }
  });
  const caption = figure.querySelector("figcaption");
  caption?.after(
    make("input", { type: "checkbox", class: "ss-as-picture", id }),
    make("label", { for: id }, words.asPicture),
    list,
  );
}

/** @param {Item} item @param {string} more */
function itemOf(item, more) {
  const { title, url, notes, marks, leads, classes } = item;
  const rest = leads.length > NAMED + 1 ? leads.length - NAMED : 0;
  const named = rest ? leads.slice(0, NAMED) : leads;
  const to = named.length ? `→ ${named.join(" · ")}${rest ? ` ${more.replace("{}", String(rest))}` : ""}` : "";
  const fate = classes.find((name) => name.startsWith("only-"));
  return make(
    "li",
    { class: fate ? `is-${fate}` : null },
    url ? make("a", { href: url }, title) : make("span", {}, title),
    marks ? make("em", {}, ` ${marks}`) : null,
    ...[...notes, to].filter(Boolean).map((text) => make("small", {}, text)),
  );
}

/**
 * The shapes and lines of a picture.
 * @param {SVGSVGElement} picture
 * @returns {[Shape[], import("./outline.js").Line[]]}
 */
function readFrom(picture) {
  /** @type {NodeListOf<SVGElement>} */
  const nodes = picture.querySelectorAll("[data-node]");
  /** @type {NodeListOf<SVGElement>} */
  const edges = picture.querySelectorAll("[data-from]");
  const shapes = Array.from(nodes, (node) => ({
    name: node.dataset.node ?? "",
    classes: [...node.classList],
    said: node.dataset.said ?? "",
    written: writtenIn(node),
    url: node.querySelector("a")?.getAttribute("href") ?? "",
    area: areaOf(node),
  }));
  const lines = Array.from(edges, (edge) => ({
    from: edge.dataset.from ?? "",
    to: edge.dataset.to ?? "",
    classes: [...edge.classList],
    written: writtenIn(edge),
    top: Number.parseFloat(edge.querySelector("text")?.getAttribute("y") ?? "") || 0,
  }));
  return [shapes, lines];
}

/** @param {SVGElement} part */
function writtenIn(part) {
  const texts = Array.from(part.querySelectorAll("text"));
  const written = texts.map((text) => ({
    style: text.classList[0] ?? "",
    text: (text.textContent ?? "").replace(/\u00a0/g, " ").trim(),
  }));
  return written.filter(({ text }) => text);
}

/**
 * Where a shape lies: read from its outline, since nothing can be measured that is not shown.
 * @param {SVGElement} node
 */
function areaOf(node) {
  const shape = node.querySelector(".shape") ?? node.querySelector("text");
  const outline = `${shape?.getAttribute("d") ?? ""} ${shape?.getAttribute("points") ?? ""}`;
  const numbers = (outline.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
  const number = (/** @type {string} */ name) => Number.parseFloat(shape?.getAttribute(name) ?? "") || 0;
  const [x, y, across, down] = [number("cx") || number("x"), number("cy") || number("y"), number("rx"), number("ry")];
  const isRound = shape?.tagName === "ellipse";
  const ends = isRound
    ? [x - across, y - down, x + across, y + down]
    : [x, y, x + number("width"), y + number("height")];
  const places = numbers.length ? numbers : ends;
  const xs = places.filter((_, place) => place % 2 === 0);
  const ys = places.filter((_, place) => place % 2 === 1);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}
