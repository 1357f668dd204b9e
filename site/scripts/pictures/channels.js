// @ts-check
/* The marks of a matrix by channel: the style sheet hides those of others, and what is left counts that channel alone. */

/**
 * @param {HTMLElement} figure
 * @param {SVGSVGElement} picture
 */
export function countByChannel(figure, picture) {
  /** @type {NodeListOf<HTMLInputElement>} */
  const switches = figure.querySelectorAll(".ss-channel");
  if (!switches.length) return;
  /** @type {NodeListOf<SVGElement>} */
  const marks = picture.querySelectorAll(".grid-mark[data-said]");
  const drawn = Array.from(marks, (mark) => mark.querySelector("text")?.textContent ?? "");
  const tell = () => {
    const chosen = [...switches].find((one) => one.checked);
    const channel = chosen === switches[0] ? "" : (chosen?.labels?.[0]?.textContent?.trim() ?? "");
    marks.forEach((mark, place) => {
      const text = mark.querySelector("text");
      if (text) text.textContent = countIn(mark.dataset.said ?? "", channel) || drawn[place];
    });
  };
  for (const one of switches) one.addEventListener("change", tell);
}

/**
 * The number that is told of a channel, such as 4 in "A → B · mail 4 · system 1"; nothing of another.
 * @param {string} said
 * @param {string} channel
 */
export function countIn(said, channel) {
  if (!channel) return "";
  const counts = said.split(" · ").filter((part) => part.startsWith(`${channel} `));
  return counts.map((part) => part.slice(channel.length + 1)).find((count) => /^\d+$/.test(count)) ?? "";
}
