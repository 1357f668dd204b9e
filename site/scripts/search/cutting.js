// @ts-check
/* Terms that no page has, cut into pieces that pages have: Chinese is written without blanks, and words have endings. */

import { isHan } from "./folding.js";

/** @typedef {{ folded: string, written: string }} Term */

const ENDINGS = /(?<=\w{3})(?:ies|es|s|ing|ed|ly|ment|ation)$/;

/**
 * @param {Term} term
 * @param {(piece: string) => boolean} isKnown
 * @returns {Term[]}
 */
export function cut(term, isKnown) {
  if (isKnown(term.folded)) return [term];
  const pieces = runs(term.folded).flatMap((run) => (isHan(run) ? longest(run, isKnown) : [stem(run, isKnown)]));
  return pieces.map((piece) => ({ folded: piece, written: pieces.length === 1 ? term.written : piece }));
}

/**
 * Runs of Chinese characters, and what stands between them.
 * @param {string} text
 * @returns {string[]}
 */
function runs(text) {
  /** @type {string[]} */
  const found = [];
  let kind;
  for (const character of text) {
    const next = character === " " ? undefined : isHan(character);
    if (next === undefined) kind = undefined;
    else if (next === kind) found[found.length - 1] += character;
    else found.push(character);
    kind = next;
  }
  return found;
}

/**
 * The longest beginning that is known, then that of the rest. A single character is one only where no longer piece is.
 * @param {string} run
 * @param {(piece: string) => boolean} isKnown
 * @returns {string[]}
 */
function longest(run, isKnown) {
  const characters = [...run];
  /** @type {string[]} */
  const pieces = [];
  for (let at = 0; at < characters.length; ) {
    let end = characters.length;
    while (end > at + 1 && !isKnown(characters.slice(at, end).join(""))) end--;
    pieces.push(characters.slice(at, end).join(""));
    at = end;
  }
  const words = pieces.filter((piece) => [...piece].length > 1);
  return words.length ? words : pieces;
}

/**
 * @param {string} word
 * @param {(piece: string) => boolean} isKnown
 * @returns {string}
 */
function stem(word, isKnown) {
  if (isKnown(word)) return word;
  const shorter = word.replace(ENDINGS, "");
  return isKnown(shorter) ? shorter : word;
}
