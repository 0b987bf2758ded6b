// An alert as a preview shows it: the passage that rang it, with the words that answered.

import { el, told } from "./dom.js";
import { marked } from "./marks.js";
import { stamp } from "./time.js";

/**
 * An alert with its evidence. `found` is the passage of the article that rang it: { source, title, text, start }; without it, the
 * words alone.
 */
export function passage(alert, found) {
  const evidence = alert.evidence.filter((piece) => piece.article === alert.trigger);
  const of = (field) => evidence.filter((piece) => piece.field === field);
  const clauses = [...new Set((evidence.length ? evidence : alert.evidence).map((piece) => piece.clause))];
  return el(
    "article",
    {},
    el("h3", { dir: "auto" }, ...(found?.title ? marked(found.title, of("title")) : [alert.headline])),
    el("p", { class: "facts" }, found?.source && el("span", { class: "source" }, found.source), el("span", {}, alert.kind.toLowerCase()), stamp(alert.time)),
    found?.text ? el("p", { class: "told", dir: "auto" }, found.start > 0 && "… ", ...marked(found.text, of("text"), found.start), found.more && " …") : words(alert.evidence),
    el("p", { class: "rule" }, ...clauses.flatMap((clause, n) => [n ? " · " : "", el("code", {}, clause)])),
  );
}

function words(evidence) {
  return el("p", {}, [...new Set(evidence.map((piece) => piece.text))].flatMap((text) => [told("mark", text), " "]));
}
