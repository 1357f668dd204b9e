// @ts-check
/*
 * How well a page answers a query. What its title says comes before its other names, those before its text: each of
 * these is a level of its own, and no number of lesser matches makes up for a better one.
 */

import { folded, foldedWords } from "./folding.js";
import { BEGINNING, found, INSIDE, NOWHERE, WHOLE } from "./matching.js";

/**
 * @typedef {import("./folding.js").Folded} Folded
 * @typedef {{ phrase: string, written: string, terms: { folded: string, written: string }[] }} Query
 */

/**
 * What of an entry is compared.
 * @typedef {object} Compared
 * @property {string} written the title in one width and case
 * @property {Folded} title
 * @property {string[]} names the id, and the title in the other language
 * @property {string} kind
 * @property {Folded} text what is shown
 * @property {string} more what is not
 * @property {string} all everything that is said, to see quickly what is not
 * @property {boolean} isSection
 */

/** The levels, the best first. */
const LEVELS = /** @type {const} */ ([
  "same title",
  "same but for signs",
  "same name",
  "begins title",
  "whole words of title",
  "beginning of a word of title",
  "all terms in title",
  "amid title",
  "in a name",
  "title, names and kind together",
  "in the text",
  "all terms in the text",
  "all terms somewhere",
]);
/** @type {Map<string, number>} */
const SCORES = new Map(LEVELS.map((level, at) => [level, 10 * (LEVELS.length - at)]));
const OF_A_TERM = 5;

/**
 * The score of an entry, and which of the terms are in it; those with all terms are above those that lack some.
 * @param {Compared} entry
 * @param {Query} query
 * @returns {{ score: number, has: boolean[] }}
 */
export function ranked(entry, query) {
  const level = query.terms.every((term) => entry.all.includes(term.folded)) ? levelOf(entry, query) : undefined;
  if (level === undefined) {
    const has = query.terms.map(({ folded: term }) => isSomewhere(entry, term));
    const share = has.filter(Boolean).length / Math.max(1, has.length);
    return { score: share * OF_A_TERM, has };
  }
  const share = Math.min(1, query.phrase.length / Math.max(1, entry.title.text.length));
  const score = (SCORES.get(level) ?? 0) + (entry.isSection ? 0 : 5) + 4 * share;
  return { score, has: query.terms.map(() => true) };
}

/**
 * @param {Compared} entry
 * @param {Query} query
 * @returns {(typeof LEVELS)[number] | undefined}
 */
function levelOf(entry, { phrase, written, terms }) {
  const title = entry.title.text;
  if (entry.written === written) return "same title";
  if (title === phrase) return "same but for signs";
  if (entry.names.includes(phrase)) return "same name";
  const { quality, at } = found(title, phrase);
  if (at === 0 && quality > NOWHERE) return "begins title";
  if (quality === WHOLE) return "whole words of title";
  if (quality === BEGINNING) return "beginning of a word of title";
  if (terms.every((term) => found(title, term.folded).quality >= BEGINNING)) return "all terms in title";
  if (quality === INSIDE || terms.every((term) => found(title, term.folded).quality)) return "amid title";
  if (entry.names.some((name) => found(name, phrase).quality)) return "in a name";
  const named = [title, ...entry.names, entry.kind];
  if (terms.every((term) => isInOne(named, term.folded))) return "title, names and kind together";
  if (found(entry.text.text, phrase).quality) return "in the text";
  if (terms.every((term) => isInOne([...named, entry.text.text], term.folded))) return "all terms in the text";
  if (terms.every((term) => isSomewhere(entry, term.folded))) return "all terms somewhere";
  return undefined;
}

/**
 * @param {Compared} entry
 * @param {string} term
 * @returns {boolean}
 */
function isSomewhere(entry, term) {
  if (!entry.all.includes(term)) return false;
  return isInOne([entry.title.text, ...entry.names, entry.kind, entry.text.text, entry.more], term);
}

/**
 * @param {readonly string[]} texts
 * @param {string} term
 * @returns {boolean}
 */
function isInOne(texts, term) {
  return texts.some((text) => found(text, term).quality > NOWHERE);
}

/**
 * @param {string} text
 * @param {ReadonlyMap<string, string>} simplified
 * @returns {Query}
 */
export function asQuery(text, simplified) {
  const phrase = folded(text, simplified).text;
  const terms = text
    .split(/\s+/)
    .map((written) => ({ written, folded: foldedWords(written, simplified).text }))
    .filter((term) => term.folded);
  const written = text.normalize("NFKC").trim();
  return { phrase, written: written.toLowerCase(), terms: terms.length ? terms : [{ written, folded: phrase }] };
}
