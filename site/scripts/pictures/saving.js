// @ts-check
/* The picture as a PNG, with its looks written into it: neither files nor pages let a script read style sheets. */
import { saveFile } from "../shared/dom.js";

const LOOKS = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-opacity",
  "font-family",
  "font-weight",
  "text-anchor",
  "text-decoration-line",
];
/** How many pixels a unit of the picture gets, and how many pixels browsers can draw. */
const SHARPNESS = 2;
const LONGEST_SIDE = 12000;

/**
 * @param {SVGSVGElement} picture
 * @param {string} background
 */
export function savePng(picture, background) {
  const { width, height } = picture.viewBox.baseVal;
  const scale = Math.min(SHARPNESS, LONGEST_SIDE / Math.max(width, height));
  const image = new Image();
  image.addEventListener("load", () => {
    const canvas = document.createElement("canvas");
    canvas.width = Math.ceil(width * scale);
    canvas.height = Math.ceil(height * scale);
    const pen = canvas.getContext("2d");
    if (!pen) return;
    pen.fillStyle = background;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((png) => {
      if (png) saveFile(`${picture.getAttribute("aria-label") || "picture"}.png`, png);
    });
  });
  const text = new XMLSerializer().serializeToString(withLooks(picture, width, height));
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
}

/**
 * @param {SVGSVGElement} picture
 * @param {number} width
 * @param {number} height
 */
function withLooks(picture, width, height) {
  const copy = picture.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new TypeError("a copy is of the same kind");
  const [from, to] = [picture.querySelectorAll("*"), copy.querySelectorAll("*")];
  from.forEach((part, index) => {
    const known = getComputedStyle(part);
    to[index].setAttribute("style", LOOKS.map((name) => `${name}:${known.getPropertyValue(name)}`).join(";"));
  });
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  copy.removeAttribute("style");
  for (const head of copy.querySelectorAll(".lane-head")) head.removeAttribute("transform"); // moved along when panned
  return copy;
}
