// @ts-check
/* What a result shows of a page: the sentence that was found, with what was found in it marked. */

/** @typedef {import("./folding.js").Folded} Folded */

const SENTENCE = /[^。！？；.!?;]*(?:[。！？；]+|[.!?;]+(?=\s|$)|[.!?;]+|$)/g;
const ENOUGH = 160;
const BEFORE = 40;
/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * The text as HTML, each place of a term marked.
 * @param {string} text
 * @param {Folded} compared
 * @param {readonly string[]} terms
 * @param {number} [from]
 * @param {number} [to]
 * @returns {string}
 */
export function marked(text, compared, terms, from = 0, to = text.length) {
  const marks = new Uint8Array(text.length);
  for (const term of terms)
    for (let at = compared.text.indexOf(term); at >= 0; at = compared.text.indexOf(term, at + term.length))
      marks.fill(1, compared.starts[at], compared.ends[at + term.length - 1]);
  let html = "";
  for (let at = from; at < to; ) {
    let end = at + 1;
    while (end < to && marks[end] === marks[at]) end++;
    const piece = escaped(text.slice(at, end));
    html += marks[at] ? `<mark data-md-highlight>${piece}</mark>` : piece;
    at = end;
  }
  return html;
}

/**
 * The sentence with the first of the terms, marked; the first sentence where none of them is in the text.
 * @param {string} text
 * @param {Folded} compared
 * @param {readonly string[]} terms
 * @returns {string}
 */
export function excerpt(text, compared, terms) {
  const places = terms.map((term) => compared.text.indexOf(term)).filter((at) => at >= 0);
  const place = places.length ? compared.starts[Math.min(...places)] : 0;
  let from = 0;
  for (const { 0: sentence, index = 0 } of text.matchAll(SENTENCE)) {
    if (index > place) break;
    if (sentence) from = index;
  }
  if (place - from > ENOUGH - BEFORE) from = atWord(text, place - BEFORE);
  while (/\s/.test(text.charAt(from))) from++;
  const to = text.length - from > ENOUGH ? atWord(text, from + ENOUGH) : text.length;
  return `${from ? "… " : ""}${marked(text, compared, terms, from, to)}${to < text.length ? " …" : ""}`;
}

/**
 * The place, or that of the beginning of the word which it would cut.
 * @param {string} text
 * @param {number} place
 * @returns {number}
 */
function atWord(text, place) {
  let at = place;
  while (at > place - 20 && /[\w\udc00-\udfff]/.test(text.charAt(at)) && /[\w\ud800-\udbff]/.test(text.charAt(at - 1)))
    at--;
  return Math.max(at, 0);
}

/**
 * @param {string} text
 * @returns {string}
 */
export function escaped(text) {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character]);
}
