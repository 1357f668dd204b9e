// @ts-check
/* One element in the explorer: what it is, why it is there, what is around it, and how one came here. */
import { button, make } from "../shared/dom.js";
import { neighbours } from "./chain.js";

/** @typedef {import("./chain.js").Element} Element */
/**
 * @typedef {object} View what is around the element that is shown
 * @property {DOMStringMap} words
 * @property {string[]} statuses
 * @property {boolean} showsIds
 * @property {Element[]} trail
 * @property {(element: Element) => string} addressOf where an element is in the explorer
 * @property {(element: Element) => ReturnType<typeof import("./chain.js").reasonOf>} reasonOf
 */

/** How many neighbours of a kind are shown at once. */
const MOST_SHOWN = 30;

/** @param {{ step: number }} element */
export function dot(element) {
  return make("span", { class: `ss-dot ss-step${element.step}` });
}

/**
 * @param {{ title: string, step: number }} element
 * @param {string} address
 */
function linkTo(element, address) {
  return make("a", { href: address, class: "ss-ref" }, dot(element), element.title);
}

/**
 * All that is shown of an element.
 * @param {Element} element
 * @param {View} view
 * @returns {Node[]}
 */
export function shownElement(element, view) {
  const { words, statuses, showsIds } = view;
  const id = showsIds ? [make("code", {}, element.id), " · "] : [];
  return [
    make("p", { class: "ss-kicker" }, `${element.step} · ${element.kind} · `, ...id, statuses[element.status]),
    make("h2", { class: `ss-step${element.step}` }, element.title),
    make("p", {}, make("a", { href: element.url }, `${words.open} →`)),
    ...whyThere(element, view),
    around(element, view),
    ...trailTo(element, view),
  ];
}

/**
 * @param {Element} element
 * @param {View} view
 */
function whyThere(element, { words, reasonOf, addressOf }) {
  const { hops, more, undecided } = reasonOf(element);
  if (!hops.length) return [];
  const ribbon = make("ol", {}, make("li", { class: `ss-step${element.step}` }, make("b", {}, element.title)));
  for (const { verb, to } of hops) {
    const href = "links" in to ? addressOf(to) : to.url;
    ribbon.append(make("li", {}, make("a", { href, title: verb, class: `ss-step${to.step}` }, to.title)));
  }
  const line = make("nav", { class: "ss-ribbon", "aria-label": words.why ?? "" }, ribbon);
  const count = undecided || more;
  const said = (undecided ? words.undecided : words.moreReasons) ?? "";
  if (count) line.append(make("p", {}, make("a", { href: element.url }, said.replace("{}", String(count)))));
  return [line];
}

/**
 * @param {Element} element
 * @param {View} view
 */
function around(element, view) {
  const sides = make("div", { class: "ss-explorer-sides" });
  for (const side of /** @type {const} */ (["up", "down", "beside"])) {
    const groups = neighbours(element, side);
    if (!groups.size) continue;
    const box = make("div", {}, make("h3", {}, view.words[side] ?? ""));
    for (const [label, ends] of groups) box.append(groupOf(label, ends, view));
    sides.append(box);
  }
  return sides;
}

/**
 * @param {string} label
 * @param {Element[]} ends
 * @param {View} view
 */
function groupOf(label, ends, { words, addressOf }) {
  const items = ends.map((end) => make("li", {}, linkTo(end, addressOf(end))));
  const list = make("ul", {}, ...items.slice(0, MOST_SHOWN));
  if (items.length > MOST_SHOWN) {
    const showAll = () => list.replaceChildren(...items);
    list.append(make("li", {}, button(`${words.more} ${items.length - MOST_SHOWN}`, showAll)));
  }
  return make("div", {}, make("h4", {}, `${label} `, make("small", {}, String(ends.length))), list);
}

/**
 * @param {Element} element
 * @param {View} view
 */
function trailTo(element, { words, trail, addressOf }) {
  if (trail.length < 2) return [];
  const line = make("p", { class: "ss-explorer-trail" }, `${words.trail} `);
  trail.forEach((visited, index) => {
    const shown = visited === element ? make("b", {}, visited.title) : linkTo(visited, addressOf(visited));
    line.append(index ? " › " : "", shown);
  });
  return [line];
}
