// @ts-check
/* What is looked for, as the address of the page says it, and which elements that is. */
import { hasWords, searchWords } from "../shared/words.js";

/** @typedef {import("./chain.js").Element} Element */
/**
 * @typedef {object} Query
 * @property {string} words
 * @property {number[]} steps none: all
 * @property {string} domain id of an element; empty: any
 * @property {string} actor id of an element; empty: any
 * @property {string} status number of a status; empty: any
 * @property {boolean} hasFinding
 */

/**
 * @param {string} hash
 * @returns {Query}
 */
export function queryOfAddress(hash) {
  const said = new URLSearchParams(hash.slice(1));
  return {
    words: said.get("q") ?? "",
    steps: (said.get("step") ?? "").split(".").filter(Boolean).map(Number),
    domain: said.get("domain") ?? "",
    actor: said.get("actor") ?? "",
    status: said.get("status") ?? "",
    hasFinding: said.get("finding") === "1",
  };
}

/**
 * The id of the element that the address is at, or null.
 * @param {string} hash
 */
export function elementOfAddress(hash) {
  return new URLSearchParams(hash.slice(1)).get("at");
}

/**
 * @param {Query} query
 * @param {Element} [element]
 */
export function addressOf(query, element) {
  const { words, steps, domain, actor, status, hasFinding } = query;
  const finding = hasFinding ? "1" : "";
  const said = {
    at: element?.id ?? "",
    q: words,
    step: steps.join("."),
    domain,
    actor,
    status,
    finding,
  };
  return `#${new URLSearchParams(Object.entries(said).filter(([, value]) => value))}`;
}

/**
 * The elements that fit.
 * @param {Element[]} elements
 * @param {Query} query
 */
export function fitting(elements, query) {
  const words = searchWords(query.words);
  const domain = elements.find((element) => element.id === query.domain);
  const actor = elements.find((element) => element.id === query.actor);
  return elements.filter(
    (element) =>
      (!query.steps.length || query.steps.includes(element.step)) &&
      (!domain || element.domains.includes(domain.index)) &&
      (!actor || element.actors.includes(actor.index)) &&
      (query.status === "" || element.status === Number(query.status)) &&
      (!query.hasFinding || element.findings > 0) &&
      hasWords(`${element.title} ${element.id} ${element.kind}`, words),
  );
}
