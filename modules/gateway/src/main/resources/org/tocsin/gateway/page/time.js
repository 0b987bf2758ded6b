// Times stand relative, since at 3 a.m. nobody subtracts; the full time is one hover away.

import { el } from "./dom.js";

const FULL = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "long" });
const CLOCK = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const DAY = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });

export function ago(iso, now = Date.now()) {
  const seconds = Math.round((now - Date.parse(iso)) / 1000);
  if (seconds < 5) return "now";
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 86400) return `${Math.floor(seconds / 3600)} h`;
  if (seconds < 7 * 86400) return `${Math.floor(seconds / 86400)} d`;
  return DAY.format(new Date(iso));
}

/** A <time> that keeps itself true. */
export function when(iso) {
  return el("time", { datetime: iso, title: FULL.format(new Date(iso)) }, ago(iso));
}

/** Day and hour, for timelines. */
export function stamp(iso) {
  const at = new Date(iso);
  return el("time", { datetime: iso, title: FULL.format(at), "data-fixed": true }, `${DAY.format(at)} ${CLOCK.format(at)}`);
}

/** One timer for the whole page; what has not changed is not touched. */
export function keepTimesTrue() {
  setInterval(() => {
    const now = Date.now();
    for (const time of document.querySelectorAll("time:not([data-fixed])")) {
      const text = ago(time.dateTime, now);
      if (time.textContent !== text) time.textContent = text;
    }
  }, 5000);
}
