// @ts-check
/* The guided tour: one stop at a time, forward and back, with the picture beside it; the address keeps the stop. */
import { find, toggleFullScreen } from "./shared/dom.js";
import { addressOfStop, nearestStop, partOfStop, stopOfAddress, stopOfKey } from "./tour/stops.js";

const root = document.getElementById("ss-tour");
if (root) start(root);

/** @param {HTMLElement} root */
function start(root) {
  /** @type {HTMLElement[]} */
  const stops = Array.from(root.querySelectorAll(".ss-tour-stations > li"));
  /** @type {NodeListOf<HTMLElement>} */
  const drawn = root.querySelectorAll(".ss-tour-figure");
  const figures = new Map(Array.from(drawn, (figure) => [figure.dataset.name, figure]));
  const parts = find(root, "select", HTMLSelectElement);
  const firstStops = Array.from(parts.options, (option) => Number(option.value));
  const count = find(root, ".ss-tour-count", HTMLElement);
  const back = find(root, "[data-go=back]", HTMLButtonElement);
  const onward = find(root, "[data-go=on]", HTMLButtonElement);
  let stop = -1;

  /** @param {number} wanted */
  function show(wanted) {
    stop = nearestStop(wanted, stops.length);
    stops.forEach((station, index) => {
      station.hidden = index !== stop;
    });
    const { figure: name, focus } = stops[stop].dataset;
    const shown = figures.get(name);
    for (const figure of figures.values()) figure.hidden = figure !== shown;
    root.classList.toggle("is-plain", !shown);
    if (shown) pointAt(shown, focus);
    count.textContent = `${stop + 1} / ${stops.length}`;
    parts.selectedIndex = partOfStop(firstStops, stop);
    back.disabled = stop === 0;
    onward.disabled = stop === stops.length - 1;
  }

  /** @param {number} wanted */
  function goTo(wanted) {
    show(wanted);
    history.replaceState(null, "", addressOfStop(stop));
  }

  function read() {
    const named = stopOfAddress(location.hash);
    if (named === null) show(0);
    else goTo(named);
  }

  back.addEventListener("click", () => goTo(stop - 1));
  onward.addEventListener("click", () => goTo(stop + 1));
  find(root, "[data-go=full]", HTMLElement).addEventListener("click", () => toggleFullScreen(root, () => {}));
  parts.addEventListener("change", () => goTo(Number(parts.value)));
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target instanceof Element && event.target.closest("input, textarea, select");
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    const wanted = stopOfKey(event.key, stop, stops.length);
    if (wanted === null) return;
    event.preventDefault();
    goTo(wanted);
  });
  window.addEventListener("hashchange", read);
  root.classList.add("is-ready");
  read();
}

/**
 * Marks the box with that address in the picture, and brings it into the middle.
 * @param {HTMLElement} figure
 * @param {string} [address]
 */
function pointAt(figure, address) {
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
