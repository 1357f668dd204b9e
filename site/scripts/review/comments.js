// @ts-check
/* Comments as they are kept and handed over. Storage and files can hold anything, so nothing in them is trusted. */

/** @typedef {import("../given.d.ts").CommentsFileFormat} Format */
/**
 * @typedef {object} Comment
 * @property {string} id
 * @property {string} element
 * @property {string} title
 * @property {string} stance
 * @property {string} text
 * @property {string} by
 * @property {string} when
 * @property {string} version
 * @property {string} page
 */

/**
 * @param {unknown} value
 * @param {number} longest
 */
function cut(value, longest) {
  return typeof value === "string" ? value.slice(0, longest) : "";
}

/**
 * A comment as it may be kept and shown, or null.
 * @param {any} raw
 * @param {Format} format
 * @returns {Comment | null}
 */
export function readComment(raw, format) {
  const { stances, idPattern, maxLengths } = format;
  if (!raw || typeof raw !== "object" || !new RegExp(idPattern).test(raw.id) || !stances.includes(raw.stance))
    return null;
  if (typeof raw.element !== "string" || !raw.element || raw.element.length > maxLengths.element) return null;
  if (typeof raw.when !== "string" || Number.isNaN(Date.parse(raw.when)) || !cut(raw.by, 1)) return null;
  const page = cut(raw.page, maxLengths.page);
  return {
    id: raw.id,
    element: raw.element,
    title: cut(raw.title, maxLengths.title) || raw.element,
    stance: raw.stance,
    text: cut(raw.text, maxLengths.text),
    by: cut(raw.by, maxLengths.by),
    when: new Date(raw.when).toISOString(),
    version: cut(raw.version, maxLengths.version),
    page: isPage(page) ? page : "",
  };
}

/** @param {string} address */
function isPage(address) {
  return /^[\w.~%-]+(\/[\w.~%-]+)*\.html$/.test(address) && !address.includes("..");
}

/**
 * The sound comments in a text of JSON; none where it is no such text.
 * @param {string | null} json
 * @param {Format} format
 * @returns {Comment[]}
 */
export function readComments(json, format) {
  const data = parsed(json);
  const listed = data && Array.isArray(data.comments) ? data.comments : [];
  const read = listed.map((/** @type {unknown} */ raw) => readComment(raw, format));
  return read.filter((/** @type {Comment | null} */ comment) => comment !== null).slice(0, format.maxComments);
}

/**
 * What a file holds: comments on this engagement, or the name of what is wrong with it.
 * @param {string} json
 * @param {string} engagement
 * @param {Format} format
 * @returns {Comment[] | "unreadable" | "other_engagement"}
 */
export function readFile(json, engagement, format) {
  const data = parsed(json);
  if (data?.format !== format.format || data.format_version !== format.formatVersion) return "unreadable";
  return data.engagement === engagement ? readComments(json, format) : "other_engagement";
}

/** @param {string | null} json */
function parsed(json) {
  try {
    return JSON.parse(json ?? "null");
  } catch {
    return null;
  }
}

/**
 * The text of the file that is handed over.
 * @param {Comment[]} comments
 * @param {{ engagement: string, version: string }} place
 * @param {string} exported
 * @param {Format} format
 */
export function fileText(comments, { engagement, version }, exported, format) {
  const head = {
    format: format.format,
    format_version: format.formatVersion,
    engagement,
    version,
    exported,
  };
  return `${JSON.stringify({ ...head, comments }, null, 1)}\n`;
}

/**
 * A name that every system takes for a file.
 * @param {string} engagement
 * @param {string} by
 * @param {string} when
 */
export function fileName(engagement, by, when) {
  const name = [engagement, "comments", by, day(when)].join("-");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no file may be called by them
  return `${name.replace(/[\\/:*?"<>|\s\u0000-\u001f]+/g, "_")}.json`;
}

/**
 * The comments that are new, or of a later wording than the known ones; no more than there is room for.
 * @param {Comment[]} known
 * @param {Comment[]} incoming
 * @param {number} most
 */
export function newComments(known, incoming, most) {
  const byId = new Map(known.map((comment) => [comment.id, comment]));
  /** @type {Comment[]} */
  const taken = [];
  for (const comment of incoming) {
    const earlier = byId.get(comment.id);
    if (earlier ? earlier.when < comment.when : known.length + taken.length < most) taken.push(comment);
  }
  return taken;
}

/**
 * All comments as a text for a message.
 * @param {Comment[]} comments
 * @param {Record<string, string>} words
 */
export function plainText(comments, words) {
  return comments
    .map(({ title, element, stance, by, when, version, text }) => {
      const head = [`${title} (${element})`, words[stance], by, day(when), version].filter(Boolean).join(" · ");
      return text ? `${head}\n${text}` : head;
    })
    .join("\n\n");
}

/**
 * A name in one line, without characters that nobody sees: the import leaves them out as well.
 * @param {string} typed
 * @param {string} invisible
 */
export function oneLine(typed, invisible) {
  return typed.replace(/\s+/g, " ").replace(new RegExp(invisible, "gu"), "").replace(/ +/g, " ").trim();
}

/**
 * The day of a moment, where the reader is.
 * @param {string} when
 */
export function day(when) {
  const date = new Date(when);
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** @param {Uint8Array} random */
export function newId(random) {
  return `c${Array.from(random, (byte) => (byte % 36).toString(36)).join("")}`;
}
