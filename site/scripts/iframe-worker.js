// @ts-check
/* Browsers start no worker for a page opened as a file. This runs the search worker in a hidden frame instead. */

class FrameWorker extends EventTarget {
  /** @param {string} address */
  constructor(address) {
    super();
    /** @type {((message: MessageEvent) => void) | null} */
    this.onmessage = null;
    this.frame = document.createElement("iframe");
    this.frame.hidden = true;
    this.frame.title = "search";
    document.documentElement.append(this.frame);
    const inside = /** @type {any} */ (this.frame.contentWindow);
    const page = inside.document;
    window.addEventListener("message", (event) => {
      if (event.source === inside) this.answer(event.data);
    });

    /** @private the frame's own way of getting a message, before the script's way of answering takes its name */
    this.send = inside.postMessage.bind(inside);
    /** @private @type {unknown[] | null} messages for the script, until it is there */
    this.waiting = [];
    const answering = page.createElement("script");
    answering.textContent = "postMessage = function (data) { parent.postMessage(data, '*'); };";
    page.body.append(answering);
    load(page, new URL(address, location.href).href).then(() => this.begin());
  }

  /** @param {unknown} data */
  postMessage(data) {
    if (this.waiting) this.waiting.push(data);
    else this.send(data, "*");
  }

  terminate() {
    this.frame.remove();
  }

  /** @private */
  begin() {
    const waiting = this.waiting ?? [];
    this.waiting = null;
    for (const data of waiting) this.postMessage(data);
  }

  /**
   * @private
   * @param {unknown} data
   */
  answer(data) {
    const message = new MessageEvent("message", { data });
    this.dispatchEvent(message);
    this.onmessage?.(message);
  }
}

/**
 * @param {Document} page
 * @param {string} source
 * @returns {Promise<unknown>}
 */
function load(page, source) {
  return new Promise((loaded, failed) => {
    const script = page.createElement("script");
    script.src = source;
    script.onload = loaded;
    script.onerror = failed;
    page.body.append(script);
  });
}

if (location.protocol === "file:") Object.assign(window, { IFrameWorker: FrameWorker, Worker: FrameWorker });
