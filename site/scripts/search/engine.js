// @ts-check
/*
 * Search over the entries of a site. Every query looks through all of them: a few megabytes of text take milliseconds,
 * and there is no index that could know less than the pages.
 */

import { cut } from "./cutting.js";
import { escaped, excerpt, marked } from "./excerpt.js";
import { folded, simplifiedForms } from "./folding.js";
import { asQuery, ranked } from "./ranking.js";

/**
 * An entry as Python writes it: `also` are further names, `more` is searched and never shown.
 * @typedef {{ location: string, title: string, text?: string, tags?: string[], also?: string[], more?: string }} Entry
 * @typedef {import("./ranking.js").Compared & { entry: Entry, at: number }} Prepared
 * @typedef {import("./ranking.js").Query} Query
 * @typedef {{ prepared: Prepared, score: number, has: boolean[] }} Hit
 */

/**
 * A result in the form of the theme: texts are HTML, `terms` tells which were found.
 * @typedef {object} Result
 * @property {string} location
 * @property {string} title
 * @property {string} text
 * @property {string[]} [tags]
 * @property {number} score
 * @property {Record<string, boolean>} terms
 */

export class Engine {
  /**
   * @param {readonly Entry[]} entries
   * @param {string} simplified pairs of a traditional character and its simplified form
   */
  constructor(entries, simplified) {
    this.simplified = simplifiedForms(simplified);
    this.entries = entries.map((entry, at) => this.prepared(entry, at));
    /** @private everything that is said anywhere */
    this.said = this.entries.map(({ all }) => all).join("\n");
  }

  /**
   * The results by page, the best page first; and what would complete the query.
   * @param {string} text
   * @returns {{ items: Result[][], suggest: string[] }}
   */
  search(text) {
    const query = asQuery(text, this.simplified);
    if (!query.phrase) return { items: [], suggest: [] };
    let hits = this.hits(query);
    if (!hits.some(({ has }) => has.every(Boolean))) {
      query.terms = query.terms.flatMap((term) => cut(term, (piece) => this.said.includes(piece)));
      hits = this.hits(query);
    }
    const most = Math.max(0, ...hits.map(({ has }) => has.filter(Boolean).length));
    const best = hits.filter(({ has }) => has.filter(Boolean).length === most);
    best.sort((one, other) => other.score - one.score || one.prepared.at - other.prepared.at);
    const items = this.byPage(best).map((group) => group.map((hit) => result(hit, query)));
    return { items, suggest: best.length ? completion(text, best[0].prepared) : [] };
  }

  /**
   * @private
   * @param {Entry} entry
   * @param {number} at
   * @returns {Prepared}
   */
  prepared(entry, at) {
    const { title, text = "", tags = [], also = [], more = "" } = entry;
    const prepared = {
      entry,
      at,
      written: title.normalize("NFKC").trim().toLowerCase(),
      title: folded(title, this.simplified),
      names: also.map((name) => folded(name, this.simplified).text),
      kind: folded(tags.join(" "), this.simplified).text,
      text: folded(text, this.simplified),
      more: folded(more, this.simplified).text,
      isSection: entry.location.includes("#"),
    };
    const said = [prepared.title.text, ...prepared.names, prepared.kind, prepared.text.text, prepared.more];
    return { ...prepared, all: said.join("\n") };
  }

  /**
   * @private
   * @param {Query} query
   * @returns {Hit[]}
   */
  hits(query) {
    return this.entries
      .map((prepared) => ({ prepared, ...ranked(prepared, query) }))
      .filter(({ has }) => has.some(Boolean));
  }

  /**
   * Sections stand with the page that they are of, which heads them even where it was not found itself; one alone
   * stands for itself.
   * @private
   * @param {readonly Hit[]} hits
   * @returns {Hit[][]}
   */
  byPage(hits) {
    /** @type {Map<string, Hit[]>} */
    const groups = new Map();
    for (const hit of hits) {
      const page = pageOf(hit.prepared.entry);
      const group = groups.get(page);
      if (group) group.push(hit);
      else groups.set(page, [hit]);
    }
    const pages = new Map(this.entries.filter(({ isSection }) => !isSection).map((one) => [one.entry.location, one]));
    return [...groups].map(([page, group]) => {
      const head = pages.get(page);
      if (group.length === 1 || !head || group.some(({ prepared }) => prepared === head)) return group;
      return [...group, { prepared: head, score: 0, has: group[0].has }];
    });
  }
}

/**
 * @param {Entry} entry
 * @returns {string}
 */
function pageOf(entry) {
  return entry.location.replace(/#.*$/, "");
}

/**
 * @param {Hit} hit
 * @param {Query} query
 * @returns {Result}
 */
function result({ prepared, score, has }, query) {
  const { entry } = prepared;
  const { title, text = "", tags } = entry;
  const isWhole = prepared.title.text.includes(query.phrase);
  const terms = isWhole ? [query.phrase] : query.terms.map((term) => term.folded);
  const said = text ? `<p class="ss-found">${excerpt(text, prepared.text, terms)}</p>` : "";
  return {
    location: entry.location,
    title: marked(title, prepared.title, terms),
    text: said,
    score,
    terms: Object.fromEntries(query.terms.map((term, at) => [term.written, has[at]])),
    ...(tags ? { tags: tags.map(escaped) } : {}),
  };
}

/**
 * The last word that is typed, completed by the title of the best result where that begins as typed.
 * @param {string} typed
 * @param {Prepared} best
 * @returns {string[]}
 */
function completion(typed, best) {
  const { title } = best.entry;
  const last = typed.split(/[\s-]+/).pop();
  const isBegun = title.length > typed.length && title.toLowerCase().startsWith(typed.toLowerCase());
  return last && isBegun ? [last + title.slice(typed.length)] : [];
}
