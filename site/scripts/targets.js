// @ts-check
/* What is folded opens where an address leads to it or into it, and on paper. */
import { whenRead } from "./shared/dom.js";

/** Opens the target and all that it is folded in, and goes there. */
function openTarget() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  const folds = foldsAround(target).filter((fold) => !fold.open);
  for (const fold of folds) fold.open = true;
  if (folds.length || target instanceof HTMLDetailsElement) target.scrollIntoView();
}

/** @param {Element} target @returns {HTMLDetailsElement[]} */
function foldsAround(target) {
  const found = [];
  for (let fold = target.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) {
    found.push(fold);
  }
  return found;
}

/** @type {HTMLDetailsElement[]} */
let openedToPrint = [];

window.addEventListener("hashchange", openTarget);
window.addEventListener("beforeprint", () => {
  const folds = /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details.ss-fold"));
  openedToPrint = [...folds].filter((fold) => !fold.open);
  for (const fold of openedToPrint) fold.open = true;
});
window.addEventListener("afterprint", () => {
  for (const fold of openedToPrint) fold.open = false;
  openedToPrint = [];
});
whenRead(openTarget);
