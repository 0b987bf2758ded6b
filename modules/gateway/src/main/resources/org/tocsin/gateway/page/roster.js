// The list: each watchlist with its state, what it rings a day and how useful that was. The gateway draws the first rows itself
// (RosterRows), for the page to be there before its scripts are.

import { get } from "./api.js";
import { bars } from "./bars.js";
import { count, el, severity, shape, told } from "./dom.js";
import { askToImport, exportAll } from "./exchange.js";
import { listen } from "./keys.js";
import { connection, lost, tally } from "./shell.js";
import { stamp, when } from "./time.js";

const EVERY = 15_000;
const PAGE = 100;
const KNOWN = ["q", "state", "sort", "days"];
const SORTS = { title: "By title", loudest: "Loudest first", latest: "Last rung first", worst: "Least useful first" };
const STATES = { "": "All", live: "Live", watching: "Watching", muted: "Muted" };
const $ = (id) => document.getElementById(id);

const asked = new URLSearchParams(location.search);
let limit = PAGE;
let drawn = "";
let list;

export async function roster() {
  if (!list) build();
  await load();
}

function build() {
  list = $("roster");
  const search = el("input", { type: "search", id: "q", value: asked.get("q") ?? "", placeholder: "Find", "aria-label": "Find watchlists", on: { input: () => choose("q", search.value) } });
  $("tools").append(
    search,
    select("state", "Show the watchlists that are", STATES),
    select("sort", "Order", SORTS),
    el("button", { type: "button", class: "act", id: "import", "data-needs": "watchlists:write", on: { click: () => askToImport(load) } }, "Import"),
    el("button", { type: "button", class: "act", id: "export", on: { click: exportAll } }, "Export"),
    el("a", { class: "act main", href: "/watchlists?new", id: "new", "data-needs": "watchlists:write" }, "New watchlist"),
  );
  listen([
    ["j", "next watchlist", () => step(1)],
    ["k", "previous watchlist", () => step(-1)],
    ["Enter", "open it", () => false],
    ["n", "new watchlist", () => $("new").click(), "watchlists:write"],
    ["/", "find", () => $("q").focus()],
  ]);
  setInterval(() => document.hidden || load().catch(lost), EVERY);
}

function select(name, label, choices) {
  const options = Object.entries(choices).map(([value, word]) => el("option", { value, selected: value === (asked.get(name) ?? "") }, word));
  return el("select", { "aria-label": label, id: name, on: { change: (event) => choose(name, event.target.value) } }, options);
}

function choose(name, value) {
  if (value) asked.set(name, value);
  else asked.delete(name);
  const query = asked.toString();
  history.replaceState(null, "", query ? `?${query}` : location.pathname);
  load().catch(lost);
}

async function load() {
  // The address may say more than the list knows, and a parameter that is unknown is refused.
  const query = new URLSearchParams([...asked].filter(([name]) => KNOWN.includes(name)));
  query.set("limit", limit);
  const page = await get(`/api/v1/roster?${query}`);
  connection("live", "Up to date");
  // Nothing is drawn anew that did not change: a reader may stand on a link.
  const now = JSON.stringify(page);
  if (now !== drawn) draw(page);
  drawn = now;
}

function draw({ days, since: from, found, watchlists }) {
  const focused = document.activeElement?.closest(".roster li")?.dataset.id;
  tally(count(found, "watchlist"));
  const more = found > watchlists.length && el("li", { class: "more-rows" }, el("button", { type: "button", class: "act", on: { click: () => ((limit = Math.min(1000, limit + 200)), load()) } }, `Show more of ${found}`));
  list.replaceChildren(...watchlists.map((line) => row(line, days, from)), ...(more ? [more] : []));
  if (focused) [...list.children].find((li) => li.dataset.id === focused)?.querySelector("a").focus();
  $("watch-empty").hidden = watchlists.length > 0;
  $("watch-empty").replaceChildren(...(asked.has("q") || asked.has("state") ? [el("p", {}, "No watchlist fits.")] : advice()));
}

function advice() {
  return [
    el("p", {}, "Nobody watches for anything yet."),
    el("p", { "data-needs": "watchlists:write" }, "Write a question with ", el("a", { href: "/watchlists?new" }, "New watchlist"), ", or import a file."),
  ];
}

function row(line, days, from) {
  const href = `/watchlists?id=${encodeURIComponent(line.id)}`;
  const rings = line.state === "watching" ? "would ring" : "rings";
  return el(
    "li",
    { "data-id": line.id, "data-state": line.state },
    el("p", { class: "state", "data-watch": line.state }, shape(line.state), el("span", {}, STATES[line.state])),
    el("div", { class: "what" }, el("h2", {}, el("a", { href, dir: "auto" }, line.title)), el("p", { class: "rule" }, el("code", {}, line.when)), el("p", { class: "facts" }, severity(line.severity), line.owner && told("span", line.owner), line.mutedUntil && el("span", {}, "muted until ", stampOf(line.mutedUntil)))),
    bars(line.rang, { days, from, label: `alerts a day of ${line.title}` }),
    el("dl", { class: "beat" }, fact(rings, line.aDay === 0 && line.last ? "less than daily" : `${line.aDay} a day`), fact("useful", precision(line.precision)), line.last ? fact("last rang", when(line.last)) : fact("rang", from ? ["not since ", stamp(from)] : "never")),
  );
}

function stampOf(iso) {
  return new Date(iso).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
}

/** "82 % of 17", with the interval on hover: few words prove little. */
export function precision({ precision: share, judged, low, high }) {
  if (!judged) return "not judged yet";
  const percent = (part) => `${Math.round(part * 100)} %`;
  return el("span", { title: `between ${percent(low)} and ${percent(high)} with 95 % confidence` }, `${percent(share)} of ${judged}`, el("span", { class: "unseen" }, `, between ${percent(low)} and ${percent(high)}`));
}

function fact(what, value) {
  return el("div", {}, el("dt", {}, what), el("dd", {}, value));
}

function step(by) {
  const links = [...list.querySelectorAll("h2 a")];
  const at = links.indexOf(document.activeElement);
  links[Math.max(0, Math.min(links.length - 1, at + by))]?.focus();
}
