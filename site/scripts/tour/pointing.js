// @ts-check
/* Points at one box of a picture. */
import { find } from "../shared/dom.js";

/**
 * Marks the box with that address in the picture; all boxes stay as they are where none is named.
 * @param {HTMLElement} figure
 * @param {string} [address]
 */
export function pointAt(figure, address) {
  const picture = find(figure, "svg", SVGSVGElement);
  for (const box of picture.querySelectorAll(".in-focus")) box.classList.remove("in-focus");
  const box = address && boxOf(figure, address);
  picture.classList.toggle("has-focus", Boolean(box));
  if (!box) {
    figure.scrollLeft = 0;
    return;
  }
  box.classList.add("in-focus");
  const [place, frame] = [box.getBoundingClientRect(), figure.getBoundingClientRect()];
  figure.scrollBy({
    left: place.x + place.width / 2 - frame.x - frame.width / 2,
    top: place.y + place.height / 2 - frame.y - frame.height / 2,
    behavior: "instant",
  });
}

/**
 * @param {HTMLElement} figure
 * @param {string} address
 */
function boxOf(figure, address) {
  const link = Array.from(figure.querySelectorAll("a")).find((one) => one.getAttribute("href")?.endsWith(address));
  return link?.closest("[data-node], .node");
}
