// One thread as a row of the board. The gateway draws the first ones itself (FirstRows), for the page to be there before its
// scripts: what one of them says, the other must.

import { count, el, kind, severity, told } from "./dom.js";
import { stamp, when } from "./time.js";

const SAID = { useful: "✓ useful", "not-useful": "✕ not useful", seen: "✓ seen" };

/** `word` and `mute` are what analysts said of the thread, `title` is its watchlist's. */
export function row(alert, { word, mute, title, isSelected, open }) {
  return el(
    "button",
    { type: "button", class: "row", "aria-current": isSelected ? "true" : null, on: { click: open } },
    severity(alert.severity),
    told("span", alert.headline, { class: "headline" }),
    when(alert.time),
    el(
      "span",
      { class: "facts" },
      kind(alert),
      told("span", title, { class: "watchlist" }),
      el("span", {}, count(alert.origins, "origin")),
      el("span", {}, count(alert.articles.length, "article")),
      told("span", words(alert), { class: "words" }),
    ),
    el("span", { class: "said" }, said(word, mute)),
  );
}

/** What was said of a thread, in few words; nothing where nothing holds. */
export function said(word, mute) {
  if (mute) return ["muted until ", stamp(mute.until)];
  if (!word) return [];
  const by = word.by ? ` · ${word.by}` : "";
  return word.holds ? [SAID[word.word] + by] : [`rang again since ${word.word.replace("-", " ")}`];
}

/** The distinct words of the evidence, as the row's last and least fact. */
function words(alert) {
  return [...new Set(alert.evidence.map((evidence) => evidence.text))].slice(0, 6).join(" · ");
}
