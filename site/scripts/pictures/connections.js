// @ts-check
/* What is connected with what in a picture: boxes by their names, lines by where they come from and lead to. */

/**
 * The lines that leave each box, and those that come to it.
 * @template {{ from: string, to: string }} Line
 */
export class Connections {
  /** @param {readonly Line[]} lines */
  constructor(lines) {
    this.isEmpty = lines.length === 0;
    /** @private */
    this.leaving = grouped(lines, (line) => line.from);
    /** @private */
    this.coming = grouped(lines, (line) => line.to);
  }

  /** @param {string} box */
  countBefore(box) {
    return this.coming.get(box)?.length ?? 0;
  }

  /** @param {string} box */
  countBehind(box) {
    return this.leaving.get(box)?.length ?? 0;
  }

  /**
   * The box with what it touches, before and behind it; and on from every box that `passes`, such as a joint of lines.
   * @param {string} box
   * @param {(box: string) => boolean} passes
   */
  around(box, passes) {
    const boxes = new Set([box]);
    /** @type {Set<Line>} */
    const lines = new Set();
    for (const [from, end] of /** @type {const} */ ([
      [this.leaving, "to"],
      [this.coming, "from"],
    ])) {
      const walked = new Set([box]);
      for (const next of walked) {
        for (const line of from.get(next) ?? []) {
          lines.add(line);
          boxes.add(line[end]);
          if (passes(line[end])) walked.add(line[end]);
        }
      }
    }
    return { boxes, lines };
  }
}

/**
 * @template Line
 * @param {readonly Line[]} lines
 * @param {(line: Line) => string} keyOf
 */
function grouped(lines, keyOf) {
  /** @type {Map<string, Line[]>} */
  const groups = new Map();
  for (const line of lines) {
    const group = groups.get(keyOf(line));
    if (group) group.push(line);
    else groups.set(keyOf(line), [line]);
  }
  return groups;
}
