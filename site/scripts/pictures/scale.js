// @ts-check
/* How large a picture is shown: at first, and nearer or farther. A scale is pixels of the screen for one of the picture. */

/** @typedef {{ width: number, height: number }} Size */
/** @typedef {{ x: number, y: number }} Point */

/** A small picture is not blown up beyond this, nor a high one that is read from top to bottom. */
const LARGEST = 3;
const LARGEST_IN_PARTS = 1.5;
/** How much nearer than readable one can go. */
const NEAREST = 8;

/**
 * The scale that a picture opens with on a page: as wide as there is room, its words readable; the page goes on below.
 * The style sheet does the same before this script has run.
 * @param {Size} picture
 * @param {Size} room
 * @param {number} readable the scale at which the smallest words can just be read
 */
export function scaleOnPage(picture, room, readable) {
  return Math.max(readable, Math.min(1, room.width / picture.width));
}

/**
 * The scale on a whole screen: all of it where that can be read, or else as wide as the screen, or else readable.
 * @param {Size} picture
 * @param {Size} room
 * @param {number} readable
 */
export function scaleOnScreen(picture, room, readable) {
  const across = room.width / picture.width;
  const whole = Math.min(across, room.height / picture.height);
  if (whole >= readable) return Math.min(whole, Math.max(LARGEST, readable));
  return Math.max(readable, Math.min(across, LARGEST_IN_PARTS));
}

/**
 * Nearer or farther: never so far that there is more room than picture, unless it opened so.
 * @param {number} wanted
 * @param {number} opening
 * @param {Size} picture
 * @param {Size} room
 * @param {number} readable
 */
export function scaleWithin(wanted, opening, picture, room, readable) {
  const whole = Math.min(room.width / picture.width, room.height / picture.height);
  const least = Math.min(opening, whole);
  const most = Math.max(opening, readable) * NEAREST;
  return Math.min(most, Math.max(least, wanted));
}

/**
 * How far a box is to be scrolled so that what was at a point of it is there again, after all grew by a factor.
 * @param {Point} scrolled
 * @param {Point} point within what is seen
 * @param {number} factor
 * @returns {Point}
 */
export function scrolledAround(scrolled, point, factor) {
  return { x: (scrolled.x + point.x) * factor - point.x, y: (scrolled.y + point.y) * factor - point.y };
}

/**
 * At which edges of a box there is more to see.
 * @param {Point} scrolled
 * @param {Size} seen
 * @param {Size} all
 */
export function moreAt(scrolled, seen, all) {
  const STILL = 4;
  return {
    left: scrolled.x > STILL,
    right: scrolled.x + seen.width < all.width - STILL,
    above: scrolled.y > STILL,
    below: scrolled.y + seen.height < all.height - STILL,
  };
}
