// @ts-check
/* A picture as a list, for screens that are too narrow for it: what stands in it, under what it stands under, and where
   its arrows lead. Computed from what is drawn, so that no page carries anything twice. */

/**
 * A shape of the picture: its name, CSS classes, what is told beside the pointer, the texts in it with their style, its
 * address, and where it lies. A line: from where to where, what is written on it, and how far down.
 * @typedef {{ style: string, text: string }} Written
 * @typedef {{ left: number, top: number, right: number, bottom: number }} Area
 * @typedef {{ name: string, classes: string[], said: string, written: Written[], url: string, area: Area }} Shape
 * @typedef {{ from: string, to: string, classes: string[], written: Written[], top: number }} Line
 *
 * What the list has: items, each with notes, marks of findings and where it leads, in sections.
 * @typedef {{ title: string, url: string, notes: string[], marks: string, leads: string[], classes: string[] }} Item
 * @typedef {{ title: string, url: string, items: Item[] }} Section
 */

/** Classes of shapes that are no items, whatever is told of them. */
const AROUND = new Set(["legend", "caption", "shelf", "band", "step-head", "lane-head", "connector", "lifeline-foot"]);
/** Where as many of the items as this lead to one and the same, it is told of none of them. */
const MOST = 0.8;
/** Heads of one row have one, two or three lines; so far apart they may lie. */
const ONE_ROW = 48;

/**
 * @param {Shape[]} shapes
 * @param {Line[]} lines
 * @param {string[]} findingMarks
 * @returns {Section[]}
 */
export function outlineOf(shapes, lines, findingMarks) {
  const shown = shapes.filter((shape) => !shape.classes.includes("legend"));
  const cells = shown.filter((shape) => shape.classes.includes("grid-mark") && shape.said);
  if (cells.length) return rowsOf(cells);
  const titles = new Map(shown.filter(({ said }) => said).map((shape) => [shape.name, titleOf(shape, findingMarks)]));
  const sent = lines.filter((line) => line.classes.includes("exchange") && line.written.length);
  const inTurn = sent.sort((one, other) => one.top - other.top);
  if (sent.length) return [{ title: "", url: "", items: inTurn.map((line) => exchange(line, titles)) }];
  const items = shown.filter((shape) => shape.said && !shape.classes.some((name) => AROUND.has(name)));
  const leads = leadsOf(items, lines, titles);
  /** @param {Shape} shape @returns {Item} */
  const itemOf = (shape) => ({
    title: titles.get(shape.name) ?? "",
    url: shape.url,
    notes: [notesOf(shape).join(" ")].filter(Boolean),
    marks: textsOf(shape, "mark").join(" "),
    leads: leads.get(shape.name) ?? [],
    classes: shape.classes,
  });
  return sectionsOf(items, shown, lines).map(({ head, own }) => ({
    title: head ? (titles.get(head.name) ?? joined(textsOf(head, "title"))) : "",
    url: head?.url ?? "",
    items: withoutTwins(own.map(itemOf)),
  }));
}

/** What is drawn twice is told once. @param {Item[]} items */
function withoutTwins(items) {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

/**
 * A grid: its rows, and what is marked in each.
 * @param {Shape[]} cells
 * @returns {Section[]}
 */
function rowsOf(cells) {
  /** @type {Map<string, Item[]>} */
  const rows = new Map();
  for (const { said, url, classes } of cells) {
    const [first = "", ...rest] = said.split(" · ");
    const [row = "", column = ""] = first.includes(" → ") ? first.split(" → ") : [first, rest.shift()];
    const item = { title: column, url, notes: [rest.join(" · ")].filter(Boolean), marks: "", leads: [], classes };
    rows.set(row, [...(rows.get(row) ?? []), item]);
  }
  return [...rows].map(([title, items]) => ({ title, url: "", items }));
}

/**
 * What one hands to another.
 * @param {Line} line
 * @param {Map<string, string>} titles
 * @returns {Item}
 */
function exchange(line, titles) {
  const what = line.written.filter(({ style }) => style === "name").map(({ text }) => text);
  const how = line.written.filter(({ style }) => style !== "name").map(({ text }) => text);
  const ends = [titles.get(line.from), titles.get(line.to)].filter(Boolean).join(" → ");
  return {
    title: joined(what),
    url: "",
    notes: [ends, how.join(" ")].filter(Boolean),
    marks: "",
    leads: [],
    classes: line.classes,
  };
}

/**
 * The titles that the arrows of each item lead to, through joints that have none.
 * @param {Shape[]} items
 * @param {Line[]} lines
 * @param {Map<string, string>} titles
 * @returns {Map<string, string[]>}
 */
function leadsOf(items, lines, titles) {
  const known = new Set(items.map(({ name }) => name));
  /** @type {Map<string, string[]>} */
  const leads = new Map();
  for (const { from, to, written } of lines) {
    const title = known.has(from) && known.has(to) ? titles.get(to) : undefined;
    if (!title) continue;
    const told = [title, ...written.map(({ text }) => text)].join(" ");
    const before = leads.get(from) ?? [];
    if (!before.includes(told)) leads.set(from, [...before, told]);
  }
  const every = [...leads.values()].flat();
  const common = new Set(every.filter((told) => count(every, told) > 2 && count(every, told) >= items.length * MOST));
  return new Map([...leads].map(([name, told]) => [name, told.filter((one) => !common.has(one))]));
}

/** @param {string[]} texts @param {string} text */
function count(texts, text) {
  return texts.filter((one) => one === text).length;
}

/**
 * The items in the order of the picture, under what they stand under: the head of their shelf, their quarter, their
 * lane, or their column.
 * @param {Shape[]} items
 * @param {Shape[]} shapes
 * @param {Line[]} lines
 * @returns {{ head: Shape | null, own: Shape[] }[]}
 */
function sectionsOf(items, shapes, lines) {
  const having = (/** @type {string} */ name) => shapes.filter(({ classes }) => classes.includes(name));
  const shelves = having("shelf");
  const known = new Map(items.map((item) => [item.name, item]));
  /** @type {Map<Shape, Shape>} */
  const headOfShelf = new Map();
  for (const shelf of shelves) {
    const ends = lines.filter((line) => line.from === shelf.name || line.to === shelf.name);
    const others = ends.map((line) => known.get(line.from === shelf.name ? line.to : line.from));
    const [head] = others.filter((other) => other && !isWithin(other.area, shelf.area));
    if (head && new Set(others).size === 1) headOfShelf.set(shelf, head);
  }
  const isHead = new Set(headOfShelf.values());
  const [quarters, lanes, columns] = [having("quadrant"), having("lane-head"), having("step-head")];
  /** @param {Shape} item */
  const headOf = (item) => {
    const shelf = shelves.find(({ area }) => isWithin(item.area, area));
    if (shelf) return headOfShelf.get(shelf) ?? shelf;
    const quarter = quarters.find(({ area }) => isWithin(item.area, area));
    if (quarter) return having("quadrant-head").find(({ area }) => isWithin(area, quarter.area)) ?? null;
    if (lanes.length) return nearest(lanes, (lane) => Math.abs(middle(lane.area).y - middle(item.area).y));
    return columnOf(item, columns);
  };
  /** @type {Map<Shape | null, Shape[]>} */
  const sections = new Map();
  for (const head of isHead) sections.set(head, []);
  for (const item of items) {
    if (isHead.has(item)) continue;
    const head = headOf(item);
    sections.set(head, [...(sections.get(head) ?? []), item]);
  }
  const place = (/** @type {Shape | null} */ head, /** @type {Shape[]} */ own) => (head ?? own[0])?.area;
  return [...sections]
    .filter(([head, own]) => own.length || head)
    .map(([head, own]) => ({ head, own: own.sort((one, other) => inOrder(one.area, other.area)) }))
    .sort((one, other) => inRows(place(one.head, one.own), place(other.head, other.own)));
}

/**
 * The head over an item: the nearest aside, of those in the last row of heads above it.
 * @param {Shape} item
 * @param {Shape[]} columns
 */
function columnOf(item, columns) {
  const over = columns.filter(({ area }) => middle(area).y <= middle(item.area).y);
  const row = Math.max(...over.map(({ area }) => area.bottom));
  const last = over.filter(({ area }) => area.bottom >= row - ONE_ROW);
  return nearest(last, ({ area }) => Math.abs(middle(area).x - middle(item.area).x));
}

/**
 * @param {Shape[]} shapes
 * @param {(shape: Shape) => number} distance
 */
function nearest(shapes, distance) {
  return shapes.reduce(
    (/** @type {Shape | null} */ best, shape) => (best && distance(best) <= distance(shape) ? best : shape),
    null,
  );
}

/**
 * From top to bottom; what stands side by side, from left to right.
 * @param {Area} one
 * @param {Area} other
 */
function inOrder(one, other) {
  if (one.bottom <= other.top || other.bottom <= one.top) return one.top - other.top;
  return one.left - other.left || one.top - other.top;
}

/**
 * As above, for heads: those of one row have more or fewer lines.
 * @param {Area} one
 * @param {Area} other
 */
function inRows(one, other) {
  if (Math.abs(one.top - other.top) > ONE_ROW) return one.top - other.top;
  return one.left - other.left || one.top - other.top;
}

/** @param {Area} area */
function middle(area) {
  return { x: (area.left + area.right) / 2, y: (area.top + area.bottom) / 2 };
}

/** @param {Area} inner @param {Area} outer */
function isWithin(inner, outer) {
  const { x, y } = middle(inner);
  return x >= outer.left && x <= outer.right && y >= outer.top && y <= outer.bottom;
}

/**
 * What a shape is called: of what is told of it, neither the kind, nor what is written below the title, nor what leads
 * on from it, nor findings.
 * @param {Shape} shape
 * @param {string[]} findingMarks
 */
function titleOf(shape, findingMarks) {
  const notes = new Set(notesOf(shape));
  const [kind = "", ...rest] = shape.said.split(" · ");
  const told = rest.filter((part) => !notes.has(part));
  const isMore = (/** @type {string} */ part) =>
    /^\d+ → /.test(part) || findingMarks.some((mark) => part.startsWith(`${mark} `));
  const end = told.findIndex(isMore);
  return (end < 0 ? told : told.slice(0, end)).join(" · ") || kind;
}

/** @param {Shape} shape */
function notesOf(shape) {
  return shape.written
    .filter(({ style }) => !["title", "kicker", "mark", "name"].includes(style))
    .map(({ text }) => text);
}

/** @param {Shape} shape @param {string} style */
function textsOf(shape, style) {
  return shape.written.filter((written) => written.style === style).map(({ text }) => text);
}

/** Lines of one text: Chinese stands without a blank between them. @param {string[]} texts */
function joined(texts) {
  return texts.reduce((before, text) => {
    const isChinese = /[\u2e80-\u9fff\uff00-\uffef]$/.test(before) && /^[\u2e80-\u9fff\uff00-\uffef]/.test(text);
    return before && !isChinese ? `${before} ${text}` : before + text;
  }, "");
}
