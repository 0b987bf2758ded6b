// In what two versions of a thing differ, key by key and word by word.

import { el } from "./dom.js";

/** One line a key that differs; `names` are the reader's words for keys, null for those that are not theirs. */
export function difference(before, after, names = {}) {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => names[key] !== null && text(before[key]) !== text(after[key]));
  if (keys.length === 0) return el("p", {}, "They say the same.");
  return el("dl", {}, keys.map((key) => el("div", {}, el("dt", {}, names[key] ?? key), el("dd", {}, ...words(text(before[key]), text(after[key]))))));
}

/** Null where nothing is said. */
function text(value) {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.every((each) => typeof each !== "object") ? value.join(", ") || null : JSON.stringify(value);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** What went and what came, word by word, with words of a rule kept whole. */
function words(before, after) {
  if (before === null) return [el("ins", { dir: "auto" }, after)];
  if (after === null) return [el("del", { dir: "auto" }, before)];
  const split = (said) => said.split(/(\s+|(?<=[([|,])|(?=[)\]|,]))/).filter(Boolean);
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

/** The longest common subsequence as pairs of places; what people write is short enough for the plain table. */
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
