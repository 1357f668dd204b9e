/* Tables: sort by a column, filter the rows, save them as CSV. Without this script they are complete and in order. */
(function () {
  "use strict";
  var FEW = 6;

  function text(cell) { return cell.innerText.replace(/\s+/g, " ").trim(); }

  function sortKey(cell) {
    if (!cell) return "";
    if (cell.dataset.sort !== undefined) return Number(cell.dataset.sort);
    var said = text(cell);
    var number = said.replace(/[,，]/g, "").match(/^[-+−]?\d+(\.\d+)?/);
    return number ? Number(number[0].replace("−", "-")) : said;
  }

  function compare(one, other) {
    if (one === "" || other === "") return (one === "") - (other === "");
    if (typeof one === "number" && typeof other === "number") return one - other;
    if (typeof one !== typeof other) return typeof one === "number" ? -1 : 1;
    return one.localeCompare(other, document.documentElement.lang, { numeric: true });
  }

  function sortable(table) {
    var body = table.tBodies[0];
    var rows = Array.from(body.rows);
    var heads = Array.from(table.tHead.rows[0].cells);
    heads.forEach(function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "ss-sort";
      while (head.firstChild) button.appendChild(head.firstChild);
      head.appendChild(button);
      button.addEventListener("click", function () {
        var now = { none: "ascending", ascending: "descending", descending: "none" };
        var way = now[head.getAttribute("aria-sort") || "none"];
        heads.forEach(function (one) { one.removeAttribute("aria-sort"); });
        if (way !== "none") head.setAttribute("aria-sort", way);
        var sorted = rows.map(function (row) { return [sortKey(row.cells[column]), row]; });
        if (way !== "none") sorted.sort(function (a, b) {
          var order = compare(a[0], b[0]);
          return way === "descending" && a[0] !== "" && b[0] !== "" ? -order : order;
        });
        sorted.forEach(function (one) { body.appendChild(one[1]); });
      });
    });
  }

  function filter(table, words) {
    var rows = Array.from(table.tBodies[0].rows);
    var box = document.createElement("input");
    box.type = "search";
    box.placeholder = box.ariaLabel = words.filter;
    box.setAttribute("aria-label", words.filter);
    var told = document.createElement("span");
    told.setAttribute("role", "status");
    box.addEventListener("input", function () {
      var wanted = box.value.toLowerCase().split(/\s+/).filter(Boolean);
      var left = 0;
      rows.forEach(function (row) {
        var said = row.textContent.toLowerCase();
        row.hidden = !wanted.every(function (word) { return said.indexOf(word) >= 0; });
        if (!row.hidden) left += 1;
      });
      told.textContent = wanted.length ? left + " / " + rows.length : "";
    });
    return [box, told];
  }

  /* A cell that a spreadsheet would take for a formula begins with an apostrophe. */
  function field(said) {
    var safe = /^[=+\-@\t]/.test(said) && !/^[-+]?\d[\d.,]*%?$/.test(said) ? "'" + said : said;
    return /[",\n]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
  }

  function csv(table) {
    var rows = [table.tHead.rows[0]].concat(Array.from(table.tBodies[0].rows).filter(function (row) { return !row.hidden; }));
    return rows.map(function (row) {
      return Array.from(row.cells).map(function (cell) {
        var links = cell.querySelectorAll(".ss-refs .ss-ref");
        var many = links.length > 1 && Array.from(links).map(text).join("; ");
        return field(many || text(cell));
      }).join(",");
    }).join("\r\n") + "\r\n";
  }

  function download(table, words, name) {
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = "CSV";
    button.title = words.csv;
    button.setAttribute("aria-label", words.csv);
    button.addEventListener("click", function () {
      var link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob(["\ufeff" + csv(table)], { type: "text/csv;charset=utf-8" }));
      link.download = name + ".csv";
      document.body.appendChild(link);
      link.click();
      link.remove();
      setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
    });
    return button;
  }

  function ready(box) {
    var table = box.querySelector("table");
    if (!table || !table.tHead || !table.tBodies.length || table.dataset.ready) return;
    table.dataset.ready = "1";
    var words = { filter: box.dataset.filter, csv: box.dataset.csv };
    if (!words.csv) return;
    var bar = document.createElement("div");
    bar.className = "ss-table-tools";
    if (table.tBodies[0].rows.length >= FEW) filter(table, words).forEach(function (one) { bar.appendChild(one); });
    bar.appendChild(download(table, words, box.getAttribute("aria-label") || "table"));
    box.parentNode.insertBefore(bar, box);
    if (!table.classList.contains("ss-matrix") && table.tBodies[0].rows.length > 2) sortable(table);
  }

  function start() { document.querySelectorAll(".ss-scroll").forEach(ready); }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
