// Every feed with what it gives at present; what is missed comes first. The gateway draws the first rows itself (FeedRows).

import { get } from "./api.js";
import { count, el, shape, told } from "./dom.js";
import { adding, gaps } from "./feed-add.js";
import { behind } from "./feed-detail.js";
import { listen } from "./keys.js";
import { connection, lost, takeFirst, tally } from "./shell.js";
import { ahead, duration, keepTimesTrue, stamp, when } from "./time.js";

const EVERY = 15_000;
const ORDER = ["DARK", "BLOCKED", "STALE", "UNREAD", "LIVE", "OFF"];
const AT_FIRST = 300; // rows; thousands of feeds are drawn when somebody asks
const $ = (id) => document.getElementById(id);

let feeds = [];
let drawn = "";
let shownOf = AT_FIRST;
const asked = new URLSearchParams(location.search);
let chosen = (asked.get("state") ?? "").toUpperCase();
let wanted = asked.get("find") ?? "";
const rows = new Map();

async function load() {
  try {
    ({ feeds } = await get("/api/v1/feeds/coverage"));
    connection("live", "Up to date");
    // Nothing is drawn anew that did not change: a reader may stand on a link.
    const now = JSON.stringify(feeds);
    if (now !== drawn) draw();
    drawn = now;
    await gaps();
  } catch (problem) {
    lost(problem);
  }
}

function draw() {
  const of = (state) => feeds.filter((feed) => feed.state === state);
  const troubled = ORDER.slice(0, 4).map((state) => of(state).length && `${of(state).length} ${state.toLowerCase()}`);
  tally([count(feeds.length, "feed"), ...troubled.filter(Boolean)].join(" · "));
  $("state").replaceChildren(
    el("option", { value: "" }, "All feeds"),
    ...ORDER.map((state) => el("option", { value: state, selected: state === chosen }, `${word(state)} (${of(state).length})`)),
  );
  const shown = (ORDER.includes(chosen) ? of(chosen) : feeds).filter(isWanted).sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  const opened = takeFirst($("coverage"));
  $("coverage").replaceChildren(...shown.slice(0, shownOf).map(kept));
  for (const id of opened) if (rows.has(id)) rows.get(id).element.querySelector("details").open = true;
  $("more").hidden = shown.length <= shownOf;
  $("all").textContent = `Show all ${shown.length}`;
  $("coverage-empty").hidden = shown.length > 0;
  $("coverage-empty").replaceChildren(...(feeds.length ? [el("p", {}, chosen ? `No feed${wanted ? " of that name" : ""} is ${chosen.toLowerCase()}.` : "No feed has that in its name or address.")] : advice()));
}

function isWanted({ title, source, url }) {
  return [title, source, url].some((text) => (text ?? "").toLowerCase().includes(wanted.toLowerCase()));
}

/** The row as it stands where nothing changed, or somebody has it open. */
function kept(feed) {
  const words = JSON.stringify(feed);
  const known = rows.get(feed.id);
  if (known && (known.words === words || known.element.querySelector("details[open]"))) return known.element;
  rows.set(feed.id, { words, element: row(feed) });
  return rows.get(feed.id).element;
}

function advice() {
  return [el("p", {}, "Nothing is read yet."), el("p", { "data-needs": "feeds:write" }, "Add a feed above by the address of its site, or with ", el("code", {}, "./tocsin feeds add https://…"))];
}

function row(feed) {
  const name = feed.title ?? feed.source ?? feed.url;
  return el(
    "li",
    { "data-state": feed.state },
    el("p", { class: "state", "data-state": feed.state }, shape(feed.state.toLowerCase()), el("span", {}, word(feed.state))),
    el(
      "div",
      {},
      told("h2", name),
      el("p", { class: "address" }, el("a", { href: feed.url, rel: "noreferrer" }, feed.url)),
      why(feed),
      feed.watchlists.length > 0 && el("p", { class: "missed" }, feed.state === "LIVE" ? "Asked for by " : "Missed by ", ...listed(feed.watchlists)),
    ),
    el("dl", { class: "beat" }, ...beat(feed)),
    more(feed),
  );
}

function more({ id, title, url }) {
  const into = el("div");
  const details = el(
    "details",
    { on: { toggle: () => details.open && behind(id, into, () => changed(details)) } },
    el("summary", {}, "Visits and settings", el("span", { class: "unseen" }, ` of ${title ?? url}`)),
    into,
  );
  return details;
}

/** Lists follow what was saved a moment later. */
function changed(details) {
  if (details) details.open = false;
  setTimeout(load, 400);
  setTimeout(load, 1500);
}

/** Since when and why it is not live, or why the last fetch of a live one failed. */
function why(feed) {
  const since = feed.since && feed.state !== "LIVE" ? ["since ", stamp(feed.since)] : [];
  const silence = feed.state === "STALE" && feed.lastNew && feed.gap && feed.failures === 0;
  const failing = feed.failures > 1 ? `${count(feed.failures, "failure")} in a row` : null;
  const reason = silence
    ? ["nothing new since ", stamp(feed.lastNew), `, where it usually tells something every ${duration(feed.gap)}`]
    : [[feed.reason, failing].filter(Boolean).join(", ")].filter(Boolean);
  const between = since.length && reason.length ? ": " : "";
  return (since.length > 0 || reason.length > 0) && el("p", { class: "why" }, ...since, between, ...reason);
}

function listed(watchlists) {
  return watchlists.flatMap((id, n) => [n ? ", " : "", el("a", { href: `/?watchlist=${encodeURIComponent(id)}` }, id)]);
}

/** When it was read and when it will be; in which rhythm it is asked and answers. */
function beat(feed) {
  return [
    feed.fetched && fact("read", when(feed.fetched)),
    feed.nextDue && fact("next", ahead(feed.nextDue)),
    (feed.pause || feed.interval) && fact("asked every", duration(feed.pause ?? feed.interval)),
    feed.gap && fact("tells every", duration(feed.gap)),
    feed.lastNew && fact("last new", when(feed.lastNew)),
    feed.state === "LIVE" && feed.since && fact("live since", stamp(feed.since)),
  ].filter(Boolean);
}

function fact(what, value) {
  return el("div", {}, el("dt", {}, what), el("dd", {}, value));
}

function word(state) {
  return state === "OFF" ? "Switched off" : state === "UNREAD" ? "Not read yet" : state[0] + state.slice(1).toLowerCase();
}

$("state").addEventListener("change", (event) => {
  chosen = event.target.value;
  filtered();
});

$("find").addEventListener("input", (event) => {
  wanted = event.target.value.trim();
  filtered();
});

$("all").addEventListener("click", () => {
  shownOf = Infinity;
  draw();
});

function filtered() {
  const query = new URLSearchParams([["state", chosen.toLowerCase()], ["find", wanted]].filter(([, value]) => value));
  history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
  draw();
}

$("find").value = wanted;
adding(() => changed());
listen([
  ["/", "find a feed", () => $("find").focus()],
  ["a", "add feeds", () => $("open-add").click(), "feeds:write"],
]);
setInterval(() => document.hidden || load(), EVERY);
keepTimesTrue();
load();
