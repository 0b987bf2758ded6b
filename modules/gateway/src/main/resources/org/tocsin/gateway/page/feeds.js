// The feeds' health, one cell each: a shape for its state, its name and reason on hover and focus.

import { count, el, get } from "./dom.js";
import { since } from "./time.js";

const EVERY = 15_000;

export class Feeds {
  #list = document.getElementById("feeds");
  #word = document.getElementById("feeds-word");
  size = 0;

  async load() {
    const [{ feeds }, { reports }] = await Promise.all([get("/api/v1/feeds"), get("/api/v1/feeds/reports")]);
    const byFeed = new Map(reports.map((report) => [report.feed, report]));
    const states = feeds.map((feed) => state(feed, byFeed.get(feed.id)));
    this.size = feeds.length;
    this.#list.replaceChildren(...states.map(({ name, state, why }) => el("li", { "data-state": state, title: `${name}: ${why}`, "aria-label": `${name}: ${why}` })));
    this.#word.textContent = summary(states);
  }

  keep() {
    setInterval(() => document.hidden || this.load().catch(() => {}), EVERY);
  }
}

function state(feed, report) {
  const name = feed.title ?? feed.source ?? feed.url;
  if (!feed.enabled) return { name, state: "off", why: "switched off" };
  if (!report) return { name, state: "waiting", why: "not read yet" };
  if (report.outcome === "failed") {
    return { name, state: "failing", why: `${report.reason ?? `status ${report.status}`} (${count(report.failures, "failure")} in a row)` };
  }
  return { name, state: "good", why: `read ${since(report.fetched)}, ${count(report.items, "item")}` };
}

function summary(states) {
  if (states.length === 0) return "None yet. Add one: ./tocsin feeds add https://…";
  const of = (wanted) => states.filter((each) => each.state === wanted);
  const failing = of("failing");
  const words = [`${of("good").length} of ${states.length} reading well`];
  if (of("waiting").length) words.push(`${of("waiting").length} not read yet`);
  if (of("off").length) words.push(`${of("off").length} switched off`);
  for (const { name, why } of failing.slice(0, 2)) words.push(`${name}: ${why}`);
  if (failing.length > 2) words.push(`and ${failing.length - 2} more failing`);
  return words.join(" · ");
}
