// A text with the words that answered, marked by the offsets of the evidence.

import { el, plain } from "./dom.js";

/** The text as nodes, with its marks; overlapping marks become one. `from` is where the text begins in its article. */
export function marked(said, marks, from = 0) {
  const text = plain(said);
  const nodes = [];
  let at = 0;
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const start = Math.max(mark.start - from, at);
    const end = Math.min(mark.end - from, text.length);
    if (end <= start) continue;
    nodes.push(text.slice(at, start), el("mark", { title: mark.clause }, text.slice(start, end)));
    at = end;
  }
  nodes.push(text.slice(at));
  return nodes;
}
