// Who changed what, when and why, each with its difference; and whether that record is whole.

import { get } from "./api.js";
import { difference } from "./difference.js";
import { count, el, told } from "./dom.js";
import { announce } from "./shell.js";
import { stamp } from "./time.js";

const PAGE = 50;
const PAUSE = 300; // ms after the last key
const FILTERS = ["kind", "by", "object"];
const DONE = { CREATED: "added", CHANGED: "changed", DELETED: "deleted" };
const $ = (id) => document.getElementById(id);

export class Audit {
  #timer = 0;
  #asked = 0;
  #next = null; // the cursor of the page behind

  constructor() {
    const asked = new URLSearchParams(location.search);
    for (const name of FILTERS) {
      $(name).value = asked.get(name) ?? "";
      $(name).addEventListener("input", () => this.#soon());
    }
    $("narrow").addEventListener("submit", (event) => event.preventDefault());
    $("older").addEventListener("click", () => this.#older());
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#load(), PAUSE);
  }

  #query() {
    return new URLSearchParams(FILTERS.map((name) => [name, $(name).value.trim()]).filter(([, value]) => value));
  }

  /** With `isOnItsOwn` nobody asked for it, and the list stays as it is while somebody reads in it. */
  async #load(isOnItsOwn = false) {
    const query = this.#query();
    history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
    const turn = ++this.#asked;
    let entries;
    try {
      entries = await this.#ask(query);
    } catch (problem) {
      return this.#unread(problem);
    }
    // An answer that was overtaken by a later question says nothing any more.
    if (turn !== this.#asked || (isOnItsOwn && $("audit").querySelector("details[open]"))) return;
    $("audit").replaceChildren(...entries.map((each) => this.#entry(each)));
    $("no-entries").hidden = entries.length > 0;
    announce(count(entries.length, "change"));
  }

  /** What stands here stays; that it may be old is said. */
  #unread({ message }) {
    delete $("chain").dataset.sound;
    $("chain").textContent = `The record cannot be read now: ${message}`;
  }

  /** At first, and after a change of the reader's own. */
  refresh() {
    this.#load(true);
    this.#check();
  }

  async #older() {
    const query = this.#query();
    query.set("cursor", this.#next);
    try {
      const first = (await this.#ask(query)).map((each) => this.#entry(each));
      $("audit").append(...first);
      first[0]?.querySelector("summary")?.focus();
    } catch (problem) {
      this.#unread(problem);
    }
  }

  async #ask(query) {
    query = new URLSearchParams(query);
    query.set("limit", PAGE);
    const { entries, next } = await get(`/api/v1/audit?${query}`);
    this.#next = next;
    $("older").hidden = !next;
    return entries;
  }

  #entry({ object, kind, action, by, time, before, after, why, number }) {
    const changes = el("div", { class: "changes" });
    const whole = el("details", { on: { toggle: () => whole.open && changes.replaceChildren(difference(parsed(before), parsed(after))) } }, el("summary", {}, action === "CHANGED" ? "What changed" : "What it said"), changes);
    const narrow = (name, value, words) => told("button", words, { type: "button", class: "link", on: { click: () => this.#narrow(name, value) } });
    return el(
      "li",
      {},
      el("p", { class: "line" }, stamp(time), " ", by ? narrow("by", by, by) : "somebody", ` ${DONE[action]} the ${kind} `, narrow("object", object, named(kind, before, after) ?? object), number > 0 && el("span", { class: "aside" }, ` no. ${number}`)),
      why && told("p", why, { class: "reason" }),
      (before || after) && whole,
    );
  }

  #narrow(name, value) {
    $(name).value = value;
    this.#load();
    $(name).focus();
  }

  /** Every hash is computed anew by the gateway, from the oldest entry on. */
  async #check() {
    let result;
    try {
      result = await get("/api/v1/audit/verification");
    } catch (problem) {
      return this.#unread(problem);
    }
    const { sound, from, to, entries, unchained, fault } = result;
    $("chain").dataset.sound = sound;
    $("chain").textContent = sound
      ? entries > 0
        ? `The record is whole: ${count(entries, "entry", "entries")} from no. ${from} to ${to}, each sealed by the hash of those before it${unchained ? `; ${unchained} older ones are not sealed` : ""}.`
        : "Nothing was changed yet."
      : `The record is not whole: ${fault}`;
  }
}

function parsed(json) {
  try {
    return JSON.parse(json) ?? {};
  } catch {
    return { "": json };
  }
}

/** By its title or name, where it has one. */
function named(kind, before, after) {
  const { title, name, url, word, watchlist } = parsed(after ?? before);
  if (kind === "verdict" && word) return [word.toLowerCase().replaceAll("_", " "), watchlist && `on ${watchlist}`].filter(Boolean).join(" ");
  return title ?? name ?? url;
}
