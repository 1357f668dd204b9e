// @ts-check
/* The guided tour: the story one stop at a time, the details behind it one key away; the address keeps the place. */
import { find, toggleFullScreen } from "./shared/dom.js";
import { makeEnlargeable } from "./tour/enlarging.js";
import { pointAt } from "./tour/pointing.js";
import { addressOfPlace, nearestStop, placeOfAddress, stepsOfSwipe, stopOfKey } from "./tour/stops.js";

/** @typedef {import("./tour/stops.js").Place} Place */

const root = document.getElementById("ss-tour");
if (root) start(root);

/** @param {HTMLElement} root */
function start(root) {
  /** @type {HTMLElement[]} */
  const every = Array.from(root.querySelectorAll(".ss-tour-stops > li"));
  const lines = {
    stop: every.filter((stop) => !stop.classList.contains("ss-stop-detail")),
    detail: every.filter((stop) => stop.classList.contains("ss-stop-detail")),
  };
  const figures = pictures(root);
  const contents = find(root, "select", HTMLSelectElement);
  const count = find(root, ".ss-tour-count", HTMLElement);
  const back = find(root, "[data-go=back]", HTMLButtonElement);
  const onward = find(root, "[data-go=on]", HTMLButtonElement);
  /** @type {HTMLButtonElement | null} */
  const detail = root.querySelector("[data-go=detail]");
  /** @type {Place} */
  let place = { line: "stop", at: 0 };
  let left = 0; // the stop of the story that the details were entered from

  /** @param {Place} wanted */
  function show(wanted) {
    const stops = lines[wanted.line];
    place = { line: wanted.line, at: nearestStop(wanted.at, stops.length) };
    const shown = stops[place.at];
    for (const stop of every) stop.hidden = stop !== shown;
    figures.show(shown);
    const isDetail = place.line === "detail";
    root.classList.toggle("is-detail", isDetail);
    count.textContent = `${place.at + 1} / ${stops.length}`;
    contents.hidden = isDetail;
    if (!isDetail) contents.selectedIndex = left = place.at;
    back.disabled = place.at === 0;
    onward.disabled = place.at === stops.length - 1;
    if (!detail) return;
    detail.setAttribute("aria-pressed", String(isDetail));
    detail.title = detail.ariaLabel = (isDetail ? detail.dataset.main : detail.dataset.detail) ?? "";
  }

  /** @param {Place} wanted */
  function goTo(wanted) {
    show(wanted);
    history.replaceState(null, "", addressOfPlace(place));
  }

  /** @param {number} steps */
  function turn(steps) {
    goTo({ line: place.line, at: place.at + steps });
  }

  function toggleDetail() {
    if (place.line === "detail") goTo({ line: "stop", at: left });
    else if (lines.detail.length) goTo({ line: "detail", at: Number(lines.stop[place.at].dataset.detail) });
  }

  function fill() {
    toggleFullScreen(root, () => root.classList.toggle("is-full"));
  }

  function read() {
    const named = placeOfAddress(location.hash);
    if (named === null || !lines[named.line].length) show({ line: "stop", at: 0 });
    else goTo(named);
  }

  back.addEventListener("click", () => turn(-1));
  onward.addEventListener("click", () => turn(1));
  detail?.addEventListener("click", toggleDetail);
  find(root, "[data-go=full]", HTMLElement).addEventListener("click", fill);
  contents.addEventListener("change", () => goTo({ line: "stop", at: Number(contents.value) }));
  document.addEventListener(
    "keydown",
    (event) => {
      const isTyping = event.target instanceof Element && event.target.closest("input, textarea, select");
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === " " && event.target instanceof Element && event.target.closest("button, a")) return;
      const wanted = stopOfKey(event.key, place.at, lines[place.line].length);
      if (wanted !== null) goTo({ line: place.line, at: wanted });
      else if (event.key === "d" || event.key === "D") toggleDetail();
      else if (event.key === "f" || event.key === "F") fill();
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    true,
  );
  swiped(root, turn);
  window.addEventListener("hashchange", read);
  window.addEventListener("beforeprint", figures.home);
  window.addEventListener("afterprint", () => show(place));
  root.classList.add("is-ready");
  read();
}

/**
 * The pictures, each drawn once: it moves to the stop that shows it, and home before the story is printed.
 * @param {HTMLElement} root
 */
function pictures(root) {
  /** @type {NodeListOf<HTMLElement>} */
  const drawn = root.querySelectorAll(".ss-stop-figure");
  for (const figure of drawn) makeEnlargeable(figure, root.dataset);
  const known = new Map(Array.from(drawn, (figure) => [figure.dataset.name, { figure, home: figure.parentElement }]));
  function home() {
    for (const { figure, home } of known.values()) if (figure.parentElement !== home) home?.append(figure);
  }
  /** @param {HTMLElement} stop */
  function show(stop) {
    home();
    const found = known.get(stop.dataset.figure);
    if (!found) return;
    const stage = stop.querySelector(".ss-stop-stage");
    if (stage && found.figure.parentElement !== stage) stage.append(found.figure);
    pointAt(found.figure, stop.dataset.focus);
  }
  return { home, show };
}

/**
 * Tells by how many stops a finger turns; within something that scrolls sideways it scrolls.
 * @param {HTMLElement} root
 * @param {(steps: number) => void} turn
 */
function swiped(root, turn) {
  /** @type {Touch | null} */
  let begun = null;
  root.addEventListener(
    "touchstart",
    (event) => {
      begun = event.touches.length === 1 && !scrollsSideways(event.target, root) ? event.touches[0] : null;
    },
    { passive: true },
  );
  root.addEventListener("touchend", (event) => {
    const ended = event.changedTouches[0];
    if (begun) {
      const steps = stepsOfSwipe(ended.clientX - begun.clientX, ended.clientY - begun.clientY);
      if (steps) turn(steps);
    }
    begun = null;
  });
}

/**
 * @param {EventTarget | null} target
 * @param {HTMLElement} root
 */
function scrollsSideways(target, root) {
  for (let at = target instanceof Element ? target : null; at && at !== root; at = at.parentElement)
    if (
      at instanceof HTMLElement &&
      at.scrollWidth > at.clientWidth + 1 &&
      getComputedStyle(at).overflowX !== "visible"
    )
      return true;
  return false;
}
