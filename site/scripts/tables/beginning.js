// @ts-check
/* A long table begins with its first rows; the rest is one press away. On paper, and without scripts, it is whole. */

/** How many rows a table begins with: its style sheet knows the same two numbers. */
export const FIRST = { screen: 10, phone: 5 };
/** Not worth a press: so many rows more are simply shown; on a phone a row is a card, half a screen high. */
const SPARED = { screen: 3, phone: 1 };

/**
 * The classes of a table of so many rows: where it is cut.
 * @param {number} rows
 */
export function cutWhere(rows) {
  const screens = /** @type {const} */ (["screen", "phone"]);
  return screens.filter((screen) => rows > FIRST[screen] + SPARED[screen]).map((screen) => `ss-first-${screen}`);
}

/**
 * Cuts the table, and gives the button that shows all of it.
 * @param {HTMLTableElement} table
 * @param {number} rows
 * @param {{ all: string, first: string }} words
 * @returns {{ button: HTMLButtonElement, showAll: () => void } | null}
 */
export function cut(table, rows, words) {
  const classes = cutWhere(rows);
  if (!classes.length) return null;
  const button = document.createElement("button");
  button.type = "button";
  button.className = ["ss-all-rows", ...classes].join(" ");
  /** @param {boolean} isWhole */
  const show = (isWhole) => {
    for (const name of classes) table.classList.toggle(name, !isWhole);
    button.textContent = isWhole ? words.first : words.all;
    button.setAttribute("aria-expanded", String(isWhole));
  };
  button.addEventListener("click", () => {
    const isWhole = button.getAttribute("aria-expanded") !== "true";
    show(isWhole);
    if (!isWhole) table.scrollIntoView({ block: "nearest" });
  });
  show(false);
  return { button, showAll: () => show(true) };
}
