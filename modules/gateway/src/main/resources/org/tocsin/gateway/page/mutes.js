// What is muted now: until when, by whom, and why; each can be heard again.

import { el, told } from "./dom.js";
import { stamp } from "./time.js";

const $ = (id) => document.getElementById(id);

/** `name` gives the words for a mute's object, `unmute` ends one. */
export function drawMutes(mutes, { name, unmute }) {
  $("mutes-count").textContent = mutes.length ? ` (${mutes.length})` : "";
  $("mutes-empty").hidden = mutes.length > 0;
  const focused = document.activeElement?.dataset.mute;
  $("mutes-list").replaceChildren(
    ...mutes.map((mute) =>
      el(
        "li",
        {},
        el("p", {}, el("span", { class: "about" }, mute.about), told("span", name(mute), { class: "headline" })),
        el("p", { class: "facts" }, el("span", {}, "until ", stamp(mute.until)), mute.by && el("span", {}, `by ${mute.by}`), mute.reason && told("q", mute.reason)),
        el("button", { type: "button", class: "act", "data-needs": "alerts:write", "data-mute": mute.id, "aria-label": `Unmute the ${mute.about} ${name(mute)}`, on: { click: () => unmute(mute) } }, "Unmute"),
      ),
    ),
  );
  if (focused) document.querySelector(`[data-mute="${CSS.escape(focused)}"]`)?.focus();
}
