/* A goal, an indicator that measures it, an item that improves the indicator, and an actor that does the item. */

/** @type {import("../../../../site/scripts/explorer/chain.js").ChainData} */
export const CHAIN = {
  kinds: [
    ["goal", "Goal", 1],
    ["indicator", "Indicator", 2],
    ["item", "Item", 6],
    ["actor", "Actor", 3],
  ],
  statuses: ["draft", "approved"],
  relations: [
    ["measures", "measured by", 1],
    ["improved by", "improves", -1],
    ["done by", "does", 0],
  ],
  elements: [
    ["G1", 0, "Faster customs", "goals/G1.html", 1, [], [], 0],
    ["N1", 1, "Hours at the port", "indicators/N1.html", 0, [], [], 2],
    ["I1", 2, "订舱 online", "items/I1.html", 0, [], [3], 0],
    ["A1", 3, "Forwarder", "actors/A1.html", 0, [], [3], 0],
  ],
  links: [1, 0, 0, 1, 2, 1, 2, 3, 2],
  verbs: ["measures", "improves", "sends"],
  reasons: [
    [0, 0],
    [0, 0, 0, 0],
    [2, 0, 1, 1, 0, 0],
    [1, 2, 2, 4, 1, 1, 0, 0],
  ],
  passed: [["Message", "flows/F1.html#step-s", 7]],
};
