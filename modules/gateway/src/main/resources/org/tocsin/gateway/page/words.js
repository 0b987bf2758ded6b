// What analysts said of the threads, and what nobody wants to hear of for a while; others' words too, a moment later.

import { get, send } from "./api.js";

const EVERY = 10_000;

export class Words {
  #verdicts = new Map(); // thread -> the last word on it
  #mutes = [];
  #told;

  /** `told` is called when anything of it changed. */
  constructor(told) {
    this.#told = told;
  }

  get mutes() {
    return this.#mutes;
  }

  async load() {
    const [{ verdicts }, { mutes }] = await Promise.all([get("/api/v1/verdicts?limit=1000"), get("/api/v1/mutes")]);
    const before = JSON.stringify([[...this.#verdicts.values()], this.#mutes]);
    this.#verdicts = new Map(verdicts.map((verdict) => [verdict.thread, verdict]));
    this.#mutes = mutes;
    if (JSON.stringify([verdicts, mutes]) !== before) this.#told();
  }

  /** `asked` hears of each time that it was asked, with the problem where there was one. */
  keep(asked) {
    setInterval(() => document.hidden || this.load().then(asked, asked), EVERY);
  }

  /** The last word on a thread. It holds until the thread rings again, unless it was said of the whole thread. */
  on(alert) {
    const word = this.#verdicts.get(alert.thread);
    return word && { ...word, holds: !word.alert || word.alert === alert.id };
  }

  /** The mute that keeps a thread quiet, the last to end. A source's keeps single articles quiet, not threads. */
  muting(alert) {
    const objects = { thread: alert.thread, story: alert.story, watchlist: alert.watchlist };
    return this.#mutes.filter(({ about, object }) => objects[about] === object).at(-1);
  }

  /** Whether somebody should still look at it. */
  isOpen(alert) {
    return !this.on(alert)?.holds && !this.muting(alert);
  }

  /** Says useful, not-useful (and why) or seen; gives what takes it back. */
  async say(alert, word, reason = null) {
    const before = this.#verdicts.get(alert.thread);
    const { body } = await send("POST", path(alert.thread), { word, reason, alert: alert.id });
    this.#put(alert.thread, body);
    return () => this.#restore(alert.thread, before);
  }

  async takeBack(alert) {
    const before = this.#verdicts.get(alert.thread);
    await this.#restore(alert.thread, undefined);
    return () => this.#restore(alert.thread, before);
  }

  async #restore(thread, before) {
    // A word of "seen" does not take a judgement back, so the judgement goes first.
    await send("DELETE", path(thread));
    const { body } = before ? await send("POST", path(thread), { word: before.word, reason: before.reason, alert: before.alert }) : {};
    this.#put(thread, body);
  }

  #put(thread, verdict) {
    if (verdict) this.#verdicts.set(thread, verdict);
    else this.#verdicts.delete(thread);
    this.#told();
  }

  /** `what` has one of thread, story, source and watchlist, one of for and until, and a reason or none. */
  async mute(what) {
    const { body } = await send("POST", "/api/v1/mutes", what);
    this.#mutes = [...this.#mutes.filter(({ id }) => id !== body.id), body].sort((a, b) => a.until.localeCompare(b.until));
    this.#told();
    return body;
  }

  async unmute(mute) {
    await send("DELETE", `/api/v1/mutes/${encodeURIComponent(mute.id)}`);
    this.#mutes = this.#mutes.filter(({ id }) => id !== mute.id);
    this.#told();
  }
}

function path(thread) {
  return `/api/v1/alerts/${encodeURIComponent(thread)}/verdict`;
}
