// What the reader says of the alert that is open: seen, useful, not useful and why; quiet about it for a while. Each can be
// taken back for a moment after it was said.

import { el, told } from "./dom.js";
import { notice } from "./shell.js";
import { stamp } from "./time.js";

const REASONS = ["Another meaning of the word", "Other people or places", "It did not happen", "Old news", "Told before", "Not our concern"];
const SPANS = [
  ["PT1H", "1 hour"],
  ["PT4H", "4 hours"],
  ["PT12H", "12 hours"],
  ["P1D", "1 day"],
  ["P7D", "7 days"],
  ["P30D", "30 days"],
];
const SNOOZE = "PT1H";
const DONE = { seen: "Seen.", useful: "Called useful.", "not-useful": "Called not useful." };

export class Judge {
  #words;
  #leave;
  #found = null;
  #form = null;
  #box = null;

  /** `left` is called when a form is closed. */
  constructor({ words, left }) {
    this.#words = words;
    this.#leave = left;
  }

  /** The thread that is meant from now on, as the route of one thread gives it. */
  over(found) {
    if (found.current.thread !== this.#found?.current.thread) this.#form = null;
    this.#found = found;
  }

  get isAsking() {
    return this.#form !== null;
  }

  stop() {
    this.#form = null;
    this.#found = null;
  }

  /** Closes the form; false where none is open. */
  closeForm() {
    if (!this.#form) return false;
    this.#form = null;
    this.#leave();
    this.#box.querySelector("button")?.focus({ preventScroll: true });
    return true;
  }

  /** The buttons, and the form that one of them opened. */
  bar() {
    const { current } = this.#found;
    const word = this.#words.on(current);
    const says = (name) => Boolean(word?.holds && word.word === name);
    const button = (key, name, label, on) => el("button", { type: "button", class: "act", "data-key": key, "aria-pressed": name === null ? null : String(says(name)), "aria-keyshortcuts": key, on: { click: on } }, label, el("kbd", {}, key));
    const mute = this.#words.muting(current);
    this.#box = el(
      "div",
      { class: "judge" },
      el(
        "p",
        { class: "acts", "data-needs": "alerts:write" },
        button("e", "seen", "Seen", () => this.say(current, "seen")),
        button("u", "useful", "Useful", () => this.say(current, "useful")),
        button("x", "not-useful", "Not useful", () => this.reject()),
        button("s", null, "Snooze", () => this.snooze(current)),
        mute ? button("m", null, "Unmute", () => this.unmute(mute)) : button("m", null, "Mute…", () => this.askMute()),
      ),
      word && word.reason && el("p", { class: "reason" }, word.by ? `${word.by}: ` : "", told("q", word.reason)),
      mute && el("p", { class: "reason" }, `This ${mute.about} is muted until `, stamp(mute.until), mute.by && ` by ${mute.by}`, mute.reason && [": ", told("q", mute.reason)]),
    );
    return this.#box;
  }

  /** Says it, or takes it back where it is what stands. */
  async say(alert, name, reason) {
    const word = this.#words.on(alert);
    const isTakenBack = word?.holds && word.word === name && !reason;
    await tried(async () => {
      const undo = isTakenBack ? await this.#words.takeBack(alert) : await this.#words.say(alert, name, reason);
      notice(isTakenBack ? "Taken back." : DONE[name], { undo: () => tried(undo) });
    });
  }

  async snooze(alert) {
    await this.#mute({ thread: alert.thread, for: SNOOZE });
  }

  async unmute(mute) {
    await tried(async () => {
      await this.#words.unmute(mute);
      notice(`No longer muted: this ${mute.about}.`, { undo: () => tried(() => this.#words.mute({ [mute.about]: mute.object, until: mute.until, reason: mute.reason })) });
    });
  }

  async #mute(what) {
    await tried(async () => {
      const before = this.#words.mutes;
      const mute = await this.#words.mute(what);
      const replaced = before.find(({ id }) => id === mute.id);
      const back = () => (replaced ? this.#words.mute({ [replaced.about]: replaced.object, until: replaced.until, reason: replaced.reason }) : this.#words.unmute(mute));
      notice(`Muted this ${mute.about} until ${stamp(mute.until).textContent}.`, { undo: () => tried(back) });
    });
  }

  /** Asks why it is not useful: the watchlist's ledger counts the reasons. */
  reject() {
    const { current } = this.#found;
    const reason = el("input", { name: "reason", required: true, maxlength: 300, autocomplete: "off", dir: "auto", list: "reasons" });
    this.#ask(
      "Why is it not useful?",
      [
        el("datalist", { id: "reasons" }, REASONS.map((each) => el("option", { value: each }))),
        el("p", { class: "chips" }, REASONS.map((each) => el("button", { type: "button", class: "act", on: { click: () => this.#finish(() => this.say(current, "not-useful", each)) } }, each))),
        field("Or in your words", reason),
      ],
      () => this.say(current, "not-useful", reason.value.trim()),
    );
  }

  /** Asks what should be quiet, and until when. */
  askMute() {
    const { current, articles } = this.#found;
    const sources = [...new Set(articles.map(({ telling }) => telling.article.source).filter(Boolean))];
    const objects = [
      ["thread", current.thread, "This thread"],
      ["story", current.story, "The story, for every watchlist"],
      ["watchlist", current.watchlist, "The watchlist, for every story"],
      ...sources.map((source) => ["source", source, `What ${source} tells`]),
    ];
    const what = el("select", { name: "what" }, objects.map(([, , label], n) => el("option", { value: n }, label)));
    const span = el("select", { name: "span" }, SPANS.map(([value, label]) => el("option", { value, selected: value === "PT4H" }, label)), el("option", { value: "" }, "Until a time…"));
    const until = el("input", { name: "until", type: "datetime-local" });
    const untilField = field("Until", until);
    untilField.hidden = true;
    span.addEventListener("change", () => {
      untilField.hidden = span.value !== "";
      until.required = span.value === "";
    });
    const reason = el("input", { name: "reason", maxlength: 300, autocomplete: "off", dir: "auto" });
    this.#ask("Mute", [field("What", what), field("For", span), untilField, field("Why (if you like)", reason)], () => {
      const [about, object] = objects[Number(what.value)];
      const end = span.value ? { for: span.value } : { until: new Date(until.value).toISOString() };
      return this.#mute({ [about]: object, ...end, reason: reason.value.trim() || null });
    });
  }

  #ask(title, fields, act) {
    this.#form?.remove();
    this.#form = el(
      "form",
      { class: "ask", "aria-label": title, on: { submit: (event) => (event.preventDefault(), this.#finish(act)), keydown: (event) => event.key === "Escape" && (event.stopPropagation(), this.closeForm()) } },
      el("p", { class: "title" }, title),
      ...fields,
      el("p", { class: "acts" }, el("button", { class: "act main" }, title === "Mute" ? "Mute" : "Say so"), el("button", { type: "button", class: "act", on: { click: () => this.closeForm() } }, "Cancel")),
    );
    this.#box.append(this.#form);
    this.#form.querySelector("button, select, input").focus();
  }

  /** The form goes first, so that what is said then can be drawn. */
  async #finish(act) {
    this.closeForm();
    await act();
  }
}

function field(label, control) {
  return el("label", { class: "field" }, el("span", {}, label), control);
}

async function tried(act) {
  try {
    await act();
  } catch (problem) {
    notice(`Not done: ${problem.message}`, { failed: true });
  }
}
