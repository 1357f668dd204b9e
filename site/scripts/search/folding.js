// @ts-check
/*
 * Text as search compares it: in one width and case, in simplified characters, without what only separates. Between two
 * words of Latin letters a single blank stays; beside a Chinese character none does.
 */

/**
 * What is compared, and for each of its characters where the one that it comes from begins and ends.
 * @typedef {{ text: string, starts: number[], ends: number[] }} Folded
 */

const CLUSTERS = /\P{M}\p{M}*|\p{M}+/gu;
const SAID = /[\p{L}\p{N}\p{M}\p{Sc}%‰+#]/u;
const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * The simplified form of each traditional character, from a text in which they stand in pairs.
 * @param {string} pairs
 * @returns {Map<string, string>}
 */
export function simplifiedForms(pairs) {
  const characters = [...pairs];
  /** @type {Map<string, string>} */
  const forms = new Map();
  for (let at = 0; at + 1 < characters.length; at += 2) forms.set(characters[at], characters[at + 1]);
  return forms;
}

/**
 * A text of nothing but signs is compared by these.
 * @param {string} text
 * @param {ReadonlyMap<string, string>} simplified
 * @returns {Folded}
 */
export function folded(text, simplified) {
  const found = foldedWords(text, simplified);
  return found.text ? found : parts(text, simplified, (character) => character.trim() !== "");
}

/**
 * @param {string} text
 * @param {ReadonlyMap<string, string>} simplified
 * @returns {Folded}
 */
export function foldedWords(text, simplified) {
  return parts(text, simplified, (character) => SAID.test(character));
}

/**
 * @param {string} text
 * @param {ReadonlyMap<string, string>} simplified
 * @param {(character: string) => boolean} isSaid
 * @returns {Folded}
 */
function parts(text, simplified, isSaid) {
  let said = "";
  /** @type {number[]} */
  const starts = [];
  /** @type {number[]} */
  const ends = [];
  let gap = false;
  for (const match of text.matchAll(CLUSTERS)) {
    const at = match.index ?? 0;
    for (const character of match[0].normalize("NFKC").toLowerCase()) {
      if (!isSaid(character)) {
        gap = said !== "";
        continue;
      }
      if (gap && !isHan(said.charAt(said.length - 1)) && !isHan(character)) add(" ", at, at);
      gap = false;
      add(simplified.get(character) ?? character, at, at + match[0].length);
    }
  }
  return { text: said, starts, ends };

  /**
   * @param {string} more
   * @param {number} start
   * @param {number} end
   */
  function add(more, start, end) {
    said += more;
    for (let unit = 0; unit < more.length; unit++) {
      starts.push(start);
      ends.push(end);
    }
  }
}

/**
 * Whether the text begins with a character that stands for a word, or for a part of one.
 * @param {string} text
 * @returns {boolean}
 */
export function isHan(text) {
  return HAN.test(text) || /[\ud800-\udfff]/.test(text);
}
