/* Pictures: pan and zoom on the viewBox; the neighbours of a box; finding, full screen, saving. By mouse, touch, keyboard. */
(function () {
  "use strict";
  const STILL = 4; // pixels that a press may move and still be a click

  function ready(figure) {
    const svg = figure.querySelector(".ss-canvas svg");
    const canvas = figure.querySelector(".ss-canvas");
    if (!svg || !canvas || canvas.dataset.ready) return;
    canvas.dataset.ready = "1";
    const view = viewOf(svg, canvas);
    const graph = graphOf(svg);
    tools(figure, svg, view, graph);
    pointing(canvas, svg, graph, figure);
  }

  // -- pan and zoom ---------------------------------------------------------------------

  function viewOf(svg, canvas) {
    const whole = svg.getAttribute("viewBox").split(/\s+/).map(Number);
    let box = whole.slice();
    const pointers = new Map();
    const view = { moved: false, zoom, fit, to };

    function show() {
      svg.setAttribute("viewBox", box.join(" "));
      canvas.classList.toggle("is-near", box[2] < whole[2]); // a finger then moves the picture and not the page
    }
    function fit() { box = whole.slice(); show(); }

    function zoom(factor, x, y) {
      const width = Math.min(whole[2], Math.max(whole[2] / 20, box[2] * factor));
      const ratio = width / box[2];
      const cx = x === undefined ? box[0] + box[2] / 2 : x;
      const cy = y === undefined ? box[1] + box[3] / 2 : y;
      box = width === whole[2] ? whole.slice()
        : [cx - (cx - box[0]) * ratio, cy - (cy - box[1]) * ratio, width, box[3] * ratio];
      show();
    }

    function pan(dx, dy) {
      box[0] += dx * box[2];
      box[1] += dy * box[3];
      show();
    }

    /* Brings a part of the picture into the middle, near enough to be read. */
    function to(part) {
      const shown = part.getBoundingClientRect(), frame = svg.getBoundingClientRect();
      const x = box[0] + (shown.x + shown.width / 2 - frame.x) / frame.width * box[2];
      const y = box[1] + (shown.y + shown.height / 2 - frame.y) / frame.height * box[3];
      const width = Math.min(box[2], Math.max(whole[2] / 20, 900));
      box = [x - width / 2, y - width / box[2] * box[3] / 2, width, width / box[2] * box[3]];
      show();
      canvas.scrollLeft = (svg.getBoundingClientRect().width - canvas.clientWidth) / 2;
    }

    function at(event) {
      const frame = svg.getBoundingClientRect();
      return [box[0] + (event.clientX - frame.left) / frame.width * box[2],
              box[1] + (event.clientY - frame.top) / frame.height * box[3]];
    }

    canvas.addEventListener("wheel", function (event) {
      if (!event.ctrlKey) return;
      event.preventDefault();
      zoom(event.deltaY > 0 ? 1.2 : 1 / 1.2, ...at(event));
    }, { passive: false });
    canvas.addEventListener("pointerdown", function (event) {
      pointers.set(event.pointerId, event);
      view.moved = false;
    });
    canvas.addEventListener("pointermove", function (event) {
      const before = pointers.get(event.pointerId);
      if (!before || (box[2] === whole[2] && pointers.size < 2)) return;
      const frame = svg.getBoundingClientRect();
      if (pointers.size === 2) {
        const other = Array.from(pointers.values()).find((one) => one.pointerId !== event.pointerId);
        const was = Math.hypot(before.clientX - other.clientX, before.clientY - other.clientY);
        const is = Math.hypot(event.clientX - other.clientX, event.clientY - other.clientY);
        const middle = { clientX: (event.clientX + other.clientX) / 2, clientY: (event.clientY + other.clientY) / 2 };
        if (was && is) zoom(was / is, ...at(middle));
      } else {
        const dx = event.clientX - before.clientX, dy = event.clientY - before.clientY;
        if (!view.moved && Math.hypot(dx, dy) < STILL) return;
        pan(-dx / frame.width, -dy / frame.height);
      }
      view.moved = true;
      pointers.set(event.pointerId, event);
    });
    for (const name of ["pointerup", "pointercancel", "pointerleave"])
      canvas.addEventListener(name, (event) => pointers.delete(event.pointerId));
    canvas.addEventListener("click", (event) => { if (view.moved) event.preventDefault(); }, true);
    canvas.addEventListener("dragstart", (event) => event.preventDefault());
    canvas.addEventListener("keydown", function (event) {
      const keys = {
        "+": () => zoom(1 / 1.25), "=": () => zoom(1 / 1.25), "-": () => zoom(1.25), "0": fit,
        ArrowLeft: () => pan(-0.1, 0), ArrowRight: () => pan(0.1, 0),
        ArrowUp: () => pan(0, -0.1), ArrowDown: () => pan(0, 0.1)
      };
      if (keys[event.key] && !event.ctrlKey && !event.metaKey) { event.preventDefault(); keys[event.key](); }
    });
    return view;
  }

  // -- neighbours -----------------------------------------------------------------------

  function graphOf(svg) {
    const nodes = new Map(), out = new Map(), into = new Map();
    svg.querySelectorAll("[data-node]").forEach(function (node) {
      const tip = node.querySelector("title");
      node.dataset.said = tip ? tip.textContent : "";
      if (tip) tip.remove(); // the card says it
      const link = node.querySelector("a");
      if (link && node.dataset.said) link.setAttribute("aria-label", node.dataset.said);
      nodes.set(node.dataset.node, node);
    });
    const edges = Array.from(svg.querySelectorAll("[data-from]"));
    edges.forEach(function (edge) {
      add(out, edge.dataset.from, edge);
      add(into, edge.dataset.to, edge);
    });
    function add(map, key, edge) { map.has(key) ? map.get(key).push(edge) : map.set(key, [edge]); }

    /* The node with what it touches; far: with everything before and behind it. */
    function around(node, far) {
      const found = new Set([node]);
      for (const [edges, end] of [[out, "to"], [into, "from"]]) {
        const waiting = [node.dataset.node], seen = new Set(waiting);
        while (waiting.length) {
          for (const edge of edges.get(waiting.pop()) || []) {
            found.add(edge);
            const next = edge.dataset[end];
            if (nodes.has(next)) found.add(nodes.get(next));
            if (!seen.has(next) && (far || !nodes.get(next) || !nodes.get(next).dataset.said)) {
              seen.add(next);
              waiting.push(next); // joints of lines are passed
            }
          }
        }
      }
      return found;
    }

    function focus(node, far) {
      svg.querySelectorAll(".in-focus").forEach((one) => one.classList.remove("in-focus"));
      svg.classList.toggle("has-focus", Boolean(node));
      if (node) around(node, far).forEach((one) => one.classList.add("in-focus"));
    }
    const count = (edges, node) => (edges.get(node.dataset.node) || []).length;
    return { nodes, focus, before: (node) => count(into, node), behind: (node) => count(out, node), hasEdges: edges.length > 0 };
  }

  function pointing(canvas, svg, graph, figure) {
    let timer = 0, shown = null;
    const card = document.createElement("div");
    card.className = "ss-card-tip";
    card.hidden = true;
    figure.appendChild(card);

    function enter(node) {
      if (shown === node) return;
      shown = node;
      if (graph.hasEdges) graph.focus(node, figure.classList.contains("is-tracing"));
      fill(card, node, graph);
      place(card, node, figure);
    }
    function leave() {
      clearTimeout(timer);
      if (figure.classList.contains("is-tracing")) { card.hidden = true; return; }
      shown = null;
      card.hidden = true;
      graph.focus(null);
    }
    const nodeOf = function (target) {
      const node = target.closest && target.closest("[data-node]");
      return node && node.dataset.said ? node : null;
    };
    canvas.addEventListener("pointerover", function (event) {
      if (event.pointerType === "touch") return;
      clearTimeout(timer);
      const node = nodeOf(event.target);
      timer = node ? setTimeout(() => enter(node), 180) : setTimeout(leave, 120);
    });
    canvas.addEventListener("pointerleave", (event) => { if (event.pointerType !== "touch") leave(); });
    canvas.addEventListener("focusin", function (event) {
      const node = nodeOf(event.target);
      if (node && event.target.matches(":focus-visible")) enter(node);
    });
    canvas.addEventListener("focusout", leave);
    canvas.addEventListener("click", function (event) { // a first tap shows, a second follows the link
      const node = nodeOf(event.target);
      if (event.pointerType === "touch" && node && shown !== node) { event.preventDefault(); enter(node); }
      else if (!node) { shown = null; card.hidden = true; graph.focus(null); }
    });
    figure.addEventListener("keydown", (event) => { if (event.key === "Escape") { shown = null; card.hidden = true; graph.focus(null); } });
  }

  function fill(card, node, graph) {
    const [head, ...rest] = node.dataset.said.split(" · ");
    const lines = Array.from(node.querySelectorAll("text:not(.title):not(.kicker)")).map((one) => one.textContent);
    const first = rest.findIndex((one) => /^[■◆○] /.test(one)); // what is felt there stands behind the title
    const title = first < 0 ? rest : rest.slice(0, first);
    card.textContent = "";
    for (const [tag, said] of [["small", head], ["b", title.join(" · ")], ["span", lines.join(" · ")],
      ...(first < 0 ? [] : rest.slice(first)).map((one) => ["em", one]),
      ["small", graph.hasEdges ? "→ " + graph.before(node) + "   " + graph.behind(node) + " →" : ""]]) {
      if (!said) continue;
      const line = document.createElement(tag);
      line.textContent = said;
      card.appendChild(line);
    }
  }

  function place(card, node, figure) {
    card.hidden = false;
    const box = node.getBoundingClientRect(), frame = figure.getBoundingClientRect();
    const left = Math.min(Math.max(8, box.left - frame.left), frame.width - card.offsetWidth - 8);
    const below = box.bottom - frame.top + 6;
    const fits = box.bottom + card.offsetHeight + 12 < window.innerHeight;
    card.style.left = Math.max(8, left) + "px";
    card.style.top = (fits ? below : box.top - frame.top - card.offsetHeight - 6) + "px";
  }

  // -- tools ----------------------------------------------------------------------------

  function tools(figure, svg, view, graph) {
    const actions = {
      in: () => view.zoom(1 / 1.4), out: () => view.zoom(1.4), fit: view.fit,
      full: () => fullScreen(figure), png: () => savePng(svg, figure),
      trace: function (button) {
        const on = figure.classList.toggle("is-tracing");
        button.setAttribute("aria-pressed", String(on));
        if (!on) graph.focus(null);
      }
    };
    figure.querySelectorAll("[data-zoom]").forEach(function (button) {
      if (button.dataset.zoom === "trace" && !graph.hasEdges) button.remove();
      else button.addEventListener("click", () => actions[button.dataset.zoom](button));
    });
    const box = figure.querySelector(".ss-tools input");
    if (box) finding(box, svg, view, graph);
  }

  function finding(box, svg, view, graph) {
    if (graph.nodes.size < 6) { box.remove(); return; }
    let found = [], at = -1;
    function mark() {
      const wanted = box.value.trim().toLowerCase();
      svg.querySelectorAll(".is-found").forEach((one) => one.classList.remove("is-found"));
      found = wanted ? Array.from(graph.nodes.values()).filter(function (node) {
        return (node.dataset.said + " " + node.textContent).toLowerCase().includes(wanted);
      }) : [];
      found.forEach((one) => one.classList.add("is-found"));
      at = -1;
    }
    box.addEventListener("input", mark);
    box.addEventListener("keydown", function (event) {
      if (event.key !== "Enter" || !found.length) return;
      event.preventDefault();
      at = (at + 1) % found.length;
      view.to(found[at]);
    });
  }

  function fullScreen(figure) {
    if (document.fullscreenElement) document.exitFullscreen();
    else if (figure.requestFullscreen) figure.requestFullscreen().catch(() => figure.classList.toggle("is-full"));
    else figure.classList.toggle("is-full");
  }

  /* The picture with its looks written into it, since neither files nor pages let a script read style sheets. */
  function savePng(svg, figure) {
    const copy = svg.cloneNode(true);
    const looks = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity", "font-family", "font-weight", "text-anchor"];
    const from = svg.querySelectorAll("*"), to = copy.querySelectorAll("*");
    from.forEach(function (one, index) {
      const known = getComputedStyle(one);
      to[index].setAttribute("style", looks.map((name) => name + ":" + known.getPropertyValue(name)).join(";"));
    });
    const [, , width, height] = svg.getAttribute("viewBox").split(/\s+/).map(Number);
    copy.setAttribute("width", width);
    copy.setAttribute("height", height);
    copy.removeAttribute("style");
    const image = new Image();
    image.onload = function () {
      const scale = Math.min(2, 12000 / Math.max(width, height));
      const canvas = document.createElement("canvas");
      canvas.width = Math.ceil(width * scale);
      canvas.height = Math.ceil(height * scale);
      const pen = canvas.getContext("2d");
      pen.fillStyle = getComputedStyle(figure).backgroundColor;
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob(function (blob) {
        const link = document.createElement("a");
        link.href = URL.createObjectURL(blob);
        link.download = (svg.getAttribute("aria-label") || "picture") + ".png";
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 1000);
      });
    };
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(new XMLSerializer().serializeToString(copy));
  }

  function start() { document.querySelectorAll(".ss-figure").forEach(ready); }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
