// Today's times stand relative, since at 3 a.m. nobody subtracts; older ones by day and hour, since "3 d" tells nobody which
// came first. The full time is one hover away.

import { el } from "./dom.js";

const FULL = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "long" });
const CLOCK = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const DAY = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });

function short(iso, now = Date.now()) {
  const seconds = Math.round((now - Date.parse(iso)) / 1000);
  if (seconds < 5) return "now";
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 86400) return `${Math.floor(seconds / 3600)} h`;
  return dayAndHour(new Date(iso));
}

/** For the middle of a sentence: "just now", "40 s ago", "on Nov 18 22:32". */
export function since(iso) {
  const text = short(iso);
  if (text === "now") return "just now";
  return Date.now() - Date.parse(iso) < 86_400_000 ? `${text} ago` : `on ${text}`;
}

const ISO = /^PT?(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/;

/** An ISO 8601 duration in seconds. */
export function seconds(iso) {
  const [, d = 0, h = 0, m = 0, s = 0] = ISO.exec(iso) ?? [];
  return ((Number(d) * 24 + Number(h)) * 60 + Number(m)) * 60 + Number(s);
}

/** The same in its largest unit: "4 min", "36 h", "3 d". */
export function duration(iso) {
  const whole = seconds(iso);
  if (whole < 90) return `${Math.round(whole)} s`;
  if (whole < 5400) return `${Math.round(whole / 60)} min`;
  return whole < 172_800 ? `${Math.round(whole / 3600)} h` : `${Math.round(whole / 86_400)} d`;
}

/** A <time> that keeps itself true. */
export function when(iso) {
  return el("time", { datetime: iso, title: FULL.format(new Date(iso)) }, short(iso));
}

/** A <time> to come, which keeps itself true as well. */
export function ahead(iso) {
  return el("time", { datetime: iso, title: FULL.format(new Date(iso)), "data-ahead": true }, until(iso));
}

function until(iso, now = Date.now()) {
  const left = Math.round((Date.parse(iso) - now) / 1000);
  return left > 0 ? `in ${duration(`PT${left}S`)}` : "due";
}

/** Day and hour, for timelines. */
export function stamp(iso) {
  const at = new Date(iso);
  return el("time", { datetime: iso, title: FULL.format(at), "data-fixed": true }, dayAndHour(at));
}

function dayAndHour(at) {
  return `${DAY.format(at)} ${CLOCK.format(at)}`;
}

/** Times that the gateway drew, which knows no zone but UTC, as the reader's own clock has them. */
export function localise() {
  for (const time of document.querySelectorAll("time:not([title])")) {
    const at = new Date(time.dateTime);
    time.title = FULL.format(at);
    time.textContent = time.dataset.fixed === undefined ? short(time.dateTime) : dayAndHour(at);
  }
}

/** One timer for the whole page; what has not changed is not touched. */
export function keepTimesTrue() {
  setInterval(() => {
    const now = Date.now();
    for (const time of document.querySelectorAll("time:not([data-fixed])")) {
      const text = time.dataset.ahead === undefined ? short(time.dateTime, now) : until(time.dateTime, now);
      if (time.textContent !== text) time.textContent = text;
    }
  }, 5000);
}
