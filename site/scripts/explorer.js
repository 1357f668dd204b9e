/* The chain explorer: filter the elements, walk from one to its neighbours; the address says what is seen. */
(function () {
  "use strict";
  const root = document.getElementById("ss-explorer");
  const source = document.getElementById("ss-chain");
  if (!root || !source) return;
  const MOST_LISTED = 300, MOST_SHOWN = 30, TRAIL = 12;
  const chain = JSON.parse(source.textContent);
  const elements = chain.elements.map(([id, kind, title, url, status, domains, actors, findings], index) =>
    ({ index, id, name: chain.kinds[kind][0], kind: chain.kinds[kind][1], step: chain.kinds[kind][2], title, url, status, domains, actors, findings, links: [] }));
  for (let at = 0; at < chain.links.length; at += 3) {
    const [from, to, relation] = chain.links.slice(at, at + 3);
    const [forward, backward, side] = chain.relations[relation];
    elements[from].links.push({ to: elements[to], label: forward, side: side === 1 ? "up" : side === -1 ? "down" : "beside" });
    elements[to].links.push({ to: elements[from], label: backward, side: side === 1 ? "down" : side === -1 ? "up" : "beside" });
  }
  const passed = chain.passed.map(([title, url, step]) => ({ title, url, step }));
  const byId = new Map(elements.map((one) => [one.id, one]));
  const form = root.querySelector("form"), list = root.querySelector("ul"), told = root.querySelector("[role=status]");
  const here = root.querySelector(".ss-explorer-here"), say = here.dataset;
  let trail = [];

  function make(tag, options, ...inside) {
    const made = Object.assign(document.createElement(tag), options);
    made.append(...inside);
    return made;
  }
  const dot = (one) => make("span", { className: "ss-dot ss-step" + one.step });

  // -- what is seen, and its address ------------------------------------------------------

  function read() {
    const said = new URLSearchParams(location.hash.slice(1));
    form.q.value = said.get("q") || "";
    const steps = (said.get("step") || "").split(".");
    form.querySelectorAll("[name=step]").forEach((box) => { box.checked = steps.includes(box.value); });
    for (const name of ["domain", "actor", "status"]) form[name].value = said.get(name) || "";
    form.finding.checked = said.get("finding") === "1";
    return byId.get(said.get("at"));
  }

  function address(at) {
    const said = new URLSearchParams();
    if (at) said.set("at", at.id);
    if (form.q.value) said.set("q", form.q.value);
    const steps = Array.from(form.querySelectorAll("[name=step]:checked"), (box) => box.value);
    if (steps.length) said.set("step", steps.join("."));
    for (const name of ["domain", "actor", "status"]) if (form[name].value) said.set(name, form[name].value);
    if (form.finding.checked) said.set("finding", "1");
    return "#" + said;
  }

  // -- the list -----------------------------------------------------------------------------

  function wanted() {
    const words = form.q.value.toLowerCase().split(/\s+/).filter(Boolean);
    const steps = new Set(Array.from(form.querySelectorAll("[name=step]:checked"), (box) => Number(box.value)));
    const domain = byId.get(form.domain.value), actor = byId.get(form.actor.value);
    return elements.filter((one) =>
      (!steps.size || steps.has(one.step)) &&
      (!domain || one.domains.includes(domain.index)) &&
      (!actor || one.actors.includes(actor.index)) &&
      (form.status.value === "" || one.status === Number(form.status.value)) &&
      (!form.finding.checked || one.findings > 0) &&
      words.every((word) => (one.title + " " + one.id + " " + one.kind).toLowerCase().includes(word)));
  }

  function showList(at) {
    const found = wanted();
    told.textContent = found.length + " / " + elements.length;
    list.textContent = "";
    for (const one of found.slice(0, MOST_LISTED)) {
      const link = make("a", { href: address(one) }, dot(one), one.title, make("small", {}, one.kind + " · " + one.id));
      if (one === at) link.setAttribute("aria-current", "true");
      list.append(make("li", {}, link));
    }
    const current = list.querySelector("[aria-current]");
    if (current) list.parentNode.scrollTop = current.offsetTop - list.parentNode.offsetTop - list.parentNode.clientHeight / 2;
    if (found.length > MOST_LISTED) list.append(make("li", { className: "ss-hint" }, "… +" + (found.length - MOST_LISTED)));
  }

  // -- one element ----------------------------------------------------------------------------

  function pathToGoal(one) { // as it was found for all pages: see chain.hops
    const path = [];
    for (let hop = chain.hops[one.index]; hop && path.length < chain.most_hops; hop = hop[2] ? null : chain.hops[hop[1]])
      path.push([chain.verbs[hop[0]], hop[1] < elements.length ? elements[hop[1]] : passed[hop[1] - elements.length]]);
    return path;
  }

  const go = (one) => make("a", { href: one.id ? address(one) : one.url, className: "ss-ref" }, dot(one), one.title);

  function showHere(at) {
    here.textContent = "";
    here.dataset.at = at ? at.id : "";
    if (!at) { here.append(make("p", { className: "ss-hint" }, say.empty)); return; }
    here.append(
      make("p", { className: "ss-kicker" }, at.step + " · " + at.kind + " · ", make("code", {}, at.id), " · " + chain.statuses[at.status]),
      make("h2", { className: "ss-step" + at.step }, at.title),
      make("p", {}, make("a", { href: at.url }, say.open + " →")));
    const path = pathToGoal(at);
    if (path.length) {
      const line = make("p", { className: "ss-why" }, make("b", {}, at.title));
      for (const [verb, one] of path) line.append(" ", make("i", {}, verb), " ", go(one));
      here.append(make("h3", {}, say.why), line);
    }
    const sides = make("div", { className: "ss-explorer-sides" });
    for (const side of ["up", "down", "beside"]) {
      const groups = new Map();
      for (const link of at.links) if (link.side === side) {
        if (!groups.has(link.label)) groups.set(link.label, new Set());
        groups.get(link.label).add(link.to);
      }
      if (!groups.size) continue;
      const box = make("div", {}, make("h3", {}, say[side]));
      for (const [label, ends] of groups) box.append(group(label, Array.from(ends)));
      sides.append(box);
    }
    here.append(sides);
    if (trail.length > 1) {
      const line = make("p", { className: "ss-explorer-trail" }, say.trail + " ");
      trail.forEach((one, index) => line.append(index ? " › " : "", one === at ? make("b", {}, one.title) : go(one)));
      here.append(line);
    }
  }

  function group(label, ends) {
    const items = make("ul", {}, ...ends.slice(0, MOST_SHOWN).map((one) => make("li", {}, go(one))));
    if (ends.length > MOST_SHOWN) {
      const more = make("button", { type: "button" }, say.more + " " + (ends.length - MOST_SHOWN));
      more.addEventListener("click", () => {
        more.parentNode.remove();
        ends.slice(MOST_SHOWN).forEach((one) => items.append(make("li", {}, go(one))));
      });
      items.append(make("li", {}, more));
    }
    return make("div", {}, make("h4", {}, label + " ", make("small", {}, String(ends.length))), items);
  }

  // -- start --------------------------------------------------------------------------------------

  function options(select, listed) { listed.forEach(([value, title]) => select.append(make("option", { value }, title))); }
  const used = (name) => Array.from(new Set(elements.flatMap((one) => one[name])), (index) => elements[index])
    .sort((one, other) => one.title.localeCompare(other.title, document.documentElement.lang));
  options(form.domain, used("domains").map((one) => [one.id, one.title]));
  options(form.actor, used("actors").map((one) => [one.id, one.title]));
  options(form.status, chain.statuses.map((title, index) => [String(index), title]));

  function show() {
    const at = read();
    if (at && trail[trail.length - 1] !== at) trail = trail.filter((one) => one !== at).concat([at]).slice(-TRAIL);
    showList(at);
    showHere(at || elements.find((one) => one.name === "goal")); // nobody begins before an empty half
  }
  function filter() {
    const at = byId.get(new URLSearchParams(location.hash.slice(1)).get("at"));
    history.replaceState(null, "", address(at));
    showList(at);
  }
  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", show);
  root.hidden = false;
  show();
})();
