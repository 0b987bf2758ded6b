// One alert thread in full: why it rang, how it came here, and the articles with the words that
// answered marked by the offsets of the evidence.

import { get } from "./api.js";
import { origins, tellings } from "./articles.js";
import { clause as code, count, el, kind, severity, told } from "./dom.js";
import { put } from "./filters.js";
import { said } from "./row.js";
import { duration, stamp, when } from "./time.js";

const WITHIN = { sentence: "one sentence", article: "one article", story: "one story" };

export class Detail {
  #panel = document.getElementById("detail");
  #desk = document.getElementById("desk");
  #thread = null;
  #found = null;
  #rules = new Map();
  #words;
  #judge;
  #closed;

  constructor({ words, judge, closed }) {
    this.#words = words;
    this.#judge = judge;
    this.#closed = closed;
  }

  get thread() {
    return this.#thread;
  }

  get alert() {
    return this.#found?.current ?? null;
  }

  rules(watchlists) {
    this.#rules = new Map(watchlists.map((watchlist) => [watchlist.id, watchlist]));
  }

  async show(thread) {
    const opening = this.#thread !== thread;
    this.#thread = thread;
    if (opening) this.#found = null;
    put({ thread });
    const found = await get(`/api/v1/alerts/${encodeURIComponent(thread)}`);
    if (this.#thread !== thread) return; // another was opened meanwhile
    this.#found = found;
    if (opening) this.#judge.over(found);
    else if (this.#judge.isAsking) return; // a form is filled in; what is new shows when it is done
    this.draw();
    if (opening) this.#panel.scrollIntoView({ block: "nearest" });
  }

  /** Draws it anew, in place. */
  draw() {
    if (!this.#found || this.#judge.isAsking) return;
    const rail = this.#panel.parentElement;
    const isNew = this.#panel.dataset.thread !== this.#thread;
    const scroll = isNew ? 0 : rail.scrollTop;
    const focused = this.#panel.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    this.#judge.over(this.#found);
    this.#panel.replaceChildren(...this.#content(this.#found));
    this.#panel.dataset.thread = this.#thread;
    this.#panel.hidden = false;
    this.#desk.dataset.open = "";
    rail.scrollTop = scroll;
    if (focused) this.#panel.querySelector(`[data-key="${focused}"]`)?.focus({ preventScroll: true });
  }

  close() {
    if (!this.#thread) return;
    this.#thread = null;
    this.#found = null;
    put({ thread: "" });
    this.#judge.stop();
    this.#panel.hidden = true;
    delete this.#desk.dataset.open;
    this.#closed();
  }

  #content({ current, history, articles }) {
    const rule = this.#rules.get(current.watchlist);
    const evidence = distinct((history.length ? history : [current]).flatMap((alert) => alert.evidence));
    return [
      el(
        "header",
        { class: "heading" },
        severity(current.severity),
        kind(current),
        when(current.time),
        el("span", { class: "said" }, said(this.#words.on(current), this.#words.muting(current))),
        el("button", { type: "button", class: "plain", title: "Close (Esc)", "aria-label": "Close", "data-key": "close", on: { click: () => this.close() } }, "×"),
      ),
      told("h2", current.headline),
      el("p", { class: "facts" }, el("span", {}, count(current.origins, "independent origin")), el("span", {}, count(current.articles.length, "article")), el("span", {}, `story ${current.story.slice(0, 8)}`)),
      this.#judge.bar(),
      el("h3", {}, "Why it rang"),
      el("p", { class: "rule-title" }, el("a", { href: `/watchlists?id=${encodeURIComponent(current.watchlist)}`, dir: "auto" }, rule?.title ?? current.watchlist)),
      rule && el("p", { class: "rule" }, el("code", {}, rule.when), ` within ${WITHIN[rule.within] ?? duration(rule.within)}, version ${current.rule}`),
      clauses(evidence, articles),
      el("h3", {}, "Timeline"),
      el("ol", { class: "timeline" }, (history.length ? history : [current]).map((alert) => step(alert, articles))),
      articles.length > 0 && el("h3", {}, "Origins"),
      articles.length > 0 && origins(articles),
      articles.length > 0 && el("h3", {}, "Articles"),
      ...tellings(articles, evidence),
      articles.length < current.articles.length &&
        el("p", { class: "aside" }, `${count(current.articles.length - articles.length, "older article")} no longer held here; the log keeps them longer.`),
    ].filter(Boolean);
  }
}

/** What answered each clause, and where it was said. */
function clauses(evidence, articles) {
  const byClause = new Map();
  for (const piece of evidence) {
    byClause.set(piece.clause, [...(byClause.get(piece.clause) ?? []), piece]);
  }
  const source = (id) => articles.find((found) => found.telling.article.id === id)?.telling.article.source ?? "";
  return el(
    "table",
    { class: "clauses" },
    el("caption", { class: "unseen" }, "The clauses of the rule and the words that answer them"),
    el("thead", { class: "unseen" }, el("tr", {}, el("th", { scope: "col" }, "Clause"), el("th", { scope: "col" }, "Words"))),
    el(
      "tbody",
      {},
      [...byClause].map(([clause, pieces]) =>
        el(
          "tr",
          {},
          el("th", { scope: "row" }, code(clause)),
          el("td", {}, [...new Set(pieces.map((piece) => piece.text))].map((text) => {
            const sources = [...new Set(pieces.filter((piece) => piece.text === text).map((piece) => source(piece.article)))].filter(Boolean);
            const named = sources.map((name, at) => [" ", el("span", { class: "aside" }, at < sources.length - 1 ? name + "," : name)]);
            return el("span", { class: "answer" }, told("mark", text), named.flat());
          })),
        ),
      ),
    ),
  );
}

function step(alert, articles) {
  const trigger = articles.find((found) => found.telling.article.id === alert.trigger)?.telling.article;
  return el(
    "li",
    { "data-severity": alert.severity },
    stamp(alert.time),
    kind(alert),
    severity(alert.severity),
    el("span", {}, count(alert.origins, "origin")),
    trigger && el("span", { class: "trigger" }, told("span", trigger.title || trigger.text.slice(0, 80)), " ", el("span", { class: "aside" }, trigger.source ?? "")),
  );
}

function distinct(evidence) {
  const seen = new Map(evidence.map((piece) => [[piece.article, piece.field, piece.start, piece.end, piece.clause].join("\n"), piece]));
  return [...seen.values()];
}
