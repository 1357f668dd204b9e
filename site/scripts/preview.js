// @ts-check
/* The live preview: shows the page anew when the model has changed, and says why where it could not be read. */

const { stateAddress } = /** @type {import("./given.d.ts").GivenToPreview} */ (given);
const ASKED_EVERY = 1000;
const LOOKS =
  "position:fixed;bottom:0;left:0;right:0;z-index:99;padding:.8em 1.2em;background:#b3261e;" +
  "color:#fff;font-size:14px;white-space:pre-wrap;";
/** @type {number | null} */
let seen = null;

async function ask() {
  try {
    const state = await (await fetch(stateAddress)).json();
    if (seen !== null && state.version !== seen) location.reload();
    seen = state.version;
    tell(state.broken);
  } catch {
    // the server has stopped, or starts again
  }
  setTimeout(ask, ASKED_EVERY);
}

/** @param {string} broken */
function tell(broken) {
  const bar = document.getElementById("ss-broken") ?? document.body.appendChild(document.createElement("div"));
  bar.id = "ss-broken";
  bar.textContent = broken;
  bar.style.cssText = `${LOOKS}display:${broken ? "block" : "none"}`;
}

ask();
