/* The guided tour: one stop at a time, forward and back, with the picture beside it; the address keeps the stop. */
(function () {
  "use strict";
  const root = document.getElementById("ss-tour");
  if (!root) return;
  const stops = Array.from(root.querySelectorAll(".ss-tour-stations > li"));
  const figures = new Map(Array.from(root.querySelectorAll(".ss-tour-figure"), (one) => [one.dataset.name, one]));
  const choose = root.querySelector("select"), count = root.querySelector(".ss-tour-count");
  const begins = Array.from(choose.options, (one) => Number(one.value));
  let at = -1;

  function node(figure, address) {
    const link = Array.from(figure.querySelectorAll("a")).find((one) => one.getAttribute("href").endsWith(address));
    return link && link.closest("[data-node], .node");
  }

  function point(figure, address) {
    const svg = figure.querySelector("svg");
    svg.querySelectorAll(".in-focus").forEach((one) => one.classList.remove("in-focus"));
    const found = address && node(figure, address);
    svg.classList.toggle("has-focus", Boolean(found));
    if (!found) { figure.scrollLeft = 0; return; }
    found.classList.add("in-focus");
    const box = found.getBoundingClientRect(), frame = figure.getBoundingClientRect();
    figure.scrollBy({ left: box.x + box.width / 2 - frame.x - frame.width / 2, top: box.y + box.height / 2 - frame.y - frame.height / 2, behavior: "instant" });
  }

  function show(number, keep) {
    at = Math.min(stops.length - 1, Math.max(0, number));
    stops.forEach((one, index) => { one.hidden = index !== at; });
    const here = stops[at];
    figures.forEach((figure, name) => { figure.hidden = name !== here.dataset.figure; });
    root.classList.toggle("is-plain", !figures.has(here.dataset.figure));
    if (figures.has(here.dataset.figure)) point(figures.get(here.dataset.figure), here.dataset.focus);
    count.textContent = at + 1 + " / " + stops.length;
    choose.selectedIndex = begins.filter((begin) => begin <= at).length - 1;
    root.querySelector("[data-go=back]").disabled = at === 0;
    root.querySelector("[data-go=on]").disabled = at === stops.length - 1;
    if (!keep) history.replaceState(null, "", "#stop-" + (at + 1));
  }

  function read() {
    const said = location.hash.match(/^#stop-(\d+)$/);
    show(said ? Number(said[1]) - 1 : 0, !said);
  }

  root.addEventListener("click", function (event) {
    const button = event.target.closest("[data-go]");
    if (!button) return;
    if (button.dataset.go === "on") show(at + 1);
    if (button.dataset.go === "back") show(at - 1);
    if (button.dataset.go === "full") {
      if (document.fullscreenElement) document.exitFullscreen();
      else if (root.requestFullscreen) root.requestFullscreen().catch(() => {});
    }
  });
  choose.addEventListener("change", () => show(Number(choose.value)));
  document.addEventListener("keydown", function (event) {
    if (event.target.closest("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
    const keys = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };
    if (event.key in keys) { event.preventDefault(); show(at + keys[event.key]); }
    if (event.key === "Home") show(0);
    if (event.key === "End") show(stops.length - 1);
  });
  window.addEventListener("hashchange", read);
  root.classList.add("is-ready");
  read();
})();
