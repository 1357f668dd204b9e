// @ts-check
/* Where the tour is, and where a key or an address leads. Stops are counted from 0; addresses count from 1. */

const STEPS = new Map([
  ["ArrowRight", 1],
  ["PageDown", 1],
  ["ArrowLeft", -1],
  ["PageUp", -1],
]);

/**
 * The nearest stop that there is.
 * @param {number} stop
 * @param {number} stops
 */
export function nearestStop(stop, stops) {
  return Math.min(stops - 1, Math.max(0, stop));
}

/**
 * The stop that the address names, or null.
 * @param {string} hash
 */
export function stopOfAddress(hash) {
  const named = hash.match(/^#stop-(\d+)$/);
  return named ? Number(named[1]) - 1 : null;
}

/** @param {number} stop */
export function addressOfStop(stop) {
  return `#stop-${stop + 1}`;
}

/**
 * Which part of the tour the stop belongs to.
 * @param {number[]} firstStops the stop that each part begins with
 * @param {number} stop
 */
export function partOfStop(firstStops, stop) {
  return firstStops.filter((first) => first <= stop).length - 1;
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
