// @ts-check
/* On a phone a picture of the tour is a glimpse: a press lets it fill the screen, at a size that can be read. */
import { make } from "../shared/dom.js";

/**
 * @param {HTMLElement} figure
 * @param {{ enlarge?: string, close?: string }} words
 */
export function makeEnlargeable(figure, words) {
  const button = make("button", { type: "button", class: "ss-enlarge" });
  /** @param {boolean} isLarge */
  const show = (isLarge) => {
    figure.classList.toggle("is-enlarged", isLarge);
    button.textContent = (isLarge ? words.close : `⤢ ${words.enlarge}`) ?? "";
    button.setAttribute("aria-expanded", String(isLarge));
    if (!isLarge) figure.scrollTo(0, 0);
  };
  button.addEventListener("click", () => show(!figure.classList.contains("is-enlarged")));
  figure.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    show(false);
    button.focus();
  });
  figure.append(button);
  show(false);
}
