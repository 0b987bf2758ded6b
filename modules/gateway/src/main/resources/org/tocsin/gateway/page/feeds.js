// The feeds' health, one cell each: a shape for its state, its name and reason on hover and focus.

import { get } from "./api.js";
import { count, el } from "./dom.js";
import { duration, since } from "./time.js";

const EVERY = 15_000;
const MISSED = ["DARK", "BLOCKED", "STALE"];

export class Feeds {
  #list = document.getElementById("feeds");
  #word = document.getElementById("feeds-word");
  size = 0;

  async load() {
    const { feeds } = await get("/api/v1/feeds/coverage");
    const states = feeds.map(told);
    this.size = feeds.length;
    this.#list.replaceChildren(...states.map(({ name, state, why }) => el("li", { "data-state": state, title: `${name}: ${why}`, "aria-label": `${name}: ${why}` })));
    this.#word.textContent = summary(states);
  }

  keep() {
    setInterval(() => document.hidden || this.load().catch(() => {}), EVERY);
  }
}

function told(feed) {
  return { name: feed.title ?? feed.source ?? feed.url, state: feed.state, failing: feed.failures > 0, why: why(feed) };
}

function why(feed) {
  if (feed.state === "OFF") return "switched off";
  if (feed.state === "UNREAD") return feed.reason ? `not read yet: ${feed.reason}` : "not read yet";
  const reason = feed.failures > 0 ? `${feed.reason} (${count(feed.failures, "failure")} in a row)` : feed.reason;
  if (feed.state === "STALE" && feed.lastNew && feed.gap && feed.failures === 0) return `stale: last new ${since(feed.lastNew)}, usually every ${duration(feed.gap)}`;
  if (feed.state === "LIVE") return reason ?? `read ${since(feed.fetched)}, ${count(feed.items, "item")}`;
  return [feed.state.toLowerCase(), reason].filter(Boolean).join(": ");
}

function summary(states) {
  if (states.length === 0) return "None yet. Add one: ./tocsin feeds add https://…";
  const of = (wanted) => states.filter((each) => each.state === wanted);
  const missed = states.filter((each) => MISSED.includes(each.state));
  const words = [`${of("LIVE").length} of ${states.length} live`];
  for (const state of MISSED) if (of(state).length) words.push(`${of(state).length} ${state.toLowerCase()}`);
  if (of("UNREAD").length) words.push(`${of("UNREAD").length} not read yet`);
  if (of("OFF").length) words.push(`${of("OFF").length} switched off`);
  for (const { name, why } of missed.slice(0, 2)) words.push(`${name}: ${why}`);
  if (missed.length > 2) words.push(`and ${missed.length - 2} more`);
  return words.join(" · ");
}
