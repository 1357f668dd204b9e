import assert from "node:assert/strict";
import test from "node:test";
import { languageArguments, quoted, startedBy } from "../src/command.js";

test("the command and its arguments", () => {
  assert.deepEqual(startedBy(["python", "-m", "sevenstep"]), { command: "python", args: ["-m", "sevenstep"] });
  assert.deepEqual(startedBy(undefined), { command: "sevenstep", args: [] });
  assert.deepEqual(startedBy(["", 3]), { command: "sevenstep", args: [] });
});

test("a language that is asked for", () => {
  assert.deepEqual(languageArguments("zh"), ["--lang", "zh"]);
  assert.deepEqual(languageArguments("auto"), []);
  assert.deepEqual(languageArguments("; rm"), []);
});

test("words with blanks, quotes and Chinese stay one word", () => {
  assert.equal(quoted("plain/path-1", false), "plain/path-1");
  assert.equal(quoted("西部 通道", false), "'西部 通道'");
  assert.equal(quoted("it's; rm -rf", false), "'it'\\''s; rm -rf'");
  assert.equal(quoted("C:\\models\\a", true), "C:\\models\\a");
  assert.equal(quoted("C:\\my models", true), '"C:\\my models"');
  assert.equal(quoted("a\\b", false), "'a\\b'");
});
