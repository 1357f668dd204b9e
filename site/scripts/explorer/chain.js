// @ts-check
/* The chain as the page holds it: elements and links as small as they can be said, here made ready to walk. */

/** @typedef {"up" | "down" | "beside"} Side where the other end of a link stands in the chain */
/** @typedef {{ to: Element, label: string, side: Side }} Link */
/**
 * @typedef {object} Element
 * @property {number} index
 * @property {string} id
 * @property {string} kindName
 * @property {string} kind
 * @property {number} step
 * @property {string} title
 * @property {string} url
 * @property {number} status
 * @property {number[]} domains
 * @property {number[]} actors
 * @property {number} findings
 * @property {Link[]} links
 */
/** @typedef {{ title: string, url: string, step: number }} Passed an element on a path that has no place in the explorer */
/** @typedef {[string, number, string, string, number, number[], number[], number]} ElementRow */
/**
 * @typedef {object} ChainData
 * @property {[string, string, number][]} kinds
 * @property {string[]} statuses
 * @property {[string, string, -1 | 0 | 1][]} relations
 * @property {ElementRow[]} elements
 * @property {number[]} links holder, target and relation of each link, one after the other
 * @property {string[]} verbs
 * @property {number[][]} reasons of each element: other ways, goals that nothing tells apart, then verb and end by hop
 * @property {[title: string, url: string, step: number][]} passed elements on paths that are not in the explorer
 */

/**
 * The elements with their links, in both directions.
 * @param {ChainData} data
 * @returns {Element[]}
 */
export function readElements(data) {
  const elements = data.elements.map((row, index) => readElement(row, index, data.kinds));
  for (let at = 0; at < data.links.length; at += 3) {
    const [holder, target, relation] = data.links.slice(at, at + 3);
    const [forward, backward, upper] = data.relations[relation];
    elements[holder].links.push({
      to: elements[target],
      label: forward,
      side: sideOf(upper),
    });
    elements[target].links.push({
      to: elements[holder],
      label: backward,
      side: sideOf(-upper),
    });
  }
  return elements;
}

/**
 * @param {ElementRow} row
 * @param {number} index
 * @param {ChainData["kinds"]} kinds
 * @returns {Element}
 */
function readElement([id, kindNumber, title, url, status, domains, actors, findings], index, kinds) {
  const [kindName, kind, step] = kinds[kindNumber];
  return {
    index,
    id,
    kindName,
    kind,
    step,
    title,
    url,
    status,
    domains,
    actors,
    findings,
    links: [],
  };
}

/**
 * @param {number} upper
 * @returns {Side}
 */
function sideOf(upper) {
  if (upper === 0) return "beside";
  return upper > 0 ? "up" : "down";
}

/**
 * Why the element is there, as its page says it: hop by hop up to a goal, how many other ways hold, and how many goals
 * nothing tells apart.
 * @param {Element} element
 * @param {Element[]} elements
 * @param {ChainData} data
 * @returns {{ hops: { verb: string, to: Element | Passed }[], more: number, undecided: number }}
 */
export function reasonOf(element, elements, data) {
  const [more, undecided, ...told] = data.reasons[element.index];
  const hops = [];
  for (let at = 0; at < told.length; at += 2) {
    const to = elements[told[at + 1]] ?? passedAt(data.passed[told[at + 1] - elements.length]);
    hops.push({ verb: data.verbs[told[at]], to });
  }
  return { hops, more, undecided };
}

/**
 * @param {ChainData["passed"][number]} row
 * @returns {Passed}
 */
function passedAt([title, url, step]) {
  return { title, url, step };
}

/**
 * The neighbours on one side, by what the links to them are called.
 * @param {Element} element
 * @param {Side} side
 * @returns {Map<string, Element[]>}
 */
export function neighbours(element, side) {
  /** @type {Map<string, Set<Element>>} */
  const groups = new Map();
  for (const link of element.links) {
    if (link.side !== side) continue;
    const group = groups.get(link.label) ?? new Set();
    groups.set(link.label, group.add(link.to));
  }
  return new Map(Array.from(groups, ([label, ends]) => [label, [...ends]]));
}

/**
 * The elements that were walked through, the newest last, each once.
 * @param {Element[]} trail
 * @param {Element} element
 * @param {number} longest
 */
export function withVisit(trail, element, longest) {
  return [...trail.filter((visited) => visited !== element), element].slice(-longest);
}
