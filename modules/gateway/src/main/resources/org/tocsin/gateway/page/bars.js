// A number a day as bars: small ones in a list, large ones with a table beside them.

import { el, svg } from "./dom.js";

/** Days before `from` are not known: they have no bar, not even a flat one. */
export function bars(numbers, { days, from, label }) {
  const most = Math.max(1, ...numbers);
  const known = (n) => !from || days[n] >= from.slice(0, 10);
  const each = numbers.map((number, n) => {
    const height = number ? Math.max(2, (number / most) * 22) : 1;
    return known(n) ? svg("rect", { x: n * 7, y: 24 - height, width: 5, height, class: number ? "bar-full" : "bar-none" }, svg("title", {}, `${days[n]}: ${number}`)) : null;
  });
  const picture = svg("svg", { viewBox: `0 0 ${numbers.length * 7} 24`, class: "bars", role: "img", "aria-label": `${label}, the last ${numbers.length} days: ${numbers.join(", ")}` });
  picture.append(...each.filter(Boolean));
  return el("p", { class: "bars-box" }, picture, Math.max(...numbers) > 0 && el("span", { class: "aside" }, `up to ${Math.max(...numbers)} a day`));
}

/** Hits, alerts and held tellings of each day or hour (`unit`), as a chart and as a table. */
export function histogram(days, unit) {
  const most = Math.max(1, ...days.map((day) => Math.max(day.hits, day.alerts)));
  const wide = Math.max(1, days.length);
  const step = Math.min(48, 600 / wide);
  const chart = svg("svg", { viewBox: `0 0 ${Math.max(120, step * wide)} 120`, class: "histogram", role: "img", "aria-label": `Hits and alerts by ${unit}, at most ${most}; the table below has the figures` });
  days.forEach((day, n) => {
    const high = (number) => (number ? Math.max(2, (number / most) * 104) : 0);
    const bar = (number, kind, at, width) => number > 0 && chart.append(svg("rect", { x: n * step + at, y: 112 - high(number), width, height: high(number), class: kind }, svg("title", {}, `${day.day}: ${day.hits} hits, ${day.alerts} alerts, ${day.held} held`)));
    bar(day.hits, "bar-hits", step * 0.1, step * 0.8);
    bar(day.alerts, "bar-alerts", step * 0.25, step * 0.5);
    chart.append(svg("rect", { x: n * step + step * 0.1, y: 112, width: step * 0.8, height: 1, class: "bar-none" }));
  });
  const head = [unit === "day" ? "Day (UTC)" : "Hour (UTC)", "Hits", "Alerts", "Held"].map((word, n) => el("th", { scope: "col", class: n ? "number" : "" }, word));
  const rows = days.map((day) => el("tr", {}, el("th", { scope: "row" }, day.day), ...[day.hits, day.alerts, day.held].map((number) => el("td", { class: "number" }, String(number)))));
  return el(
    "figure",
    { class: "chart" },
    chart,
    el("figcaption", { class: "legend" }, el("span", { class: "key-hits" }, "tellings that answer"), el("span", { class: "key-alerts" }, "alerts"), el("span", { class: "aside" }, `at most ${most} in one ${unit}`)),
    el("details", {}, el("summary", {}, "The same as a table"), el("table", { class: "sheet" }, el("thead", {}, el("tr", {}, head)), el("tbody", {}, rows))),
  );
}
