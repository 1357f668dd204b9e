import assert from "node:assert/strict";
import { createServer } from "node:net";
import test from "node:test";
import { addressIn, freePort, pageShell } from "../src/page.js";

test("the address in what the site says, in either language", () => {
  assert.equal(addressIn("站点在 http://127.0.0.1:8123/（Ctrl+C 结束）"), "http://127.0.0.1:8123/");
  assert.equal(addressIn("starting"), undefined);
});

test("the page shows one address and lets nothing else in", () => {
  const html = pageShell('http://127.0.0.1:8000/goals/G1.html?"><script>', "预览");
  assert.ok(html.includes("frame-src http://127.0.0.1:8000;"));
  assert.ok(!html.includes("<script>"));
});

test("a port that is free", async () => {
  const port = await freePort();
  const server = createServer();
  await new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve(undefined)));
  server.close();
});
