// @ts-check
/* Geometry of pan and zoom: which part of a picture is seen, as the viewBox of its SVG says it. */

/** @typedef {readonly [x: number, y: number, width: number, height: number]} Box */
/** @typedef {{ x: number, y: number }} Point */
/** @typedef {{ x: number, y: number, width: number, height: number }} Frame where the picture is on the screen */

/** How often the picture can be wider than what is seen of it. */
const NEAREST = 20;
/** The width from which on a part of a picture can be read. */
const READABLE = 900;

/**
 * @param {string} viewBox
 * @returns {Box}
 */
export function boxOf(viewBox) {
  const [x, y, width, height] = viewBox.split(/\s+/).map(Number);
  return [x, y, width, height];
}

/**
 * Nearer or farther, around a point that stays where it is; never farther than the whole picture.
 * @param {Box} whole
 * @param {Box} box
 * @param {number} factor
 * @param {Point} [around]
 * @returns {Box}
 */
export function zoomed(whole, box, factor, around = middleOf(box)) {
  const [x, y, width, height] = box;
  const wanted = widthWithin(width * factor, whole[2], whole);
  if (wanted === whole[2]) return whole;
  const ratio = wanted / width;
  return [around.x - (around.x - x) * ratio, around.y - (around.y - y) * ratio, wanted, height * ratio];
}

/**
 * Aside by parts of what is seen.
 * @param {Box} box
 * @param {number} across
 * @param {number} down
 * @returns {Box}
 */
export function moved([x, y, width, height], across, down) {
  return [x + across * width, y + down * height, width, height];
}

/**
 * With a point in the middle, near enough to be read.
 * @param {Box} whole
 * @param {Box} box
 * @param {Point} middle
 * @returns {Box}
 */
export function centred(whole, [, , width, height], middle) {
  const wanted = widthWithin(READABLE, width, whole);
  const wantedHeight = (wanted / width) * height;
  return [middle.x - wanted / 2, middle.y - wantedHeight / 2, wanted, wantedHeight];
}

/**
 * Where a point of the screen is in the picture.
 * @param {Box} box
 * @param {Frame} frame
 * @param {Point} point
 * @returns {Point}
 */
export function inPicture([x, y, width, height], frame, point) {
  return {
    x: x + ((point.x - frame.x) / frame.width) * width,
    y: y + ((point.y - frame.y) / frame.height) * height,
  };
}

/**
 * @param {Box | Frame} box
 * @returns {Point}
 */
export function middleOf(box) {
  const [x, y, width, height] = "width" in box ? [box.x, box.y, box.width, box.height] : box;
  return { x: x + width / 2, y: y + height / 2 };
}

/**
 * @param {number} wanted
 * @param {number} most
 * @param {Box} whole
 */
function widthWithin(wanted, most, whole) {
  return Math.min(most, Math.max(whole[2] / NEAREST, wanted));
}
