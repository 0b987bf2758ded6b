// Puts the board's page together: lists first, then the streams that continue exactly where they end.

import { get } from "./api.js";
import { Board } from "./board.js";
import { Detail } from "./detail.js";
import { count, el } from "./dom.js";
import { Feeds } from "./feeds.js";
import { Filters } from "./filters.js";
import { Judge } from "./judge.js";
import { listen } from "./keys.js";
import { drawMutes } from "./mutes.js";
import { announce, connection, lost, tally } from "./shell.js";
import { side } from "./side.js";
import { Stories } from "./stories.js";
import { follow } from "./stream.js";
import { keepTimesTrue } from "./time.js";
import { Volume } from "./volume.js";
import { Words } from "./words.js";

const RETRY = 3000;
const $ = (id) => document.getElementById(id);

const words = new Words(saidSomething);
const filters = new Filters(filtersChanged);
const judge = new Judge({ words, left: () => detail.draw() });
const detail = new Detail({ words, judge, closed: () => board.select(null) });
const board = new Board({ filters, words, open: showDetail, changed: tell });
const stories = new Stories();
const feeds = new Feeds();
const volume = new Volume({ choose: chooseWatchlist });
let streams = [];
let isCutOff = false;
let watchlists = [];
let titles = new Map();
let current = [];

async function start() {
  try {
    const [alertsAt, storiesAt] = await Promise.all([board.load(words.load()), stories.load(), feeds.load(), loadWatchlists()]);
    streams = [followAlerts(alertsAt), followStories(storiesAt)];
    openAsked();
  } catch (problem) {
    lost(problem);
    setTimeout(start, RETRY);
  }
}

/** The thread that the address names, also one that the board does not show. */
function openAsked() {
  const thread = new URLSearchParams(location.search).get("thread");
  if (thread) board.open(thread);
}

function followAlerts(position) {
  return follow("/api/v1/alerts/stream", position, {
    event: "alert",
    onEvent: (alert) => {
      if (filters.isWatching) return;
      board.rang(alert);
      if (alert.thread === detail.thread) showDetail(alert.thread);
    },
    onGap: () => board.load().catch(() => {}),
    onState: (state) => (state === "lost" ? lost() : connection(state)),
  });
}

/** A stream over a line that died in silence looks open; what is asked beside it every few seconds tells. */
function heard(problem) {
  if (problem) lost(problem);
  else if (isCutOff) streams.forEach((stream) => stream.again());
  isCutOff = Boolean(problem);
}

function followStories(position) {
  return follow("/api/v1/stories/stream", position, {
    event: "telling",
    onEvent: (line) => stories.told(line),
    onGap: () => stories.load().catch(() => {}),
    onState: () => {},
  });
}

async function loadWatchlists() {
  ({ watchlists } = await get("/api/v1/watchlists"));
  titles = new Map(watchlists.map((watchlist) => [watchlist.id, watchlist.title || watchlist.id]));
  filters.titles(titles);
  volume.titles(titles);
  board.titles(titles);
  detail.rules(watchlists);
  $("watchlist").replaceChildren(
    el("option", { value: "" }, "All watchlists"),
    ...[...titles].map(([id, title]) => el("option", { value: id, selected: id === filters.watchlist }, title)),
  );
}

/** What to do about an empty board. */
function advice() {
  if (watchlists.length === 0) {
    return [el("p", {}, "Nobody watches for anything yet."), el("p", {}, "Ask a question under ", el("a", { href: "/watchlists" }, "Watchlists"), ", or apply one: ", el("code", {}, "./tocsin watchlists apply question.yaml"))];
  }
  if (!filters.isUsual) return [el("p", {}, "No alert is like that."), el("p", {}, el("a", { href: "/" }, "Show what is open"))];
  const watched = `${count(watchlists.length, "watchlist")} on ${count(feeds.size, "feed")}`;
  const done = current.length ? "All that rang is seen, judged or muted." : "Nothing has rung.";
  return [el("p", {}, `Quiet. ${done}`), el("p", {}, `Watching with ${watched}; an alert shows here the moment it rings.`)];
}

function filtersChanged(anew) {
  volume.of(filters.watchlist);
  if (!$("volume").hidden) volume.load().catch(() => {});
  if (anew) board.load().catch(lost);
  else board.refilter();
}

function chooseWatchlist(id) {
  $("watchlist").value = id;
  $("watchlist").dispatchEvent(new Event("change"));
}

function saidSomething() {
  board.rewrite();
  detail.draw();
  drawMutes(words.mutes, { name: nameOf, unmute: (mute) => judge.unmute(mute) });
}

function nameOf({ about, object }) {
  if (about === "watchlist") return titles.get(object) ?? object;
  if (about === "source") return object;
  return current.find((alert) => alert[about] === object)?.headline ?? object;
}

function showDetail(thread) {
  return detail.show(thread).catch(() => (detail.thread === thread ? detail.close() : null));
}

let announced = 0;

function tell({ waiting, alerts }) {
  current = alerts;
  const open = alerts.filter((alert) => words.isOpen(alert));
  const grave = ["critical", "high"].map((level) => [level, open.filter((alert) => alert.severity === level).length]);
  const said = filters.isWatching ? [count(alerts.length, "thread") + " would have rung"] : [`${open.length} open`, ...grave.filter(([, n]) => n).map(([level, n]) => `${n} ${level}`)];
  tally(said.join(" · "));
  document.title = waiting ? `(${waiting}) Tocsin` : "Tocsin";
  if (waiting > announced) announce(`${count(waiting, "new alert")} waiting`);
  announced = waiting;
  if (!$("board-empty").hidden) board.emptySays(...advice());
}

/** Does it to the selected alert; what is done with makes room for the next. */
async function say(word) {
  const alert = board.selected ?? detail.alert;
  if (!alert) return;
  await judge.say(alert, word);
  if (words.on(alert)?.holds) step(1);
}

/** Opens the form over the selected alert. */
async function ask(open) {
  const alert = board.selected ?? detail.alert;
  if (!alert) return;
  if (detail.alert?.thread !== alert.thread) await showDetail(alert.thread);
  const mute = open === "mute" && words.muting(alert);
  if (mute) judge.unmute(mute);
  else if (open === "mute") judge.askMute();
  else judge.reject();
}

async function snooze() {
  const alert = board.selected ?? detail.alert;
  if (!alert) return;
  await judge.snooze(alert);
  step(1);
}

function step(by) {
  const alert = board.move(by);
  if (alert && detail.thread && detail.thread !== alert.thread) showDetail(alert.thread);
}

function escape() {
  if (judge.closeForm()) return;
  if (!detail.thread) return board.select(null);
  const row = document.querySelector(".row[aria-current]");
  detail.close();
  row?.focus({ preventScroll: true });
}

const show = side((name) => name === "volume" && volume.load().catch(() => {}));
listen([
  ["j", "next alert", () => step(1)],
  ["k", "previous alert", () => step(-1)],
  ["ArrowDown", null, (event) => (event.target.closest(".board") ? step(1) : false)],
  ["ArrowUp", null, (event) => (event.target.closest(".board") ? step(-1) : false)],
  ["Enter", "open the alert: its timeline, evidence and articles", (event) => (event.target.closest("button, a, summary") ? false : board.openSelected())],
  ["Escape", "close it", escape],
  ["e", "seen, and on to the next", () => say("seen"), "alerts:write"],
  ["u", "useful, and on to the next", () => say("useful"), "alerts:write"],
  ["x", "not useful: say why", () => ask("reject"), "alerts:write"],
  ["s", "snooze its thread for an hour", snooze, "alerts:write"],
  ["m", "mute its thread, story, watchlist or a source; or unmute it", () => ask("mute"), "alerts:write"],
  ["n", "show what is waiting", () => $("waiting").click()],
  ["/", "look for words", () => $("text").focus()],
  ["v", "stories, volume, muted", () => show({ stories: "volume", volume: "mutes", mutes: "stories" }[document.querySelector('[role="tab"][aria-selected="true"]').getAttribute("aria-controls")])],
  ["g g", "to the top", () => board.top()],
]);

$("filters").addEventListener("submit", (event) => event.preventDefault());
$("text").addEventListener("keydown", (event) => event.key === "Escape" && $("text").value === "" && $("text").blur());
// A browser allows a server six streams over HTTP/1.1, in all tabs together: a hidden tab keeps one.
document.addEventListener("visibilitychange", () => {
  if (streams.length === 0) return;
  if (document.hidden) streams[1].at = streams[1].close();
  else {
    streams[1] = followStories(streams[1].at);
    loadWatchlists().catch(() => {});
  }
});

volume.of(filters.watchlist);
keepTimesTrue();
feeds.keep();
words.keep(heard);
addEventListener("offline", () => heard(new Error("no connection")));
volume.keep();
start();
