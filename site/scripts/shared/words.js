// @ts-check
/* Words: those that are searched for, and those that are said. */

/**
 * The words of what somebody typed to search for.
 * @param {string} typed
 */
export function searchWords(typed) {
  return typed.toLowerCase().split(/\s+/).filter(Boolean);
}

/**
 * Whether the text has every word.
 * @param {string} text
 * @param {string[]} words
 */
export function hasWords(text, words) {
  const lower = text.toLowerCase();
  return words.every((word) => lower.includes(word));
}

/**
 * A text with values in the places of their names in braces.
 * @param {string} text
 * @param {Record<string, string | number>} values
 */
export function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (place, name) => (name in values ? String(values[name]) : place));
}
