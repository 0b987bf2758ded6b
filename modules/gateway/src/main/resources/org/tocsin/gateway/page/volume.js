// How much rang, by hour and by watchlist: charts with the same numbers as tables beside them.

import { get } from "./api.js";
import { count, el, svg, told } from "./dom.js";

const EVERY = 30_000;
const RISING = ["low", "medium", "high", "critical"];
const HIGH = 96;
const BAR = 10;
const CLOCK = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const DAY = new Intl.DateTimeFormat(undefined, { weekday: "short", day: "numeric", month: "short" });
const $ = (id) => document.getElementById(id);

export class Volume {
  #titles = new Map();
  #choose;
  #drawn = "";
  #watchlist = "";

  /** `choose` is called with the id of a watchlist whose name is clicked. */
  constructor({ choose }) {
    this.#choose = choose;
    $("volume-hours").addEventListener("change", () => this.load().catch(() => {}));
  }

  titles(titles) {
    this.#titles = titles;
    this.#drawn = "";
  }

  of(watchlist) {
    this.#watchlist = watchlist;
  }

  async load() {
    const filter = this.#watchlist ? `&watchlist=${encodeURIComponent(this.#watchlist)}` : "";
    const volume = await get(`/api/v1/volume?hours=${$("volume-hours").value}${filter}`);
    const now = JSON.stringify(volume);
    // Nothing is drawn anew that did not change: a reader may stand on a name.
    if (now !== this.#drawn) this.#draw(volume);
    this.#drawn = now;
  }

  keep() {
    setInterval(() => document.hidden || $("volume").hidden || this.load().catch(() => {}), EVERY);
  }

  #draw(volume) {
    const open = $("volume-content").querySelector("details")?.open ?? false;
    $("volume-content").replaceChildren(
      el("p", { class: "aside" }, sum(volume)),
      byHour(volume),
      legend(),
      hourTable(volume, open),
      el("h3", {}, "By watchlist"),
      this.#watchlistTable(volume),
    );
  }

  #watchlistTable({ watchlists }) {
    if (watchlists.length === 0) return el("p", { class: "aside" }, "None rang.");
    const most = Math.max(...watchlists.map(({ alerts }) => alerts));
    return el(
      "table",
      { class: "sheet volumes" },
      el("thead", {}, el("tr", {}, ["Watchlist", "Alerts", "Threads"].map((word, n) => el("th", { scope: "col", class: n ? "number" : null }, word)), el("th", { scope: "col" }, "By hour"))),
      el(
        "tbody",
        {},
        watchlists.map(({ watchlist, alerts, threads, hours }) =>
          el(
            "tr",
            {},
            el("th", { scope: "row" }, told("button", this.#titles.get(watchlist) ?? watchlist, { type: "button", class: "link", on: { click: () => this.#choose(watchlist) } }), share(alerts, most)),
            el("td", { class: "number" }, String(alerts)),
            el("td", { class: "number" }, String(threads)),
            el("td", {}, spark(hours)),
          ),
        ),
      ),
    );
  }
}

function sum({ alerts, hours, from, since }) {
  const short = since && since > from ? ` Alerts are held here since ${at(since)}; what rang before is not counted.` : "";
  return `${count(alerts, "alert")} in ${hours.length} hours.${short}`;
}

function at(iso) {
  return `${DAY.format(new Date(iso))}, ${CLOCK.format(new Date(iso))}`;
}

/** A bar an hour, severities stacked from the gravest at its foot. */
function byHour({ hours }) {
  const most = Math.max(1, ...hours.map(({ alerts }) => alerts));
  const wide = hours.length * BAR;
  const bars = hours.flatMap(({ start, alerts, severities }, n) => {
    let foot = HIGH;
    const title = `${at(start)}: ${count(alerts, "alert")}`;
    return [...RISING].reverse().filter((level) => severities[level]).map((level) => {
      const high = (severities[level] / most) * (HIGH - 12);
      foot -= high;
      return svg("rect", { x: n * BAR + 1, y: foot, width: BAR - 2, height: high, class: "volume-bar", "data-severity": level }, svg("title", {}, title));
    });
  });
  const days = hours.flatMap(({ start }, n) => (new Date(start).getHours() === 0 ? [svg("line", { x1: n * BAR, x2: n * BAR, y1: 0, y2: HIGH + 4, class: "volume-day" })] : []));
  const label = `Alerts by hour: ${hours.map(({ alerts }) => alerts).join(", ")}; the most in an hour is ${most}`;
  return el(
    "figure",
    { class: "volume-chart" },
    svg("svg", { viewBox: `0 0 ${wide} ${HIGH + 4}`, preserveAspectRatio: "none", role: "img", "aria-label": label }, ...days, svg("line", { x1: 0, x2: wide, y1: HIGH, y2: HIGH, class: "volume-day" }), ...bars),
    el("figcaption", {}, el("span", {}, at(hours[0].start)), el("span", {}, `at most ${most} an hour`), el("span", {}, "now")),
  );
}

function legend() {
  return el("p", { class: "facts volume-legend", "aria-hidden": "true" }, [...RISING].reverse().map((level) => el("span", { "data-severity": level }, level)));
}

function hourTable({ hours }, open) {
  const rows = hours.filter(({ alerts }) => alerts > 0).reverse();
  return el(
    "details",
    { open },
    el("summary", {}, "The same as a table"),
    el(
      "table",
      { class: "sheet" },
      el("thead", {}, el("tr", {}, ["Hour", "Alerts", ...[...RISING].reverse()].map((word, n) => el("th", { scope: "col", class: n ? "number" : null }, word)))),
      el(
        "tbody",
        {},
        rows.map(({ start, alerts, severities }) =>
          el("tr", {}, el("th", { scope: "row" }, at(start)), [alerts, ...[...RISING].reverse().map((level) => severities[level] ?? 0)].map((n) => el("td", { class: "number" }, String(n)))),
        ),
      ),
    ),
  );
}

/** How loud against the loudest, as a line under the name. */
function share(alerts, most) {
  return svg("svg", { class: "share", viewBox: "0 0 100 2", preserveAspectRatio: "none", "aria-hidden": "true" }, svg("rect", { width: (100 * alerts) / most, height: 2 }));
}

function spark(hours) {
  const most = Math.max(1, ...hours);
  return svg(
    "svg",
    { class: "spark", viewBox: `0 0 ${hours.length} 16`, preserveAspectRatio: "none", "aria-hidden": "true" },
    ...hours.map((n, at) => n > 0 && svg("rect", { x: at, y: 16 - (16 * n) / most, width: 0.8, height: (16 * n) / most })).filter(Boolean),
  );
}
