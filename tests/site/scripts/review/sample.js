/* The format of the file as a test needs it; shorter than the real one, so that lengths are easily passed. */

/** @type {import("../../../../site/scripts/given.d.ts").CommentsFileFormat} */
export const FORMAT = {
  format: "comments",
  formatVersion: 3,
  stances: ["agree", "object"],
  idPattern: "^c[0-9a-z]{8,32}$",
  invisible: "[\u200b-\u200f\u202a-\u202e]|[\u{e0000}-\u{e0fff}]",
  maxBytes: 100,
  maxComments: 3,
  maxLengths: { element: 10, title: 8, text: 6, by: 4, when: 40, version: 5, page: 30 },
};

/**
 * A comment that is sound.
 * @param {Partial<import("../../../../site/scripts/review/comments.js").Comment>} changed
 * @returns {import("../../../../site/scripts/review/comments.js").Comment}
 */
export function commentWith(changed = {}) {
  return {
    id: "c00000001",
    element: "G1",
    title: "提速",
    stance: "object",
    text: "太晚",
    by: "张三",
    when: "2026-11-23T08:00:00.000Z",
    version: "1.0",
    page: "goals/G1.html",
    ...changed,
  };
}
