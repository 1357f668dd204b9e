/* Browsers start no worker for a page opened as a file. This runs the search worker in a hidden frame instead. */
(function () {
  "use strict";
  if (location.protocol !== "file:") return;

  function IFrameWorker(address) {
    var target = new EventTarget();
    var frame = document.createElement("iframe");
    frame.hidden = true;
    frame.title = "search";
    document.documentElement.appendChild(frame);
    var inside = frame.contentWindow;
    var page = frame.contentDocument;

    window.addEventListener("message", function (event) {
      if (event.source !== inside) return;
      var copy = new MessageEvent("message", { data: event.data });
      target.dispatchEvent(copy);
      if (typeof target.onmessage === "function") target.onmessage(copy);
    });

    // What a worker finds in its world: a way to answer, and scripts loaded one after the other.
    inside.postMessageToFrame = inside.postMessage.bind(inside);
    inside.importScripts = function () {
      return Array.prototype.reduce.call(arguments, function (before, source) {
        return before.then(function () {
          return new Promise(function (loaded, failed) {
            var script = page.createElement("script");
            script.src = source;
            script.onload = loaded;
            script.onerror = failed;
            page.body.appendChild(script);
          });
        });
      }, Promise.resolve());
    };

    var waiting = [];
    var ready = false;
    target.postMessage = function (data) {
      if (ready) inside.postMessageToFrame(data, "*");
      else waiting.push(data);
    };
    target.terminate = function () { frame.remove(); };

    var start = page.createElement("script");
    start.textContent = "postMessage = function (data) { parent.postMessage(data, '*'); };";
    page.body.appendChild(start);
    var script = page.createElement("script");
    script.src = new URL(address, location.href).href;
    script.onload = function () {
      ready = true;
      waiting.splice(0).forEach(function (data) { inside.postMessageToFrame(data, "*"); });
    };
    page.body.appendChild(script);
    return target;
  }

  window.IFrameWorker = IFrameWorker;
  window.Worker = IFrameWorker;
})();
