// @ts-check
/* What every script does with the page: find, make, save. Everything handed in is shown as text, never as HTML. */

/** @typedef {Record<string, string | boolean | null>} Attributes */

/**
 * The first element below `root` that fits; its absence is a defect of the template.
 * @template {Element} Found
 * @param {ParentNode} root
 * @param {string} selector
 * @param {{ new (): Found }} type
 * @returns {Found}
 */
export function find(root, selector, type) {
  const found = root.querySelector(selector);
  if (found instanceof type) return found;
  throw new TypeError(`${selector} is missing`);
}

/**
 * A new element; an attribute that is true stands without a value, one that is false or null is left out.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} attributes
 * @param {(Node | string | null)[]} inside
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== false && value !== null) made.setAttribute(name, value === true ? "" : value);
  made.append(...inside.filter((child) => child !== null));
  return made;
}

/**
 * A button that does something.
 * @param {string} label
 * @param {() => void} act
 * @param {Attributes} attributes
 */
export function button(label, act, attributes = {}) {
  const made = make("button", { type: "button", ...attributes }, label);
  made.addEventListener("click", act);
  return made;
}

/**
 * Runs when the page has been read.
 * @param {() => void} start
 */
export function whenRead(start) {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
}

/**
 * Hands the reader a file.
 * @param {string} name
 * @param {Blob} content
 */
export function saveFile(name, content) {
  const address = URL.createObjectURL(content);
  const link = make("a", { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

/** Full screen on and off; `instead` where the browser has none. @param {Element} element @param {() => void} instead */
export function toggleFullScreen(element, instead) {
  if (document.fullscreenElement) document.exitFullscreen();
  else if (element.requestFullscreen) element.requestFullscreen().catch(instead);
  else instead();
}
