// @ts-check
/* The switch of language keeps the place on the page: stops of the tour and what is chosen have the same addresses. */

/** @param {Event} event */
function keepPlace(event) {
  const link = event.target instanceof Element && event.target.closest("a.ss-language");
  if (link instanceof HTMLAnchorElement) link.hash = location.hash;
}

for (const way of ["click", "auxclick", "contextmenu"]) document.addEventListener(way, keepPlace, true);
