// The versions of a watchlist: who made them, when and why, in what they differ, and the way back.

import { get } from "./api.js";
import { difference } from "./difference.js";
import { el, told } from "./dom.js";
import { stamp } from "./time.js";

const DONE = { CREATED: "made it", CHANGED: "changed it", DELETED: "deleted it" };
const KEYS = { version: null, when: "rule", within: "all within", origins: "independent origins", cooldown: "quiet after an alert", quiet: "quiet hours", budget: "alerts a day at most", rate: "only above its usual rate" };
const enc = encodeURIComponent;

/** In what two watchlists differ, one line a key. */
export function words(before, after) {
  return difference(before, after, KEYS);
}

export async function versions(panel, saved, back) {
  const { history } = await get(`/api/v1/watchlists/${enc(saved.id)}/history`);
  const newest = [...history].reverse();
  panel.replaceChildren(
    el(
      "ol",
      { class: "versions" },
      newest.map((entry) => {
        const after = entry.after && JSON.parse(entry.after);
        const before = entry.before && JSON.parse(entry.before);
        const current = entry.version === saved.version && entry.action !== "DELETED";
        return el(
          "li",
          { "data-current": current },
          el("h2", {}, `Version ${entry.version}`, current && el("span", { class: "aside" }, " in force")),
          el("p", { class: "facts" }, told("span", entry.by ?? "somebody"), el("span", {}, DONE[entry.action]), stamp(entry.time)),
          entry.why && told("p", entry.why, { class: "reason" }),
          before && after ? el("div", { class: "changes" }, words(before, after)) : after && el("p", { class: "rule" }, el("code", {}, after.when)),
          after && !current && el("p", { class: "buttons" }, beside(after, saved), el("button", { type: "button", class: "act", "data-needs": "watchlists:write", on: { click: () => back(entry.version, `back to version ${entry.version}`) } }, "Go back to this")),
        );
      }),
    ),
  );
}

/** Opens to what going back would change. */
function beside(old, saved) {
  return el("details", {}, el("summary", {}, "Beside the one in force"), el("div", { class: "changes" }, words(saved, old)));
}
