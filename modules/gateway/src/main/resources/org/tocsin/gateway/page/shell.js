// What every desk has around it: the tally and the connection in the bar, and the word on what was just done.

import { el } from "./dom.js";

const $ = (id) => document.getElementById(id);
const LASTS = 20_000;
const WORDS = { connecting: "Connecting", live: "Live" };
const CLOCK = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const MAY = new Set(document.body.dataset.may.split(" "));
let fading = null;
let heard = performance.timeOrigin; // when what is shown was true: at first, when the gateway drew it

/** Whether whoever is signed in may do it; controls say so by `data-needs`, for the style sheet to leave them out. */
export function may(permission) {
  return MAY.has(permission);
}

/**
 * Takes away the rows that the gateway drew itself, for those of the scripts to stand there; the ids of those that somebody has
 * opened by then.
 */
export function takeFirst(list) {
  const first = [...list.querySelectorAll(":scope > [data-first]")];
  first.forEach((row) => row.remove());
  return first.filter((row) => row.querySelector("details[open]")).map((row) => row.dataset.first);
}

/** What the desk counts, in the bar. */
export function tally(words) {
  $("tally").textContent = words;
}

/** How the page hears of news: connecting, live or lost. */
export function connection(state, words = WORDS[state]) {
  if (state === "live") heard = Date.now();
  $("connection").dataset.state = state;
  if ($("connection").textContent !== words) $("connection").textContent = words;
}

/** What is shown stays, and is said to be old; `problem` is how the gateway refused, nothing where it did not answer. */
export function lost(problem) {
  const why = problem?.status ? problem.message.slice(0, 80) : "no connection";
  connection("lost", `As of ${CLOCK.format(heard)}: ${why}; trying again`);
}

/** Says it to those who listen instead of looking. */
export function announce(words) {
  $("announcer").textContent = words;
}

/**
 * Says what was just done, for a while and longer under the pointer or the focus; `undo` is called when the reader takes it back.
 * `failed` says that it was not done.
 */
export function notice(words, { undo, failed = false } = {}) {
  const bar = $("notice");
  const take = undo && el("button", { type: "button", id: "undo", on: { click: () => (quiet(), undo()) } }, "Undo", el("kbd", {}, "z"));
  bar.replaceChildren(el("span", {}, words), ...(take ? [take] : []));
  bar.toggleAttribute("data-failed", failed);
  bar.toggleAttribute("data-shown", true);
  clearTimeout(fading);
  fading = setTimeout(fade, LASTS);
}

function fade() {
  if ($("notice").matches(":hover, :focus-within")) fading = setTimeout(fade, LASTS / 4);
  else quiet();
}

function quiet() {
  clearTimeout(fading);
  $("notice").removeAttribute("data-shown");
  $("notice").replaceChildren();
}

/** Takes back what was just done, where that can be; false where it cannot. */
export function undoLast() {
  const button = $("undo");
  button?.click();
  return Boolean(button);
}
