/* What a reviewer says of the elements. It stays in this browser until the reviewer downloads it as a file.
   Words come from the table before this file. Everything typed is shown as text, never as HTML. */
(function () {
  "use strict";

  var FORMAT = "sevenstep review comments";
  var STANCES = ["agree", "object", "comment"];
  var PREFIX = "sevenstep.review/";
  var LARGEST = 16 * 1024 * 1024, MOST = 2000, LONGEST_TEXT = 4000, LONGEST_NAME = 80;
  var place, words, box;

  /* -- what is kept ------------------------------------------------------------------------------------------- */

  var store = (function () {
    var memory = {};
    var works = (function () {
      try {
        localStorage.setItem(PREFIX + "?", "1");
        localStorage.removeItem(PREFIX + "?");
        return true;
      } catch (error) { return false; }
    })();
    return {
      works: function () { return works; },
      get: function (key) {
        if (works) try { return localStorage.getItem(key); } catch (error) { works = false; }
        return Object.prototype.hasOwnProperty.call(memory, key) ? memory[key] : null;
      },
      set: function (key, value) {
        memory[key] = value;
        if (works) try { localStorage.setItem(key, value); } catch (error) { works = false; }
      },
      keys: function (prefix) {
        var found = Object.keys(memory);
        if (works) try {
          for (var index = 0; index < localStorage.length; index++) found.push(localStorage.key(index));
        } catch (error) { works = false; }
        return found.filter(function (key, at) { return key.indexOf(prefix) === 0 && found.indexOf(key) === at; });
      }
    };
  })();

  function key(version) { return PREFIX + "of/" + place.engagement + "/" + version; }

  function text(value, longest) { return typeof value === "string" ? value.slice(0, longest) : ""; }

  /* A comment as it may be kept and shown, or null: storage and files can hold anything. */
  function sound(one) {
    if (!one || typeof one !== "object" || !/^c[0-9a-z]{8,32}$/.test(one.id) || STANCES.indexOf(one.stance) < 0) return null;
    if (typeof one.element !== "string" || !one.element || one.element.length > 200) return null;
    if (typeof one.when !== "string" || isNaN(Date.parse(one.when)) || !text(one.by, 1)) return null;
    var page = text(one.page, 600);
    return {
      id: one.id, element: one.element, title: text(one.title, 200) || one.element, stance: one.stance,
      text: text(one.text, LONGEST_TEXT), by: text(one.by, LONGEST_NAME), when: new Date(one.when).toISOString(),
      version: text(one.version, 40),
      page: /^[\w.~%-]+(\/[\w.~%-]+)*\.html$/.test(page) && page.indexOf("..") < 0 ? page : ""
    };
  }

  function parsed(value) {
    try {
      var data = JSON.parse(value);
      return (data && Array.isArray(data.comments) ? data.comments : []).map(sound).filter(Boolean).slice(0, MOST);
    } catch (error) { return []; }
  }

  function every() {
    var found = [];
    store.keys(PREFIX + "of/" + place.engagement + "/").forEach(function (one) {
      var version = one.slice(key("").length);
      parsed(store.get(one)).forEach(function (comment) { comment.version = version; found.push(comment); });
    });
    return found.sort(function (a, b) { return a.when < b.when ? -1 : a.when > b.when ? 1 : 0; });
  }

  function keep(version, change) {
    var listed = parsed(store.get(key(version)));
    store.set(key(version), JSON.stringify({ comments: change(listed) }));
  }

  function put(comment) {
    keep(comment.version, function (listed) {
      return listed.filter(function (one) { return one.id !== comment.id; }).concat([comment]);
    });
  }

  function drop(comment) {
    keep(comment.version, function (listed) { return listed.filter(function (one) { return one.id !== comment.id; }); });
  }

  function name() { return text(store.get(PREFIX + "name"), LONGEST_NAME).trim(); }

  /* Without characters that nobody sees: the import leaves them out as well. */
  function oneLine(typed) {
    return typed.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, " ")
      .replace(/\s+/g, " ").trim();
  }

  /* Whether the pages show this comment already as a note of the model, in this wording or a later one. */
  function received(comment) {
    return Array.prototype.some.call(document.querySelectorAll("[data-note]"), function (one) {
      return one.dataset.note.split("-")[0] === comment.id && one.dataset.when.slice(0, 19) >= comment.when.slice(0, 19);
    });
  }

  function newId() {
    var letters = "0123456789abcdefghijklmnopqrstuvwxyz", id = "c";
    crypto.getRandomValues(new Uint8Array(16)).forEach(function (one) { id += letters[one % 36]; });
    return id;
  }

  /* -- making the page ---------------------------------------------------------------------------------------- */

  function make(tag, given, children) {
    var node = document.createElement(tag);
    Object.keys(given || {}).forEach(function (name) {
      if (name === "text") node.textContent = given.text;
      else if (name === "on") Object.keys(given.on).forEach(function (event) { node.addEventListener(event, given.on[event]); });
      else if (given[name] === true) node.setAttribute(name, "");
      else if (given[name] !== false && given[name] !== null) node.setAttribute(name, given[name]);
    });
    (children || []).forEach(function (child) { if (child) node.appendChild(child); });
    return node;
  }

  function button(label, act, given) {
    return make("button", Object.assign({ type: "button", text: label, on: { click: act } }, given || {}));
  }

  function said(name, values) {
    return Object.keys(values || {}).reduce(function (so_far, one) {
      return so_far.split("{" + one + "}").join(values[one]);
    }, words[name] || name);
  }

  function day(when) {
    var date = new Date(when);
    function two(number) { return (number < 10 ? "0" : "") + number; }
    return date.getFullYear() + "-" + two(date.getMonth() + 1) + "-" + two(date.getDate());
  }

  var status;  // the one place where what has happened is said, also to those who cannot see it

  function tell(message, action, act) {
    status.textContent = message;
    status.classList.remove("ss-is-wrong");
    if (action) status.appendChild(button(action, act, { "class": "ss-review-link" }));
  }

  function shownComment(comment, extra) {
    var facts = [comment.by, day(comment.when)];
    if (comment.version && comment.version !== place.version) facts.push(said("version", { version: comment.version }));
    if (received(comment)) facts.push(words.received);
    return make("li", { "class": "ss-note-card ss-is-" + comment.stance }, [
      make("p", { "class": "ss-note-head" }, [
        make("b", { text: words[comment.stance] }), make("span", { text: facts.join(" · ") }), extra.link || null,
        make("span", { "class": "ss-note-acts" }, extra.acts)
      ]),
      comment.text ? make("p", { "class": "ss-note-text", text: comment.text }) : null
    ]);
  }

  function remove(comment, again) {
    drop(comment);
    again();
    tell(words.deleted, words.undo, function () { put(comment); again(); tell(words.restored); });
    var undo = status.querySelector("button");
    if (undo) undo.focus();
  }

  /* -- saying something --------------------------------------------------------------------------------------- */

  /* The form for the element of this page; `changed` is called when something was said. */
  function formOf(changed) {
    var choices = make("div", { "class": "ss-review-choices", role: "radiogroup", "aria-label": words.what });
    var area = make("textarea", { id: "ss-review-text", rows: "3", maxlength: String(LONGEST_TEXT) });
    var label = make("label", { "for": "ss-review-text" });
    var who = make("input", { id: "ss-review-name", type: "text", maxlength: String(LONGEST_NAME), autocomplete: "name" });
    var whoRow = make("p", { "class": "ss-review-who" }, [make("label", { "for": "ss-review-name", text: words.name }), who]);
    var asRow = make("p", { "class": "ss-review-as" });
    var editing = null;

    STANCES.forEach(function (stance) {
      choices.appendChild(make("label", { "class": "ss-is-" + stance }, [
        make("input", { type: "radio", name: "ss-stance", value: stance, on: { change: open } }),
        make("span", { text: words[stance] })
      ]));
    });
    var form = make("form", { "class": "ss-review-form", on: { submit: save } }, [
      choices,
      make("div", { "class": "ss-review-more", hidden: true }, [
        label, area, whoRow, asRow,
        make("p", { "class": "ss-review-buttons" }, [
          make("button", { type: "submit", "class": "ss-review-main", text: words.save }),
          button(words.cancel, function () { close(); tell(""); })
        ])
      ])
    ]);
    var more = form.querySelector(".ss-review-more");
    area.addEventListener("keydown", function (event) {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save(event);
    });

    function stance() { var one = form.querySelector("input:checked"); return one ? one.value : ""; }

    function open() {
      more.hidden = false;
      label.textContent = stance() === "agree" ? words.text_optional : words["text_" + stance()];
      whoRow.hidden = Boolean(name());
      asRow.hidden = !whoRow.hidden;
      asRow.textContent = said("as", { name: name() }) + " ";
      asRow.appendChild(button(words.rename, function () {
        who.value = name(); whoRow.hidden = false; asRow.hidden = true; who.focus();
      }, { "class": "ss-review-link" }));
    }

    function edit(comment) {
      editing = comment;
      form.querySelector("input[value=" + comment.stance + "]").checked = true;
      area.value = comment.text;
      open();
      area.focus();
    }

    function close() {
      editing = null;
      form.reset();
      area.removeAttribute("aria-invalid");
      who.removeAttribute("aria-invalid");
      more.hidden = true;
    }

    function missing(field, message) {
      field.setAttribute("aria-invalid", "true");
      field.setAttribute("aria-describedby", "ss-review-status");
      field.focus();
      tell(message);
      status.classList.add("ss-is-wrong");
    }

    function save(event) {
      event.preventDefault();
      var by = whoRow.hidden ? name() : oneLine(who.value);
      var typed = area.value.trim();
      area.removeAttribute("aria-invalid");
      who.removeAttribute("aria-invalid");
      if (!stance()) return;
      if (stance() !== "agree" && !typed) return missing(area, words.need_text);
      if (!by) { whoRow.hidden = false; return missing(who, words.need_name); }
      if (!editing && every().length >= MOST) return tell(words.too_many);
      store.set(PREFIX + "name", by);
      put({
        id: editing ? editing.id : newId(), element: place.element, title: place.title, stance: stance(), text: typed,
        by: by, when: new Date().toISOString(), version: place.version, page: place.page
      });
      close();
      changed();
      tell(store.works() ? words.saved : words.not_kept);
      choices.querySelector("input").focus({ preventScroll: true });
    }

    window.addEventListener("beforeunload", function (event) {
      var unsaved = !more.hidden && area.value.trim() && !(editing && editing.text === area.value.trim());
      if (unsaved) { event.preventDefault(); event.returnValue = ""; }
    });
    return { node: form, edit: edit, close: close };
  }

  /* The buttons of one's own comment on this page. */
  function acts(comment, form, again) {
    return [
      comment.element === place.element && comment.version === place.version
        ? button(words.edit, function () { form.edit(comment); }, { "class": "ss-review-link" }) : null,
      button(words["delete"], function () { form.close(); remove(comment, again); }, {
        "class": "ss-review-link", "aria-label": words["delete"] + " " + comment.title
      })
    ];
  }

  /* -- the box on the page of an element ---------------------------------------------------------------------- */

  function element() {
    var list = make("ul", { "class": "ss-note-list" });
    var foot = make("p", { "class": "ss-review-foot" });
    var form = formOf(function () { show(); });

    function show() {
      var all = every();
      var own = all.filter(function (one) { return one.element === place.element && !received(one); });
      list.textContent = "";
      own.forEach(function (comment) {
        list.appendChild(shownComment(comment, { acts: acts(comment, form, show) }));
      });
      list.hidden = !own.length;
      foot.textContent = "";
      foot.appendChild(make("span", { text: store.works() ? words.stays_here : words.refused }));
      if (all.length) {
        foot.appendChild(make("a", { href: place.list, text: said("all_mine", { count: all.length }) }));
        foot.appendChild(button(words.download, function () { download(show); }, { "class": "ss-review-link" }));
        if (!store.works()) foot.appendChild(copyButton());
      }
      jump(own);
    }

    [list, form.node, status, foot].forEach(function (one) { box.appendChild(one); });
    return show;
  }

  /* A quiet link at the head of the page, so that nobody has to find the box at its end. */
  function jump(own) {
    var meta = document.querySelector(".ss-head .ss-meta");
    if (!meta) return;
    var link = meta.querySelector(".ss-review-jump");
    if (!link) {
      link = make("a", { "class": "ss-review-jump", href: "#review" });
      meta.appendChild(link);
    }
    var last = own[own.length - 1];
    link.textContent = last ? said("mine", { stance: words[last.stance] }) : words.write;
  }

  /* -- the page with all comments ------------------------------------------------------------------------------ */

  function overview() {
    var list = make("ul", { "class": "ss-note-list" });
    var none = make("p", { "class": "ss-hint", text: words.none });
    var bar = make("p", { "class": "ss-review-buttons" });
    var file = make("input", {
      type: "file", id: "ss-review-file", accept: ".json,application/json", "class": "ss-review-file", on: { change: read }
    });
    var note = make("p", { "class": "ss-hint" });
    var whole = make("p", { "class": "ss-review-whole", text: words.whole });
    var form = formOf(function () { show(); });

    function read() {
      var one = file.files[0];
      if (!one) return;
      var reader = new FileReader();
      reader.onload = function () { take(String(reader.result)); file.value = ""; };
      reader.onerror = function () { tell(words.unreadable); };
      if (one.size > LARGEST) return tell(words.unreadable);
      reader.readAsText(one);
    }

    function take(content) {
      var data = null;
      try { data = JSON.parse(content); } catch (error) { /* said below */ }
      if (!data || data.format !== FORMAT || data.format_version !== 1) return tell(words.unreadable);
      if (data.engagement !== place.engagement) return tell(words.other_engagement);
      var known = {}, taken = 0, all = every();
      all.forEach(function (comment) { known[comment.id] = comment; });
      parsed(content).forEach(function (comment) {
        var mine = known[comment.id];
        if (mine ? mine.when >= comment.when : all.length + taken >= MOST) return;
        if (mine) drop(mine);
        put(comment);
        taken += 1;
      });
      show();
      tell(said("taken", { count: taken }));
    }

    function show() {
      var all = every();
      list.textContent = "";
      all.slice().reverse().forEach(function (comment) {
        var about = comment.title + " ";
        list.appendChild(shownComment(comment, {
          link: comment.page ? make("a", { href: comment.page + "#review", text: about }) : make("span", { text: about }),
          acts: acts(comment, form, show)
        }));
      });
      none.hidden = Boolean(all.length);
      list.hidden = !all.length;
      bar.textContent = "";
      if (all.length) {
        bar.appendChild(button(said("download_all", { count: all.length }), function () { download(show); },
          { "class": "ss-review-main" }));
        bar.appendChild(copyButton());
      }
      bar.appendChild(make("label", { "for": "ss-review-file", "class": "ss-review-open" }, [
        file, make("span", { text: words.open_file })
      ]));
      var last = store.get(PREFIX + "saved/" + place.engagement) || "";
      var fresh = all.filter(function (one) { return one.when > last; }).length;
      note.textContent = !store.works() ? words.refused
        : !all.length ? (location.protocol === "file:" ? words.file_hint : "")
        : !last ? words.not_sent : fresh ? said("fresh", { count: fresh, day: day(last) }) : said("sent", { day: day(last) });
    }

    [whole, form.node, status, bar, note, none, list].forEach(function (one) { box.appendChild(one); });
    return show;
  }

  /* -- handing over -------------------------------------------------------------------------------------------- */

  function download(again) {
    var all = every(), now = new Date().toISOString();
    var by = name() || (all.length ? all[all.length - 1].by : "");
    var data = {
      format: FORMAT, format_version: 1, engagement: place.engagement, version: place.version, exported: now, comments: all
    };
    var safe = [place.engagement, "comments", by, day(now)].join("-").replace(/[\\/:*?"<>|\s\u0000-\u001f]+/g, "_");
    var address = URL.createObjectURL(new Blob([JSON.stringify(data, null, 1) + "\n"], { type: "application/json" }));
    var link = make("a", { href: address, download: safe + ".json", hidden: true });
    document.body.appendChild(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(address); }, 10000);
    store.set(PREFIX + "saved/" + place.engagement, now);
    again();
    tell(said("downloaded", { file: safe + ".json" }));
  }

  function asText() {
    return every().map(function (one) {
      var head = [one.title + " (" + one.element + ")", words[one.stance], one.by, day(one.when), one.version];
      return head.filter(Boolean).join(" · ") + (one.text ? "\n" + one.text : "");
    }).join("\n\n");
  }

  function copyButton() {
    return button(words.copy, function () {
      function byHand() {
        var shown = box.querySelector(".ss-review-plain") || make("textarea", {
          "class": "ss-review-plain", readonly: true, rows: "8", "aria-label": words.copy
        });
        shown.value = asText();
        box.appendChild(shown);
        shown.focus();
        shown.select();
        tell(words.copy_by_hand);
      }
      if (!navigator.clipboard) return byHand();
      navigator.clipboard.writeText(asText()).then(function () { tell(words.copied); }, byHand);
    });
  }

  /* -- start --------------------------------------------------------------------------------------------------- */

  function start() {
    var section = document.querySelector("[data-review]");
    box = section && section.querySelector(".ss-review-own");
    if (!box || box.dataset.ready || !window.sevenstepReviewWords) return;
    box.dataset.ready = "1";
    var given = section.dataset;
    words = window.sevenstepReviewWords[given.language] || window.sevenstepReviewWords.en;
    place = {
      engagement: given.engagement, version: given.version || "", element: given.element, title: given.title,
      page: given.page, list: given.list
    };
    status = make("p", { "class": "ss-review-status", id: "ss-review-status", role: "status", "aria-live": "polite" });
    var show = given.review === "element" ? element() : overview();
    show();
    section.hidden = box.hidden = false;
    var needs = section.querySelector(".ss-review-needs");
    if (needs) needs.hidden = true;
    window.addEventListener("storage", function (event) {
      if (!event.key || event.key.indexOf(PREFIX) === 0) show();
    });
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
