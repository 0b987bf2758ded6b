// One alert thread in full: why it rang, how it came here, and the articles with the words that
// answered marked by the offsets of the evidence.

import { get } from "./api.js";
import { count, el, kind, severity, told } from "./dom.js";
import { stamp, when } from "./time.js";

const AROUND = 160; // UTF-16 units kept on either side of a mark while an article is folded

export class Detail {
  #panel = document.getElementById("detail");
  #desk = document.getElementById("desk");
  #thread = null;
  #rules = new Map();
  #closed;

  constructor({ closed }) {
    this.#closed = closed;
  }

  get thread() {
    return this.#thread;
  }

  rules(watchlists) {
    this.#rules = new Map(watchlists.map((watchlist) => [watchlist.id, watchlist]));
  }

  async show(thread) {
    const opening = this.#thread !== thread;
    this.#thread = thread;
    const found = await get(`/api/v1/alerts/${encodeURIComponent(thread)}`);
    if (this.#thread !== thread) return; // another was opened meanwhile
    const scroll = this.#panel.scrollTop;
    this.#panel.replaceChildren(...this.#content(found));
    this.#panel.hidden = false;
    this.#desk.dataset.open = "";
    this.#panel.scrollTop = opening ? 0 : scroll;
  }

  close() {
    if (!this.#thread) return;
    this.#thread = null;
    this.#panel.hidden = true;
    delete this.#desk.dataset.open;
    this.#closed();
  }

  focus() {
    this.#panel.focus({ preventScroll: true });
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
        el("button", { type: "button", class: "plain", title: "Close (Esc)", "aria-label": "Close", on: { click: () => this.close() } }, "×"),
      ),
      told("h2", current.headline),
      el("p", { class: "facts" }, el("span", {}, count(current.origins, "independent origin")), el("span", {}, count(current.articles.length, "article")), el("span", {}, `story ${current.story.slice(0, 8)}`)),
      el("h3", {}, "Why it rang"),
      told("p", rule?.title ?? current.watchlist, { class: "rule-title" }),
      rule && el("p", { class: "rule" }, el("code", {}, rule.when), ` within ${rule.within}, version ${current.rule}`),
      clauses(evidence, articles),
      el("h3", {}, "Timeline"),
      el("ol", { class: "timeline" }, history.map((alert) => step(alert, articles))),
      el("h3", {}, `Articles`),
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
          el("th", { scope: "row" }, el("code", {}, clause)),
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

/** The articles, newest first; copies stand folded under the one they copy. */
function tellings(found, evidence) {
  const newest = [...found].sort((a, b) => b.telling.article.fetched.localeCompare(a.telling.article.fetched));
  const held = new Set(found.map((each) => each.telling.article.id));
  const isCopy = ({ telling }) => telling.verdict.verdict === "COPY" && held.has(telling.verdict.of);
  return newest
    .filter((each) => !isCopy(each))
    .map((each) => {
      const copies = newest.filter((other) => isCopy(other) && other.telling.verdict.of === each.telling.article.id);
      return article(each.telling, evidence, copies);
    });
}

function article({ article: it, verdict, origin, backlog }, evidence, copies) {
  const marks = (field) => evidence.filter((piece) => piece.article === it.id && piece.field === field);
  const text = marks("text");
  return el(
    "article",
    {},
    el("h4", { dir: "auto" }, marked(it.title, marks("title"))),
    el(
      "p",
      { class: "facts" },
      el("span", { class: "source" }, it.source ?? "unknown source"),
      el("span", {}, verdict.verdict.toLowerCase()),
      origin !== it.source && el("span", {}, `origin ${origin}`),
      backlog && el("span", {}, "backlog"),
      stamp(it.published ?? it.fetched),
      link(it.url),
    ),
    body(it.text, text),
    copies.length > 0 &&
      el("details", { class: "copies" }, el("summary", {}, count(copies.length, "copy", "copies")), el("ul", {}, copies.map(({ telling }) => el("li", {}, el("span", { class: "source" }, telling.article.source ?? ""), told("span", telling.article.title), when(telling.article.fetched))))),
  );
}

/** Only web addresses become links: a feed may write anything, such as javascript:. */
function link(url) {
  return /^https?:\/\//i.test(url ?? "") && el("a", { href: url, target: "_blank", rel: "noopener noreferrer nofollow" }, "open");
}

/** The text around its marks; all of it on demand. */
function body(text, marks) {
  if (!text) return null;
  const whole = () => told("p", "", { class: "told" });
  const from = marks.length ? Math.max(0, Math.min(...marks.map((mark) => mark.start)) - AROUND) : 0;
  const to = marks.length ? Math.min(text.length, Math.max(...marks.map((mark) => mark.end)) + AROUND) : Math.min(text.length, 2 * AROUND);
  const start = from === 0 ? 0 : wordEdge(text, from);
  const end = to === text.length ? to : wordEdge(text, to);
  if (start === 0 && end === text.length) {
    const all = whole();
    all.append(...marked(text, marks));
    return all;
  }
  const part = whole();
  part.append(start > 0 ? "… " : "", ...marked(text, marks, start, end), end < text.length ? " … " : "");
  const more = el("button", { type: "button", class: "more", on: { click: () => part.replaceChildren(...marked(text, marks)) } }, "whole text");
  part.append(more);
  return part;
}

function wordEdge(text, at) {
  const edge = text.indexOf(" ", at);
  return edge < 0 || edge - at > 40 ? at : edge;
}

/** The text from start to end as nodes, with its marks; overlapping marks become one. */
function marked(text, marks, start = 0, end = text.length) {
  const nodes = [];
  let at = start;
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const from = Math.max(mark.start, at);
    const to = Math.min(mark.end, end);
    if (to <= from) continue;
    nodes.push(text.slice(at, from), el("mark", { title: mark.clause }, text.slice(from, to)));
    at = to;
  }
  nodes.push(text.slice(at, end));
  return nodes;
}

function distinct(evidence) {
  const seen = new Map(evidence.map((piece) => [[piece.article, piece.field, piece.start, piece.end, piece.clause].join("\n"), piece]));
  return [...seen.values()];
}
