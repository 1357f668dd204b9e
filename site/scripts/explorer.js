// @ts-check
/* The chain explorer: filter the elements, walk from one to its neighbours; the address says what is seen. */
import { readElements, reasonOf, withVisit } from "./explorer/chain.js";
import { addressOf, elementOfAddress, fitting, queryOfAddress } from "./explorer/query.js";
import { dot, shownElement } from "./explorer/shown_element.js";
import { find, make } from "./shared/dom.js";

/** @typedef {import("./explorer/chain.js").Element} Element */

const MOST_LISTED = 300;
const LONGEST_TRAIL = 12;

const root = document.getElementById("ss-explorer");
const source = document.getElementById("ss-chain");
if (root && source) start(root, JSON.parse(source.textContent));

/**
 * @param {HTMLElement} root
 * @param {import("./explorer/chain.js").ChainData} data
 */
function start(root, data) {
  const elements = readElements(data);
  const byId = new Map(elements.map((element) => [element.id, element]));
  const form = find(root, "form", HTMLFormElement);
  const filters = filtersOf(form, elements, data.statuses);
  const list = find(root, "ul", HTMLElement);
  const status = find(root, "[role=status]", HTMLElement);
  const here = find(root, ".ss-explorer-here", HTMLElement);
  const showsIds = root.hasAttribute("data-ids"); // to authors; readers have them at the pointer
  /** @type {Element[]} */
  let trail = [];

  const atAddress = () => byId.get(elementOfAddress(location.hash) ?? "");

  /** @param {Element} [current] */
  function showList(current) {
    const query = filters.read();
    const found = fitting(elements, query);
    status.textContent = `${found.length} / ${elements.length}`;
    list.replaceChildren(
      ...found.slice(0, MOST_LISTED).map((element) => {
        const link = make(
          "a",
          {
            href: addressOf(query, element),
            "aria-current": element === current ? "true" : null,
          },
          dot(element),
          element.title,
          make("small", { title: element.id }, showsIds ? `${element.kind} · ${element.id}` : element.kind),
        );
        return make("li", {}, link);
      }),
    );
    if (found.length > MOST_LISTED) list.append(make("li", { class: "ss-hint" }, `… +${found.length - MOST_LISTED}`));
    scrollToCurrent(list);
  }

  /** @param {Element} [element] */
  function showHere(element) {
    here.dataset.at = element?.id ?? "";
    const query = filters.read();
    here.replaceChildren(
      ...(element
        ? shownElement(element, {
            words: here.dataset,
            statuses: data.statuses,
            showsIds,
            trail,
            addressOf: (end) => addressOf(query, end),
            reasonOf: (end) => reasonOf(end, elements, data),
          })
        : [make("p", { class: "ss-hint" }, here.dataset.empty ?? "")]),
    );
  }

  function show() {
    filters.write(queryOfAddress(location.hash));
    const current = atAddress();
    if (current && trail[trail.length - 1] !== current) trail = withVisit(trail, current, LONGEST_TRAIL);
    showList(current);
    showHere(current ?? elements.find((element) => element.kindName === "goal")); // nobody begins before an empty half
  }

  function filter() {
    history.replaceState(null, "", addressOf(filters.read(), atAddress()));
    showList(atAddress());
  }

  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", show);
  root.hidden = false;
  show();
}

/** @param {HTMLElement} list */
function scrollToCurrent(list) {
  const current = list.querySelector("[aria-current]");
  const frame = list.parentElement;
  if (current instanceof HTMLElement && frame)
    frame.scrollTop = current.offsetTop - frame.offsetTop - frame.clientHeight / 2;
}

/**
 * The fields of the form, with what can be chosen in them.
 * @param {HTMLFormElement} form
 * @param {Element[]} elements
 * @param {string[]} statuses
 */
function filtersOf(form, elements, statuses) {
  const words = find(form, "[name=q]", HTMLInputElement);
  /** @type {HTMLInputElement[]} */
  const steps = Array.from(form.querySelectorAll("[name=step]"));
  const domain = find(form, "[name=domain]", HTMLSelectElement);
  const actor = find(form, "[name=actor]", HTMLSelectElement);
  const status = find(form, "[name=status]", HTMLSelectElement);
  const finding = find(form, "[name=finding]", HTMLInputElement);

  /** @param {"domains" | "actors"} name */
  const used = (name) =>
    Array.from(new Set(elements.flatMap((element) => element[name])), (index) => elements[index])
      .sort((first, second) => first.title.localeCompare(second.title, document.documentElement.lang))
      .map((element) => make("option", { value: element.id }, element.title));
  domain.append(...used("domains"));
  actor.append(...used("actors"));
  status.append(...statuses.map((title, index) => make("option", { value: String(index) }, title)));

  return {
    /** @returns {import("./explorer/query.js").Query} */
    read: () => ({
      words: words.value,
      steps: steps.filter((box) => box.checked).map((box) => Number(box.value)),
      domain: domain.value,
      actor: actor.value,
      status: status.value,
      hasFinding: finding.checked,
    }),
    /** @param {import("./explorer/query.js").Query} query */
    write(query) {
      words.value = query.words;
      for (const box of steps) box.checked = query.steps.includes(Number(box.value));
      domain.value = query.domain;
      actor.value = query.actor;
      status.value = query.status;
      finding.checked = query.hasFinding;
    },
  };
}
