/* Pan and zoom of pictures: on the viewBox, by mouse, touch, keyboard and buttons. An address of a rule opens it. */
(function () {
  "use strict";

  function ready(figure) {
    var svg = figure.querySelector("svg");
    var canvas = figure.querySelector(".ss-canvas");
    if (!svg || !canvas || canvas.dataset.ready) return;
    canvas.dataset.ready = "1";
    var whole = svg.getAttribute("viewBox").split(/\s+/).map(Number);
    var view = whole.slice();
    var pointers = new Map();
    var moved = false;

    function show() { svg.setAttribute("viewBox", view.join(" ")); }

    function zoom(factor, x, y) {
      var width = Math.min(whole[2], Math.max(whole[2] / 20, view[2] * factor));
      var ratio = width / view[2];
      var cx = x === undefined ? view[0] + view[2] / 2 : x;
      var cy = y === undefined ? view[1] + view[3] / 2 : y;
      view = [cx - (cx - view[0]) * ratio, cy - (cy - view[1]) * ratio, width, view[3] * ratio];
      if (width === whole[2]) view = whole.slice();
      show();
    }

    function pan(dx, dy) {
      view[0] += dx * view[2];
      view[1] += dy * view[3];
      show();
    }

    function at(event) {
      var box = svg.getBoundingClientRect();
      return [view[0] + (event.clientX - box.left) / box.width * view[2],
              view[1] + (event.clientY - box.top) / box.height * view[3]];
    }

    canvas.addEventListener("wheel", function (event) {
      if (!event.ctrlKey) return;
      event.preventDefault();
      var point = at(event);
      zoom(event.deltaY > 0 ? 1.2 : 1 / 1.2, point[0], point[1]);
    }, { passive: false });

    canvas.addEventListener("pointerdown", function (event) {
      pointers.set(event.pointerId, event);
      moved = false;
    });
    canvas.addEventListener("pointermove", function (event) {
      var before = pointers.get(event.pointerId);
      if (!before || (view[2] === whole[2] && pointers.size < 2)) return;
      var box = svg.getBoundingClientRect();
      if (pointers.size === 2) {
        var other = Array.from(pointers.values()).find(function (one) { return one.pointerId !== event.pointerId; });
        var was = Math.hypot(before.clientX - other.clientX, before.clientY - other.clientY);
        var is = Math.hypot(event.clientX - other.clientX, event.clientY - other.clientY);
        if (was && is) zoom(was / is);
      } else {
        var dx = event.clientX - before.clientX, dy = event.clientY - before.clientY;
        if (!moved && Math.hypot(dx, dy) < 4) return;
        pan(-dx / box.width, -dy / box.height);
      }
      moved = true;
      pointers.set(event.pointerId, event);
    });
    ["pointerup", "pointercancel", "pointerleave"].forEach(function (name) {
      canvas.addEventListener(name, function (event) { pointers.delete(event.pointerId); });
    });
    canvas.addEventListener("click", function (event) { if (moved) event.preventDefault(); }, true);
    canvas.addEventListener("dragstart", function (event) { event.preventDefault(); });

    canvas.addEventListener("keydown", function (event) {
      var keys = {
        "+": function () { zoom(1 / 1.25); }, "=": function () { zoom(1 / 1.25); }, "-": function () { zoom(1.25); },
        "0": function () { view = whole.slice(); show(); },
        ArrowLeft: function () { pan(-0.1, 0); }, ArrowRight: function () { pan(0.1, 0); },
        ArrowUp: function () { pan(0, -0.1); }, ArrowDown: function () { pan(0, 0.1); }
      };
      if (keys[event.key] && !event.ctrlKey && !event.metaKey) { event.preventDefault(); keys[event.key](); }
    });
    figure.addEventListener("click", function (event) {
      var action = event.target.dataset && event.target.dataset.zoom;
      if (action === "in") zoom(1 / 1.4);
      if (action === "out") zoom(1.4);
      if (action === "fit") { view = whole.slice(); show(); }
    });
  }

  function openTarget() {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.tagName === "DETAILS") { target.open = true; target.scrollIntoView(); }
  }

  function start() { document.querySelectorAll(".ss-figure").forEach(ready); openTarget(); }
  window.addEventListener("hashchange", openTarget);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
