/** What the preview needs to know of addresses; free of the editor, so that it can be tested. */

import { createServer } from "node:net";

/**
 * The address at which the site says it is.
 *
 * @param {string} said
 * @returns {string | undefined}
 */
export function addressIn(said) {
  return /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0];
}

/**
 * A page that shows another one, and nothing else.
 *
 * @param {string} address
 * @param {string} title
 * @returns {string}
 */
export function pageShell(address, title) {
  const origin = new URL(address).origin;
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; frame-src ${escaped(origin)}; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>html, body, iframe { margin: 0; padding: 0; border: 0; width: 100%; height: 100vh; }</style>
</head>
<body><iframe src="${escaped(address)}" title="${escaped(title)}"></iframe></body>
</html>`;
}

/** @param {string} text */
const escaped = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** @returns {Promise<number>} a port that nobody listens at */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
