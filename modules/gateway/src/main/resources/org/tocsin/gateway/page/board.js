// The alert board: one row a thread, rewritten in place. What is new waits while somebody reads, and what is done stays: a row
// moves or goes only when the board is at rest (at its top, no pointer on it, nothing selected) or when the reader asks.

import { get } from "./api.js";
import { el } from "./dom.js";
import { row } from "./row.js";

const RISES = new Set(["NEW", "ESCALATED"]);
const MOST = 1000;

export class Board {
  #list = document.getElementById("board");
  #empty = document.getElementById("board-empty");
  #waiting = document.getElementById("waiting");
  #alerts = new Map(); // thread -> alert, last changed first when they were loaded
  #items = new Map(); // thread -> the row that is shown
  #held = new Set(); // threads that wait for their place
  #isLoaded = false;
  #pointed = false;
  #selected = null;
  #filters;
  #words;
  #open;
  #changed;
  #titles = new Map();

  /** `open` is called with the alert of a row that is opened, `changed` when the rows changed. */
  constructor({ filters, words, open, changed }) {
    this.#filters = filters;
    this.#words = words;
    this.#open = open;
    this.#changed = changed;
    const scope = this.#list.parentElement;
    scope.addEventListener("pointerenter", (e) => (this.#pointed = e.pointerType === "mouse"));
    scope.addEventListener("pointerleave", () => {
      this.#pointed = false;
      this.#settle();
    });
    addEventListener("scroll", () => this.#settle(), { passive: true });
    this.#waiting.addEventListener("click", () => {
      this.release();
      this.top();
    });
  }

  /** Loads the rows, and shows them once `said` is known too: what was said decides which are shown. */
  async load(said) {
    const [{ alerts, position }] = await Promise.all([get(`/api/v1/alerts?${this.#filters.query}`), said]);
    this.#alerts = new Map(alerts.map((alert) => [alert.thread, alert]));
    this.#isLoaded = true;
    this.refilter();
    return position;
  }

  /** Shows what is asked for now, and only that. */
  refilter() {
    this.#held.clear();
    this.#items.clear();
    const shown = [...this.#alerts.values()].filter((alert) => this.#isAskedFor(alert));
    this.#list.replaceChildren(...shown.map((alert) => this.#place(alert)));
    if (!this.#items.has(this.#selected)) this.#selected = null;
    this.#tell();
  }

  #isAskedFor(alert) {
    return this.#filters.takes(alert, this.#words);
  }

  titles(titles) {
    this.#titles = titles;
    this.rewrite();
  }

  /** What was said of the threads changed: rows say so where they stand. */
  rewrite() {
    for (const [thread, item] of this.#items) this.#write(item, this.#alerts.get(thread));
    this.#settle();
    this.#tell();
  }

  /** An alert rang. */
  rang(alert) {
    const known = this.#alerts.get(alert.thread);
    if (known && known.seq >= alert.seq) return;
    this.#alerts.delete(alert.thread);
    this.#alerts = new Map([[alert.thread, alert], ...[...this.#alerts].slice(0, 3 * MOST)]);
    const item = this.#items.get(alert.thread);
    if (item) {
      this.#write(item, alert);
      flash(item);
    }
    if (this.#isAskedFor(alert) && (!item || RISES.has(alert.kind))) this.#held.add(alert.thread);
    this.#settle();
    this.#tell();
  }

  /** Lets what waits take its place at the top, oldest first, and what is no longer asked for go. */
  release() {
    for (const thread of this.#held) {
      const item = this.#items.get(thread) ?? this.#place(this.#alerts.get(thread));
      this.#list.prepend(item);
      flash(item);
    }
    this.#held.clear();
    for (const [thread, item] of [...this.#items]) {
      const isInHand = thread === this.#selected || item.contains(document.activeElement);
      if (!isInHand && !this.#isAskedFor(this.#alerts.get(thread))) this.#take(thread, item);
    }
    while (this.#list.children.length > MOST) this.#take(this.#list.lastElementChild.dataset.thread, this.#list.lastElementChild);
    this.#tell();
  }

  #take(thread, item) {
    this.#items.delete(thread);
    item.remove();
  }

  #settle() {
    const atRest = !this.#pointed && scrollY < 40 && !this.#selected && !document.hidden;
    if (atRest) this.release();
  }

  #tell() {
    if (!this.#isLoaded) return;
    const waiting = [...this.#held].filter((thread) => !this.#items.has(thread) || RISES.has(this.#alerts.get(thread).kind)).length;
    this.#waiting.hidden = waiting === 0;
    this.#waiting.textContent = `${waiting} new`;
    this.#empty.hidden = !this.#isLoaded || this.#items.size + waiting > 0;
    this.#changed({ waiting, alerts: [...this.#alerts.values()], shown: this.#items.size });
  }

  #place(alert) {
    const item = el("li", { "data-thread": alert.thread });
    this.#items.set(alert.thread, item);
    this.#write(item, alert);
    return item;
  }

  #write(item, alert) {
    const hadFocus = item.contains(document.activeElement);
    const word = this.#words.on(alert);
    const mute = this.#words.muting(alert);
    item.dataset.severity = alert.severity;
    item.dataset.kind = alert.kind;
    item.toggleAttribute("data-done", Boolean(word?.holds || mute));
    const title = this.#titles.get(alert.watchlist) ?? alert.watchlist;
    const isSelected = this.#selected === alert.thread;
    item.replaceChildren(row(alert, { word, mute, title, isSelected, open: () => this.open(alert.thread) }));
    if (hadFocus) item.firstElementChild.focus({ preventScroll: true });
  }

  /** The alert of the row that is selected. */
  get selected() {
    return this.#alerts.get(this.#selected) ?? null;
  }

  open(thread) {
    this.select(thread);
    this.#open(thread);
  }

  openSelected() {
    if (this.#selected) this.open(this.#selected);
  }

  /** Moves the selection by that many rows, from the first when there is none. */
  move(by) {
    const items = [...this.#list.children];
    if (items.length === 0) return null;
    const at = items.findIndex((item) => item.dataset.thread === this.#selected || (!this.#selected && item.contains(document.activeElement)));
    const next = items[at < 0 ? 0 : Math.max(0, Math.min(items.length - 1, at + by))];
    this.select(next.dataset.thread);
    next.firstElementChild.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
    return this.#alerts.get(next.dataset.thread);
  }

  select(thread) {
    this.#items.get(this.#selected)?.firstElementChild.removeAttribute("aria-current");
    this.#selected = thread;
    this.#items.get(thread)?.firstElementChild.setAttribute("aria-current", "true");
    if (thread === null) this.#settle();
  }

  top() {
    scrollTo({ top: 0 });
  }

  emptySays(...words) {
    this.#empty.replaceChildren(...words);
  }
}

function flash(item) {
  item.classList.remove("fresh");
  requestAnimationFrame(() => item.classList.add("fresh"));
}
