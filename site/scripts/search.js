// @ts-check
/* The search of the site, in the place of the theme's worker, of which it keeps the messages. */

import { Engine } from "./search/engine.js";

/** The kinds of messages that the theme sends and awaits. */
const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;

/** @type {Engine | undefined} */
let engine;

addEventListener("message", ({ data: message }) => {
  if (message?.type === SETUP) {
    const { config, docs } = message.data;
    engine = new Engine(docs, config.simplified ?? "");
    answer({ type: READY });
  } else if (message?.type === QUERY && engine) {
    answer({ type: RESULT, data: engine.search(message.data) });
  }
});

/** @param {unknown} message */
function answer(message) {
  /** @type {(message: unknown) => void} */ (postMessage)(message);
}
