// @ts-check
/* Pictures of tabs that are not open, and rows for paper: they stand in a script of their own and are fetched later. */
import { make } from "../shared/dom.js";

/** What stands in a picture's links for the root of the site. */
const ROOT = "\ufdd3";
/** How long the page is left alone before rows for paper are fetched, in milliseconds. */
const IDLE = 300;

/**
 * Fetches what a figure has not got yet.
 * @param {HTMLElement} figure
 * @param {(figure: HTMLElement) => void} then what to do when it is there
 */
function fetchPicture(figure, then) {
  const { later, root = "" } = figure.dataset;
  if (!later) return;
  delete figure.dataset.later;
  const script = make("script", { src: root + later.split("/").map(encodeURIComponent).join("/") });
  script.addEventListener("load", () => {
    const rows = figure.querySelectorAll(".ss-row");
    const places = [figure.querySelector(".ss-canvas:not(:has(svg))"), ...rows];
    (window.sevenstepPictures?.[later] ?? []).forEach((written, at) => {
      const drawn = new DOMParser().parseFromString(written.split(ROOT).join(root), "image/svg+xml");
      places[at]?.append(document.importNode(drawn.documentElement, true));
    });
    figure.classList.toggle("ss-cut", rows.length > 0);
    then(figure);
  });
  document.head.append(script);
}

/**
 * Fetches what tabs show: whenever another one is opened, and soon what is missing in the one that is open now.
 * @param {Element} tabs
 * @param {(figure: HTMLElement) => void} then
 */
export function fetchShown(tabs, then) {
  const fetchOpen = () => {
    const at = Array.from(tabs.querySelectorAll(":scope > input")).findIndex((input) => input.matches(":checked"));
    const figure = tabs.querySelectorAll(":scope > .ss-tab")[at]?.querySelector(".ss-figure");
    if (figure instanceof HTMLElement) fetchPicture(figure, then);
  };
  tabs.addEventListener("change", fetchOpen);
  setTimeout(fetchOpen, IDLE);
}
