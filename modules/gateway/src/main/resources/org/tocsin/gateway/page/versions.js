// The versions of a watchlist: who made them, when and why, in what they differ, and the way back.

import { get } from "./api.js";
import { el, told } from "./dom.js";
import { stamp } from "./time.js";

const DONE = { CREATED: "made it", CHANGED: "changed it", DELETED: "deleted it" };
const KEYS = { when: "rule", within: "all within", origins: "independent origins", cooldown: "quiet after an alert", quiet: "quiet hours", budget: "alerts a day at most", rate: "only above its usual rate" };
const enc = encodeURIComponent;

/** In what two watchlists differ, one line a key. */
export function words(before, after) {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => key !== "version" && (before[key] ?? null) !== (after[key] ?? null));
  if (keys.length === 0) return el("p", {}, "They say the same.");
  return el("dl", {}, keys.map((key) => el("div", {}, el("dt", {}, KEYS[key] ?? key), el("dd", {}, ...difference(before[key], after[key])))));
}

/** What went and what came, word by word, with words of a rule kept whole. */
function difference(before, after) {
  if (before == null) return [el("ins", { dir: "auto" }, String(after))];
  if (after == null) return [el("del", { dir: "auto" }, String(before))];
  const split = (text) => String(text).split(/(\s+|(?<=[([|,])|(?=[)\]|,]))/).filter(Boolean);
  const [one, other] = [split(before), split(after)];
  const common = longest(one, other);
  const nodes = [];
  let [i, j] = [0, 0];
  for (const [x, y] of [...common, [one.length, other.length]]) {
    if (x > i) nodes.push(el("del", {}, one.slice(i, x).join("")));
    if (y > j) nodes.push(el("ins", {}, other.slice(j, y).join("")));
    if (x < one.length) nodes.push(one[x]);
    [i, j] = [x + 1, y + 1];
  }
  return nodes;
}

/** The longest common subsequence as pairs of places; rules are short enough for the plain table. */
function longest(one, other) {
  const table = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1));
  for (let i = one.length - 1; i >= 0; i--)
    for (let j = other.length - 1; j >= 0; j--) table[i][j] = one[i] === other[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
  const pairs = [];
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    if (one[i] === other[j]) pairs.push([i++, j++]);
    else if (table[i + 1][j] >= table[i][j + 1]) i++;
    else j++;
  }
  return pairs;
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
