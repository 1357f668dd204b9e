// @ts-check
/* Where the tour is, and where a key, a swipe or an address leads. Stops are counted from 0; addresses count from 1. */

/** @typedef {{ line: "stop" | "detail", at: number }} Place the story, or the details behind it, and the stop in it */

const STEPS = new Map([
  ["ArrowRight", 1],
  ["PageDown", 1],
  [" ", 1],
  ["ArrowLeft", -1],
  ["PageUp", -1],
]);
const SWIPE = 48; // CSS pixels that a finger must go sideways

/**
 * The nearest stop that there is.
 * @param {number} stop
 * @param {number} stops
 */
export function nearestStop(stop, stops) {
  return Math.min(stops - 1, Math.max(0, stop));
}

/**
 * The place that the address names, or null.
 * @param {string} hash
 * @returns {Place | null}
 */
export function placeOfAddress(hash) {
  const named = hash.match(/^#(stop|detail)-(\d+)$/);
  return named ? { line: named[1] === "stop" ? "stop" : "detail", at: Number(named[2]) - 1 } : null;
}

/** @param {Place} place */
export function addressOfPlace(place) {
  return `#${place.line}-${place.at + 1}`;
}

/**
 * The stop that a key leads to, or null.
 * @param {string} key
 * @param {number} stop
 * @param {number} stops
 */
export function stopOfKey(key, stop, stops) {
  if (key === "Home") return 0;
  if (key === "End") return stops - 1;
  const step = STEPS.get(key);
  return step === undefined ? null : stop + step;
}

/**
 * By how many stops a finger that went so far turns the tour: to the left is on. Up and down scrolls and turns nothing.
 * @param {number} right
 * @param {number} down
 */
export function stepsOfSwipe(right, down) {
  if (Math.abs(right) < SWIPE || Math.abs(right) < 2 * Math.abs(down)) return 0;
  return right < 0 ? 1 : -1;
}
