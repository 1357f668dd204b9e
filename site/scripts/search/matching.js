// @ts-check
/* How well a term is found in a folded text. */

import { isHan } from "./folding.js";

/** Not at all, amid a word, where a word begins, as a whole word. */
export const NOWHERE = 0;
export const INSIDE = 1;
export const BEGINNING = 2;
export const WHOLE = 3;
/** A Latin term this short is looked for where words begin only: "ai" is not in "main". */
const SHORT = 3;

/**
 * Where the term is found best, and how well. Chinese words have no ends that could be seen: each place is a beginning.
 * @param {string} text
 * @param {string} term
 * @returns {{ quality: number, at: number }}
 */
export function found(text, term) {
  let best = { quality: NOWHERE, at: -1 };
  if (!term) return best;
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    const quality = qualityAt(text, term, at);
    if (quality > best.quality) best = { quality, at };
    if (quality === WHOLE) break;
  }
  return best;
}

/**
 * @param {string} text
 * @param {string} term
 * @param {number} at
 * @returns {number}
 */
function qualityAt(text, term, at) {
  const begins = at === 0 || isEdge(text, at);
  const ends = at + term.length === text.length || isEdge(text, at + term.length);
  if (begins) return ends ? WHOLE : BEGINNING;
  return term.length >= SHORT ? INSIDE : NOWHERE;
}

/**
 * Whether one word ends and another begins there.
 * @param {string} text
 * @param {number} at
 * @returns {boolean}
 */
function isEdge(text, at) {
  const before = text.charAt(at - 1);
  const behind = text.charAt(at);
  return before === " " || behind === " " || isHan(before) || isHan(behind);
}
