// One subscriber's row: how it goes, what may be done, and on demand what became of its alerts. The gateway draws the first ones
// itself (SubscriberRows).

import { get, send } from "./api.js";
import { count, el, shape, told } from "./dom.js";
import { notice } from "./shell.js";
import { sureButton } from "./sure.js";
import { when } from "./time.js";

const KINDS = { webhook: "Webhook", slack: "Slack", teams: "Teams", email: "Mail" };
const DIGESTS = { PT1H: "once an hour", P1D: "once a day" };
const STATES = { active: ["live", "Active"], paused: ["off", "Paused"], disabled: ["dark", "Disabled"] };

/** It is built once and only its words change, so that nothing moves under the hand; `desk` has `reload` and `reveal`. */
export class Row {
  #desk;
  #now;
  #title = el("h2", { dir: "auto" });
  #what = el("p", { class: "aside" });
  #state = el("p", { class: "state" });
  #facts = Object.fromEntries(["waiting", "failed", "delivered", "last"].map((name) => [name, el("dd")]));
  #trouble = el("p", { class: "fault" });
  #deliveries = el("tbody");
  #details;
  #acts;

  constructor(desk) {
    this.#desk = desk;
    const fact = (word, value) => el("div", {}, el("dt", {}, word), value);
    const act = (word, action) => el("button", { type: "button", class: "act", on: { click: action } }, word);
    this.#acts = {
      test: act("Send a test", () => this.#do("POST", "/test", "A test is on its way")),
      pause: act("Pause", () => this.#pause()),
      replay: act("Send what failed", () => this.#do("POST", "/replay", "What failed is tried again")),
      secret: act("New secret", () => this.#rotate()),
      remove: sureButton("Remove", () => this.#remove()),
    };
    const head = ["What", "State", "Attempts", "Last", "Next", "Answer", ""].map((word) => el("th", { scope: "col" }, word || el("span", { class: "unseen" }, "Send again")));
    const table = el("table", { class: "sheet" }, el("thead", {}, el("tr", {}, ...head)), this.#deliveries);
    const { waiting, failed, delivered, last } = this.#facts;
    this.#details = el("details", { on: { toggle: () => this.#load() } }, el("summary", {}, "What was told"), el("div", { class: "wide", tabindex: "0", role: "group", "aria-label": "Deliveries" }, table));
    this.element = el(
      "li",
      {},
      el(
        "div",
        { class: "told" },
        el("div", {}, this.#title, this.#what),
        this.#state,
        el("dl", {}, fact("waiting", waiting), fact("failed", failed), fact("told in a day", delivered), fact("last tried", last)),
        el("div", { class: "acts", "data-needs": "deliveries:write" }, ...Object.values(this.#acts)),
      ),
      this.#trouble,
      this.#details,
    );
  }

  show(now) {
    this.#now = now;
    const { health } = now;
    set(this.#title, now.title);
    set(this.#what, [KINDS[now.kind], now.to, now.watchlists.length ? count(now.watchlists.length, "watchlist") : "all watchlists", now.severity !== "low" && `${now.severity} and above`, now.digest && (now.digest.includes(" ") ? `daily at ${now.digest}` : (DIGESTS[now.digest] ?? `every ${now.digest}`))].filter(Boolean).join(" · "));
    if (this.#state.dataset.state !== now.state) {
      this.#state.dataset.state = now.state;
      this.#state.replaceChildren(shape(STATES[now.state][0]), el("span", {}, STATES[now.state][1]));
    }
    set(this.#facts.waiting, String(health.waiting));
    set(this.#facts.failed, String(health.failed));
    this.#facts.failed.toggleAttribute("data-bad", health.failed > 0);
    set(this.#facts.delivered, String(health.delivered));
    this.#facts.last.replaceChildren(health.last ? when(health.last) : "never");
    set(this.#trouble, now.reason ?? health.trouble ?? "");
    set(this.#acts.pause, now.state === "active" ? "Pause" : "Resume");
    this.#acts.replay.hidden = health.failed === 0;
    this.#acts.secret.hidden = now.kind !== "webhook";
    if (this.#details.open) this.#load();
  }

  open() {
    this.#details.open = true;
  }

  get #path() {
    return `/api/v1/subscribers/${encodeURIComponent(this.#now.id)}`;
  }

  async #load() {
    if (!this.#details.open) return;
    const { deliveries } = await get(`${this.#path}/deliveries?limit=50`).catch(() => ({ deliveries: [] }));
    // While somebody stands on a button of the table, it stays as it is.
    if (!this.#deliveries.contains(document.activeElement)) this.#deliveries.replaceChildren(...deliveries.map((delivery) => this.#line(delivery)));
  }

  #line({ event, state, attempts, last, next, status, reason, headline, millis }) {
    const again = el("button", { type: "button", "data-needs": "deliveries:write", on: { click: () => this.#do("POST", `/deliveries/${encodeURIComponent(event)}/replay`, "It is tried again") } }, "Send again");
    const answer = reason ?? (last ? `${status || "taken"} in ${millis} ms` : "");
    return el("tr", {}, told("td", headline ?? event), el("td", { "data-state": state }, state), el("td", {}, String(attempts)), el("td", {}, last && when(last)), el("td", {}, next && when(next)), el("td", {}, answer), el("td", {}, state === "failed" && again));
  }

  #pause() {
    const state = this.#now.state === "active" ? "paused" : "active";
    return this.#do("PATCH", "", state === "paused" ? "Paused" : "Resumed", { state });
  }

  async #rotate() {
    const answer = await this.#do("POST", "/secret", "Both secrets sign for a day");
    if (answer) this.#desk.reveal(answer.secret);
  }

  async #remove() {
    await this.#do("DELETE", "", `${this.#now.title} is removed, and what waited for it`);
  }

  async #do(method, path, done, body) {
    try {
      // What is changed or removed is what the reader saw; a delivery or a test changes nothing of it.
      const answer = await send(method, this.#path + path, body, method === "POST" ? {} : { "If-Match": `"${this.#now.version}"` });
      notice(done);
      setTimeout(this.#desk.reload, 700);
      return answer.body;
    } catch (problem) {
      notice(problem.status === 412 ? `Not done: somebody else changed ${this.#now.title} meanwhile. It stands here as it is now.` : problem.message, { failed: true });
      this.#desk.reload();
      return null;
    }
  }
}

function set(element, words) {
  if (element.textContent !== words) element.textContent = words;
}
