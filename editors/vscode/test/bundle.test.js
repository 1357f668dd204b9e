import assert from "node:assert/strict";
import Module, { createRequire } from "node:module";
import test from "node:test";

/** @type {any} an editor of which every part can be called, constructed and inherited from */
const anything = new Proxy(class {}, {
  get: (target, name) => (name === "prototype" ? target.prototype : name === Symbol.toPrimitive ? () => "" : anything),
  apply: () => anything,
});

test("the bundle loads where only the editor is missing, and can be activated", () => {
  /** @type {any} */
  const modules = Module;
  const load = modules._load;
  modules._load = (/** @type {string} */ name, /** @type {any[]} */ ...rest) =>
    name === "vscode" ? anything : load(name, ...rest);
  try {
    const extension = createRequire(import.meta.url)("../dist/extension.cjs");
    assert.equal(typeof extension.activate, "function");
    assert.equal(typeof extension.deactivate, "function");
  } finally {
    modules._load = load;
  }
});
