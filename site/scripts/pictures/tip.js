// @ts-check
/* The card beside a box: what it says, and where it stands. */

/** @typedef {{ tag: "small" | "b" | "span" | "em", text: string }} TipLine */
/** @typedef {{ left: number, top: number, bottom: number, width: number }} Place */

/**
 * The lines of the card: kind, title, what is written in the box, each finding there, numbers of neighbours.
 * @param {string} tooltip parts with dots between them: kind, title, and then findings, each with its mark
 * @param {string[]} written
 * @param {string[]} findingMarks
 * @param {string} neighbours
 * @returns {TipLine[]}
 */
export function tipLines(tooltip, written, findingMarks, neighbours) {
  const [kind, ...rest] = tooltip.split(" · ");
  const isFinding = (/** @type {string} */ part) => findingMarks.some((mark) => part.startsWith(`${mark} `));
  const firstFinding = rest.findIndex(isFinding);
  const titleParts = firstFinding < 0 ? rest : rest.slice(0, firstFinding);
  /** @type {TipLine[]} */
  const lines = [
    { tag: "small", text: kind },
    { tag: "b", text: titleParts.join(" · ") },
    { tag: "span", text: written.join(" · ") },
    ...rest.slice(titleParts.length).map((text) => ({ tag: /** @type {const} */ ("em"), text })),
    { tag: "small", text: neighbours },
  ];
  return lines.filter((line) => line.text);
}

/**
 * How many arrows lead to a box, and to how many it leads; nothing of none.
 * @param {number} before
 * @param {number} behind
 * @param {{ ledToBy: string, leadsTo: string }} words
 */
export function neighboursSaid(before, behind, words) {
  const said = [
    before ? words.ledToBy.replace("{}", String(before)) : "",
    behind ? words.leadsTo.replace("{}", String(behind)) : "",
  ];
  return said.filter(Boolean).join(" · ");
}

/**
 * Below the box, or above it where there is no room; within the figure.
 * @param {Place} box
 * @param {Place} figure
 * @param {{ width: number, height: number }} card
 * @param {number} screenHeight
 */
export function tipPlace(box, figure, card, screenHeight) {
  const fitsBelow = box.bottom + card.height + 12 < screenHeight;
  const left = Math.min(Math.max(8, box.left - figure.left), figure.width - card.width - 8);
  return {
    left: Math.max(8, left),
    top: (fitsBelow ? box.bottom + 6 : box.top - card.height - 6) - figure.top,
  };
}
