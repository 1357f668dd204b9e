// @ts-check
/* The box on the page of an element: what this reviewer says of it. */
import { make } from "../shared/dom.js";
import { isReceived } from "./desk.js";
import { Form } from "./form.js";
import { copyButton, download } from "./handing_over.js";

/** @param {import("./desk.js").Desk} desk */
export function fillElementBox(desk) {
  const { words, comments, place, store } = desk;
  const list = make("ul", { class: "ss-note-list" });
  const foot = make("p", { class: "ss-review-foot" });
  const form = new Form(desk);

  desk.show = () => {
    const all = comments.all();
    const own = all.filter((comment) => comment.element === place.element && !isReceived(comment));
    list.replaceChildren(...own.map((comment) => desk.card(comment, null, desk.acts(comment, form))));
    list.hidden = !own.length;
    foot.replaceChildren(make("span", {}, store.works ? words.stays_here : words.refused));
    if (all.length) {
      foot.append(make("a", { href: place.list }, desk.say("all_mine", { count: all.length })));
      foot.append(desk.link("download", () => download(desk)));
      if (!store.works) foot.append(copyButton(desk));
    }
    const last = own[own.length - 1];
    linkAtHead(last ? desk.say("mine", { stance: words[last.stance] }) : words.write);
  };
  desk.box.append(list, form.node, desk.status, foot);
}

/**
 * A quiet link at the head of the page, so that nobody has to find the box at its end.
 * @param {string} text
 */
function linkAtHead(text) {
  const meta = document.querySelector(".ss-head .ss-meta");
  if (!meta) return;
  const link = meta.querySelector(".ss-review-jump") ?? make("a", { class: "ss-review-jump", href: "#review" });
  link.textContent = text;
  meta.append(link);
}
