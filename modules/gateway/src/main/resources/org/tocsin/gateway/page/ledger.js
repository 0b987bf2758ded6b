// What became of its alerts: how useful they were as a whole, by version, by clause and by the very words that answered.

import { get } from "./api.js";
import { el, told } from "./dom.js";
import { precision } from "./roster.js";
import { since } from "./time.js";

export async function ledger(panel, saved) {
  const { rang, wouldHaveRung, judged } = await get(`/api/v1/watchlists/${encodeURIComponent(saved.id)}/ledger`);
  const kinds = ({ kinds }) => Object.entries(kinds).map(([kind, times]) => `${times} ${kind.toLowerCase()}`).join(", ");
  const counted = (word, count) => count.alerts > 0 && el("p", {}, `${word} ${count.alerts} times`, count.since && ` in what is held, the oldest of it from ${since(count.since)}`, `: ${kinds(count)}.`);
  panel.replaceChildren(
    ...[
      el("p", { class: "big" }, "Useful: ", precision(judged.all)),
      counted("Rang", rang),
      counted("Would have rung", wouldHaveRung),
      !rang.alerts && !wouldHaveRung.alerts && el("p", {}, "Nothing of it is held."),
      judged.all.judged === 0 && el("p", { class: "aside" }, "Say of its alerts whether they were useful; here it adds up."),
      ...table("By version", judged.versions, (row) => String(row.rule)),
      ...table("By clause, the worst first", judged.clauses, (row) => el("code", {}, row.clause)),
      ...table("By the words that answered, the worst first", judged.names, (row) => told("span", row.name)),
      judged.reasons.length > 0 && el("h2", {}, "Why not"),
      judged.reasons.length > 0 && el("ul", { class: "reasons" }, judged.reasons.map(({ reason, times }) => el("li", {}, told("span", reason), ` ${times}×`))),
    ].filter(Boolean),
  );
}

function table(title, rows, name) {
  if (rows.length === 0) return [];
  return [el("h2", {}, title), el("table", { class: "sheet" }, el("tbody", {}, rows.map((row) => el("tr", {}, el("th", { scope: "row" }, name(row)), el("td", { class: "number" }, precision(row.precision))))))];
}
