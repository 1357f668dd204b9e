// @ts-check
/* Tables: sort by a column, filter the rows, save them as CSV. Without this script they are complete and in order. */
import { button, make, saveFile, whenRead } from "./shared/dom.js";
import { hasWords, searchWords } from "./shared/words.js";
import { cut } from "./tables/beginning.js";
import { csvText, fieldsOf, fileName } from "./tables/csv.js";
import { keepFitting } from "./tables/fitting.js";
import { nextOrder, sortedRows, sortKey } from "./tables/sorting.js";

const { columns } = /** @type {import("./given.d.ts").GivenToTables} */ (given);

/** From how many rows on a table can be filtered, and from how many sorted. */
const FILTERED_FROM = 6;
const SORTED_FROM = 3;

/** @param {HTMLElement} cell */
function textOf(cell) {
  // biome-ignore lint/performance/useDomNodeTextContent: what is seen, with blanks between blocks
  return cell.innerText.replace(/\s+/g, " ").trim();
}

/**
 * @param {HTMLTableSectionElement} body
 * @param {HTMLTableCellElement[]} heads
 */
function makeSortable(body, heads) {
  const rows = [...body.rows];
  heads.forEach((head, column) => {
    /** @param {HTMLTableRowElement} row */
    const keyOf = (row) => {
      const cell = row.cells[column];
      return cell ? sortKey(textOf(cell), cell.dataset) : "";
    };
    const sort = make("button", { type: "button", class: "ss-sort" }, ...head.childNodes);
    head.append(sort);
    sort.addEventListener("click", () => {
      const order = nextOrder(head.getAttribute("aria-sort"));
      for (const other of heads) other.removeAttribute("aria-sort");
      if (order !== "none") head.setAttribute("aria-sort", order);
      body.append(...sortedRows(rows, keyOf, order, document.documentElement.lang));
    });
  });
}

/** What a row is found by: its text, and the words that its cells are known by besides. @param {HTMLTableRowElement} row */
function foundBy(row) {
  return [row.textContent, ...Array.from(row.cells, (cell) => cell.dataset.also ?? "")].join(" ");
}

/**
 * A box that filters the rows, and how many are left.
 * @param {HTMLTableRowElement[]} rows
 * @param {string} label
 * @param {() => void} [whenUsed] is called when somebody filters
 */
function filterOf(rows, label, whenUsed) {
  const box = make("input", {
    type: "search",
    placeholder: label,
    "aria-label": label,
  });
  const status = make("span", { role: "status" });
  box.addEventListener("input", () => {
    const words = searchWords(box.value);
    if (words.length) whenUsed?.();
    for (const row of rows) row.hidden = !hasWords(foundBy(row), words);
    const left = rows.filter((row) => !row.hidden).length;
    status.textContent = words.length ? `${left} / ${rows.length}` : "";
  });
  return [box, status];
}

/** A cell as a file has it. @param {HTMLTableCellElement} cell */
function csvCell(cell) {
  /** @type {NodeListOf<HTMLElement>} */
  const links = cell.querySelectorAll(".ss-refs .ss-ref");
  const text = links.length > 1 ? Array.from(links, textOf).join("; ") : textOf(cell);
  const { number, unit, ends } = cell.dataset;
  const isPlain = !cell.querySelector(".ss-note, .ss-assumed") && !/[≥≤<>约(（]|^about /.test(text);
  return number === undefined ? { text } : { text, number, unit, ends: ends?.split(" "), isPlain };
}

/**
 * What is left of the rows, as a file.
 * @param {HTMLTableRowElement} head
 * @param {HTMLTableRowElement[]} rows
 */
function csvOf(head, rows) {
  const names = columns[document.documentElement.lang] ?? columns.en;
  const shown = rows.filter((row) => !row.hidden).map((row) => Array.from(row.cells, csvCell));
  const fields = names ? fieldsOf(Array.from(head.cells, textOf), shown, names) : [];
  return new Blob([csvText(fields)], { type: "text/csv;charset=utf-8" });
}

/** What the file of a table is called: by engagement and version, page and table. @param {HTMLElement} box */
function nameOf(box) {
  const table = box.getAttribute("aria-label") ?? "";
  const page = document.querySelector("h1")?.textContent?.trim() ?? "";
  const edition = document.querySelector(".ss-edition");
  const model = edition instanceof HTMLElement ? (edition.dataset.model ?? "") : "";
  return fileName([model, page === table ? "" : page, table]);
}

/**
 * Lets a long table begin with its first rows, unless the address leads to another; what shows them all.
 * @param {HTMLElement} box
 * @param {HTMLTableElement} table
 * @param {number} rows
 */
function makeShort(box, table, rows) {
  const { all, first } = box.dataset;
  const beginning = all && first ? cut(table, rows, { all, first }) : null;
  if (!beginning) return;
  box.after(beginning.button);
  const openForTarget = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !table.contains(target)) return;
    beginning.showAll();
    target.scrollIntoView();
  };
  window.addEventListener("hashchange", openForTarget);
  openForTarget();
  return beginning.showAll;
}

/** @param {HTMLElement} box */
function makeReady(box) {
  const table = box.querySelector("table");
  const [head, body] = [table?.tHead?.rows[0], table?.tBodies[0]];
  const { filter, csv } = box.dataset;
  if (!table || !head || !body || table.dataset.ready) return;
  table.dataset.ready = "1";
  const rows = [...body.rows];
  const showAll = makeShort(box, table, rows.length);
  if (!csv) return;
  const save = button("CSV", () => saveFile(nameOf(box), csvOf(head, [...body.rows])), {
    title: csv,
    "aria-label": csv,
  });
  const tools = rows.length >= FILTERED_FROM ? filterOf(rows, filter ?? "", showAll) : [];
  box.before(make("div", { class: "ss-table-tools" }, ...tools, save));
  if (table.classList.contains("ss-matrix")) return;
  keepFitting(box, table, [...head.cells]);
  if (rows.length >= SORTED_FROM) makeSortable(body, [...head.cells]);
}

whenRead(() => {
  /** @type {NodeListOf<HTMLElement>} */
  const boxes = document.querySelectorAll(".ss-scroll");
  boxes.forEach(makeReady);
});
