// The alert board: one row a thread, rewritten in place. What is new waits while somebody reads:
// a row moves only when the board is at rest (at its top, no pointer on it, nothing selected).

import { get } from "./api.js";
import { count, el, kind, severity, told } from "./dom.js";
import { when } from "./time.js";

const RISES = new Set(["NEW", "ESCALATED"]);
const MOST = 1000;

export class Board {
  #list = document.getElementById("board");
  #empty = document.getElementById("board-empty");
  #waiting = document.getElementById("waiting");
  #rows = new Map(); // thread -> { alert, item }
  #held = new Map(); // thread -> alert that waits for its place
  #pointed = false;
  #selected = null;
  #open;
  #changed;
  #titles = new Map();
  watchlist = "";

  /** `open` is called with the alert of a row that is opened, `changed` when the rows changed. */
  constructor({ open, changed }) {
    this.#open = open;
    this.#changed = changed;
    const scope = this.#list.parentElement;
    scope.addEventListener("pointerenter", (e) => (this.#pointed = e.pointerType === "mouse"));
    scope.addEventListener("pointerleave", () => {
      this.#pointed = false;
      if (this.#atRest()) this.release();
    });
    addEventListener("scroll", () => this.#atRest() && this.release(), { passive: true });
    this.#waiting.addEventListener("click", () => {
      this.release();
      this.top();
    });
  }

  async load() {
    const filter = this.watchlist ? `&watchlist=${encodeURIComponent(this.watchlist)}` : "";
    const { alerts, position } = await get(`/api/v1/alerts?limit=500${filter}`);
    const keep = this.#selected;
    this.#rows.clear();
    this.#held.clear();
    this.#list.replaceChildren();
    for (const alert of alerts) this.#list.append(this.#place(alert));
    this.select(this.#rows.has(keep) ? keep : null);
    this.#tell();
    return position;
  }

  titles(titles) {
    this.#titles = titles;
    for (const { alert, item } of this.#rows.values()) this.#write(item, alert);
  }

  /** An alert rang. */
  rang(alert) {
    if (this.watchlist && alert.watchlist !== this.watchlist) return;
    const row = this.#rows.get(alert.thread);
    if (row && row.alert.seq >= alert.seq) return;
    if (row) this.#rewrite(row, alert);
    if (!row || RISES.has(alert.kind)) this.#held.set(alert.thread, alert);
    if (this.#atRest()) this.release();
    this.#tell();
  }

  #rewrite(row, alert) {
    row.alert = alert;
    this.#write(row.item, alert);
    row.item.classList.remove("fresh");
    requestAnimationFrame(() => row.item.classList.add("fresh"));
  }

  /** Lets what waits take its place at the top, oldest first. */
  release() {
    for (const alert of this.#held.values()) {
      const known = this.#rows.get(alert.thread);
      if (known) this.#list.prepend(known.item);
      else {
        const item = this.#place(alert);
        item.classList.add("fresh");
        this.#list.prepend(item);
      }
    }
    this.#held.clear();
    while (this.#list.children.length > MOST) {
      this.#rows.delete(this.#list.lastElementChild.dataset.thread);
      this.#list.lastElementChild.remove();
    }
    this.#tell();
  }

  #atRest() {
    return !this.#pointed && scrollY < 40 && !this.#selected && !document.hidden;
  }

  #tell() {
    const waiting = this.#held.size;
    this.#waiting.hidden = waiting === 0;
    this.#waiting.textContent = `${waiting} new`;
    this.#empty.hidden = this.#rows.size + waiting > 0;
    this.#changed({ waiting, rows: [...this.#rows.values()].map((row) => row.alert) });
  }

  #place(alert) {
    const item = el("li", { "data-thread": alert.thread });
    this.#write(item, alert);
    this.#rows.set(alert.thread, { alert, item });
    return item;
  }

  #write(item, alert) {
    const hadFocus = item.contains(document.activeElement);
    item.dataset.severity = alert.severity;
    item.dataset.kind = alert.kind;
    item.replaceChildren(this.#row(alert));
    if (hadFocus) item.firstElementChild.focus({ preventScroll: true });
  }

  #row(alert) {
    const selected = this.#selected === alert.thread;
    return el(
      "button",
      {
        type: "button",
        class: "row",
        "aria-current": selected ? "true" : null,
        on: { click: () => this.open(alert.thread) },
      },
      severity(alert.severity),
      told("span", alert.headline, { class: "headline" }),
      when(alert.time),
      el(
        "span",
        { class: "facts" },
        kind(alert),
        told("span", this.#titles.get(alert.watchlist) ?? alert.watchlist, { class: "watchlist" }),
        el("span", {}, count(alert.origins, "origin")),
        el("span", {}, count(alert.articles.length, "article")),
        told("span", words(alert), { class: "words" }),
      ),
    );
  }

  open(thread) {
    this.select(thread);
    this.#open(this.#rows.get(thread).alert);
  }

  openSelected() {
    if (this.#selected) this.open(this.#selected);
  }

  /** Moves the selection by that many rows, from the first when there is none. */
  move(by) {
    const items = [...this.#list.children];
    if (items.length === 0) return null;
    const at = items.findIndex((item) => item.dataset.thread === this.#selected);
    const next = items[at < 0 ? 0 : Math.max(0, Math.min(items.length - 1, at + by))];
    this.select(next.dataset.thread);
    next.firstElementChild.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
    return this.#rows.get(next.dataset.thread).alert;
  }

  select(thread) {
    const before = this.#rows.get(this.#selected);
    before?.item.firstElementChild.removeAttribute("aria-current");
    this.#selected = thread;
    this.#rows.get(thread)?.item.firstElementChild.setAttribute("aria-current", "true");
    if (thread === null && this.#atRest()) this.release();
  }

  top() {
    scrollTo({ top: 0 });
  }

  emptySays(...words) {
    this.#empty.replaceChildren(...words);
  }
}

/** The distinct words of the evidence, as the row's last and least fact. */
function words(alert) {
  return [...new Set(alert.evidence.map((evidence) => evidence.text))].slice(0, 6).join(" · ");
}
