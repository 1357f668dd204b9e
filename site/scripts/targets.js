// @ts-check
/* An address of something folded, such as a rule, opens it. */
import { whenRead } from "./shared/dom.js";

function openTarget() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target instanceof HTMLDetailsElement) {
    target.open = true;
    target.scrollIntoView();
  }
}

window.addEventListener("hashchange", openTarget);
whenRead(openTarget);
