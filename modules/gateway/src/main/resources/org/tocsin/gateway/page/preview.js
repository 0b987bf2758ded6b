// What the rule would have rung over the last day, week or month, before it is switched on.

import { get, send } from "./api.js";
import { histogram } from "./bars.js";
import { count, el, severity, told } from "./dom.js";
import { passage } from "./passage.js";
import { stamp } from "./time.js";

const SPANS = { PT24H: "a day", P7D: "a week", P30D: "a month" };
const DAYS = { PT24H: 1, P7D: 7, P30D: 30 };
const EVERY = 400;
const OPEN = new Set(["waiting", "running"]);
const enc = encodeURIComponent;

export class Preview {
  #draft;
  #saved;
  #span = "PT24H";
  #of = null; // the rule that is shown
  #running = null;
  #run;
  #cancel;
  #bar;
  #word;
  #result;
  #element;

  constructor({ draft, saved }) {
    this.#draft = draft;
    this.#saved = saved;
    const choice = (span) => el("label", {}, el("input", { type: "radio", name: "preview-span", value: span, checked: span === this.#span, on: { change: () => (this.#span = span) } }), ` ${SPANS[span]}`);
    this.#run = el("button", { type: "button", class: "act", id: "run", on: { click: () => this.run() } }, "Preview");
    this.#cancel = el("button", { type: "button", class: "act", hidden: true, on: { click: () => this.#stop() } }, "Cancel");
    this.#bar = el("progress", { max: "1", value: "0", hidden: true, "aria-label": "How far the preview is" });
    this.#word = el("p", { class: "aside", role: "status" }, "What it would have rung, by the very code that rings.");
    this.#result = el("div", { id: "preview-result" });
    this.#element = el("div", {}, el("div", { class: "run-bar", "data-needs": "watchlists:preview" }, el("fieldset", { class: "spans" }, el("legend", { class: "unseen" }, "Over the last"), ...Object.keys(SPANS).map(choice)), this.#run, this.#cancel, this.#bar), this.#word, this.#result);
  }

  into(panel) {
    if (!panel.contains(this.#element)) panel.replaceChildren(this.#element);
  }

  /** The rule was changed: what is shown is said to be of before. */
  stale() {
    const draft = this.#draft();
    this.#run.disabled = !draft;
    if (this.#of) this.#result.toggleAttribute("data-old", !draft || JSON.stringify(draft) !== this.#of);
  }

  async run() {
    const draft = this.#draft();
    if (!draft) return;
    if (this.#running) await this.#stop();
    const { version, ...body } = draft;
    const saved = this.#saved();
    const path = saved ? `/api/v1/watchlists/${enc(saved.id)}/preview` : "/api/v1/watchlists/preview";
    const mine = (this.#running = {});
    this.#busy(true);
    try {
      let view = (await send("POST", `${path}?span=${this.#span}&wait=PT1S`, Object.fromEntries(Object.entries(body).filter(([, has]) => has != null)))).body;
      mine.id = view.id;
      this.#of = JSON.stringify(draft);
      while (OPEN.has(view.state) && this.#running === mine) {
        this.#draw(view);
        await new Promise((wake) => setTimeout(wake, EVERY));
        if (this.#running !== mine) return;
        view = await get(`/api/v1/previews/${enc(view.id)}`);
      }
      this.#draw(view);
    } catch (problem) {
      this.#word.replaceChildren(el("span", { class: "fault" }, problem.message));
    }
    if (this.#running === mine) {
      this.#running = null;
      this.#busy(false);
    }
  }

  async #stop() {
    const { id } = this.#running ?? {};
    this.#running = null;
    this.#busy(false);
    this.#word.textContent = "Cancelled.";
    if (id) await send("DELETE", `/api/v1/previews/${enc(id)}`).catch(() => {});
  }

  #busy(is) {
    this.#cancel.hidden = !is;
    this.#bar.hidden = !is;
    this.#bar.value = 0;
    this.#run.textContent = is ? "Run anew" : "Preview";
  }

  #draw(view) {
    const { result, state, progress, error, from, to } = view;
    const { counts } = result;
    this.#bar.value = progress;
    const days = Math.max(1, (Date.parse(to) - Date.parse(from)) / 86_400_000);
    const words = [`${count(result.tellings, "telling")} read`, `${counts.hits} answer`, `${count(counts.alerts, "alert")} in ${count(counts.threads, "thread")}`, `${Math.round((counts.alerts / days) * 10) / 10} a day`];
    this.#word.textContent = error ?? (OPEN.has(state) ? `${Math.round(progress * 100)} %: ` : "") + words.join(" · ");
    if (OPEN.has(state) && counts.alerts === 0) return;
    this.#result.removeAttribute("data-old");
    const parts = [
      ...result.warnings.map((warning) => el("p", { class: "warning" }, warning)),
      counts.hits > 0 && (days > 2 ? histogram(filled(counts.days, from, to), "day") : histogram(byHour(counts.hours, from, to), "hour")),
      ...beside(result.running),
      ...rows("Threads", counts.rows, counts.threads),
      ...samples(counts.samples, counts.passages),
    ];
    this.#result.replaceChildren(...parts.filter(Boolean));
  }
}

/** Every hour of a span so short that days would say little. */
function byHour(hours, from, to) {
  const known = new Map(hours.map((hour) => [Date.parse(hour.hour), hour]));
  const all = [];
  for (let at = Math.floor(Date.parse(from) / 3_600_000) * 3_600_000; at <= Date.parse(to); at += 3_600_000) {
    const { hits = 0, alerts = 0, held = 0 } = known.get(at) ?? {};
    all.push({ day: `${new Date(at).toISOString().slice(0, 13).replace("T", " ")}:00`, hits, alerts, held });
  }
  return all;
}

/** Every day of the span, also those of which nothing answers. */
function filled(days, from, to) {
  const known = new Map(days.map((day) => [day.day, day]));
  const all = [];
  for (let at = Date.parse(from.slice(0, 10)); at <= Date.parse(to); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    all.push(known.get(day) ?? { day, hits: 0, alerts: 0, held: 0 });
  }
  return all;
}

/** What the version in force rang over the same, and in what the two differ. */
function beside(running) {
  if (!running) return [];
  const { version, alerts, threads, same, lost, gained } = running;
  return [
    el("h2", {}, `Beside version ${version}`),
    el("p", {}, `Version ${version} rang ${count(alerts, "alert")} in ${count(threads, "thread")}; ${count(same, "story", "stories")} in both.`),
    ...rows("No longer rings", lost, lost.length, "lost"),
    ...rows("Rings as well", gained, gained.length, "gained"),
  ].filter(Boolean);
}

function rows(title, list, all, kind = "") {
  if (list.length === 0) return [];
  return [
    el("h2", {}, kind ? `${title} (${all})` : title),
    el(
      "ol",
      { class: `preview-rows ${kind}` },
      list.map((row) => {
        const last = row.alerts.at(-1);
        const kinds = row.alerts.length > 1 ? count(row.alerts.length, "alert") : "";
        return el("li", {}, severity(row.severity), told("span", row.headline, { class: "headline" }), el("span", { class: "aside" }, count(row.origins, "origin"), kinds && ` · ${kinds}`), last && stamp(last.time));
      }),
    ),
    all > list.length && el("p", { class: "aside" }, `and ${all - list.length} more`),
  ].filter(Boolean);
}

/** Alerts with the words that answered, in the text where it is at hand. */
function samples(alerts, passages) {
  if (alerts.length === 0) return [];
  const texts = new Map(passages.map((each) => [each.article, each]));
  return [el("h2", {}, "Samples"), el("div", { class: "samples" }, alerts.map((alert) => passage(alert, texts.get(alert.trigger))))];
}
