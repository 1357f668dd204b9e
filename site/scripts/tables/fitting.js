// @ts-check
/* Tables show every column: closer together where they are too wide, a card a row where that is not enough. */

const PHONE = "(max-width: 44.9375em)";
/** With fewer columns a table fits a phone. */
const FOLDED_FROM = 3;

/**
 * Keeps a table within its box, also when the window changes.
 * @param {HTMLElement} box
 * @param {HTMLTableElement} table
 * @param {HTMLTableCellElement[]} heads
 */
export function keepFitting(box, table, heads) {
  const titles = heads.map((head) => head.textContent?.trim() ?? "");
  const phone = matchMedia(PHONE);
  let width = -1;
  const fit = () => {
    if (box.clientWidth === width) return;
    width = box.clientWidth;
    table.classList.remove("ss-dense", "ss-cards");
    box.classList.remove("ss-fits");
    if (phone.matches && heads.length >= FOLDED_FROM) fold(table, titles);
    else if (isCut(box)) {
      table.classList.add("ss-dense");
      if (isCut(box)) fold(table, titles);
    }
    box.classList.toggle("ss-fits", !isCut(box)); // heads then stay on the screen while the page moves
  };
  new ResizeObserver(fit).observe(box);
}

/** @param {HTMLElement} box */
function isCut(box) {
  return box.scrollWidth > box.clientWidth + 1;
}

/**
 * @param {HTMLTableElement} table
 * @param {string[]} titles
 */
function fold(table, titles) {
  table.classList.remove("ss-dense");
  table.classList.add("ss-cards");
  for (const body of table.tBodies) {
    for (const row of body.rows) {
      titles.forEach((title, column) => {
        const cell = row.cells[column];
        if (!cell) return;
        cell.dataset.head = title;
        cell.classList.toggle("ss-void", !cell.textContent?.trim());
      });
    }
  }
}
