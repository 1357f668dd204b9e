/*
 * Asks the search for every name that an index holds, and prints what is not found first. Run with the index's path.
 *
 * A page is found first if those before it have the very same name. For a word of a title: if those before have it in
 * their title or among their names, too.
 */
import { readFileSync } from "node:fs";
import { Engine } from "../../../../site/scripts/search/engine.js";
import { folded, simplifiedForms } from "../../../../site/scripts/search/folding.js";

const { config, docs } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const engine = new Engine(docs, config.simplified);
const forms = simplifiedForms(config.simplified);
/** @param {string} text */
const fold = (text) => folded(text, forms).text;
/** @param {string} location */
const pageOf = (location) => location.split("#")[0];

/** @type {Map<string, Set<string>>} the places that bear a name */
const named = new Map();
/** @type {Map<string, Set<string>>} the pages with a word in a title */
const worded = new Map();
/** @type {Map<string, string>} what a page is called, all its names */
const called = new Map();
for (const { location, title, also = [] } of docs) {
  for (const name of [title, ...also]) add(named, name, location);
  const words = title.split(/\s+/).filter((/** @type {string} */ word) => /[\p{L}\p{N}]/u.test(word));
  for (const word of words) add(worded, word, pageOf(location));
  called.set(pageOf(location), `${called.get(pageOf(location)) ?? ""}\n${[title, ...also].map(fold).join("\n")}`);
}

/** @type {unknown[]} */
const wrong = [];
for (const [name, places] of named) {
  const found = engine.search(name).items.map((group) => group.map(({ location }) => location));
  const same = found.findIndex(
    (group) => !group.some((location) => named.get(name)?.has(location) || isTwin(name, location)),
  );
  const leading = new Set(found.slice(0, same < 0 ? found.length : same).flat());
  const missing = [...places].filter((location) => !leading.has(location));
  if (missing.length) wrong.push({ name, missing, found: found.slice(0, 3) });
}
for (const [word, pages] of worded) {
  const found = engine.search(word).items.map(([first]) => pageOf(first.location));
  const foreign = found.findIndex((page) => !called.get(page)?.includes(fold(word)));
  const leading = new Set(found.slice(0, foreign < 0 ? found.length : foreign));
  const missing = [...pages].filter((page) => !leading.has(page));
  if (missing.length) wrong.push({ word, missing, found: found.slice(0, 3) });
}
console.log(JSON.stringify({ names: named.size, words: worded.size, wrong }));

/**
 * @param {Map<string, Set<string>>} map
 * @param {string} key
 * @param {string} value
 */
function add(map, key, value) {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}

/**
 * Whether what stands there differs from the name by signs only, such as quotation marks.
 * @param {string} name
 * @param {string} location
 */
function isTwin(name, location) {
  return Boolean(called.get(pageOf(location))?.split("\n").includes(fold(name)));
}
