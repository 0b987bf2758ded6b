// Puts the page together: lists first, then the streams that continue exactly where they end.

import { Board } from "./board.js";
import { Detail } from "./detail.js";
import { get } from "./api.js";
import { count, el } from "./dom.js";
import { Feeds } from "./feeds.js";
import { listen } from "./keys.js";
import { announce, connection, tally } from "./shell.js";
import { Stories } from "./stories.js";
import { follow } from "./stream.js";
import { keepTimesTrue } from "./time.js";

const RETRY = 3000;
const $ = (id) => document.getElementById(id);

const detail = new Detail({ closed: () => board.select(null) });
const board = new Board({ open: (alert) => showDetail(alert.thread), changed: tell });
const stories = new Stories();
const feeds = new Feeds();
let streams = [];
let watchlists = [];

async function start() {
  try {
    board.watchlist = new URLSearchParams(location.search).get("watchlist") ?? "";
    await Promise.all([feeds.load(), loadWatchlists()]);
    const [alertsAt, storiesAt] = await Promise.all([board.load(), stories.load()]);
    streams = [followAlerts(alertsAt), followStories(storiesAt)];
  } catch {
    connection("lost");
    setTimeout(start, RETRY);
  }
}

function followAlerts(position) {
  return follow("/api/v1/alerts/stream", position, {
    event: "alert",
    onEvent: (alert) => {
      board.rang(alert);
      if (alert.thread === detail.thread) showDetail(alert.thread);
    },
    onGap: () => board.load().catch(() => {}),
    onState: connection,
  });
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
  board.titles(new Map(watchlists.map((watchlist) => [watchlist.id, watchlist.title])));
  detail.rules(watchlists);
  $("watchlist").replaceChildren(
    el("option", { value: "" }, "All watchlists"),
    ...watchlists.map(({ id, title }) => el("option", { value: id, selected: id === board.watchlist }, title)),
  );
  board.emptySays(...advice());
}

/** What to do about an empty board. */
function advice() {
  if (watchlists.length === 0) {
    return [el("p", {}, "Nobody watches for anything yet."), el("p", {}, "Write a question and apply it: ", el("code", {}, "./tocsin watchlists apply question.yaml"))];
  }
  const watched = `${count(watchlists.length, "watchlist")} on ${count(feeds.size, "feed")}`;
  return [el("p", {}, "Quiet. Nothing has rung."), el("p", {}, `Watching with ${watched}; an alert shows here the moment it rings.`)];
}

function showDetail(thread) {
  detail.show(thread).catch(() => connection("lost"));
}

let announced = 0;

function tell({ waiting, rows }) {
  const by = (level) => rows.filter((alert) => alert.severity === level && alert.kind !== "EXPIRED").length;
  const words = ["critical", "high"].map((level) => by(level) && `${by(level)} ${level}`).filter(Boolean);
  tally([count(rows.length, "thread"), ...words].join(" · "));
  document.title = waiting ? `(${waiting}) Tocsin` : "Tocsin";
  if (waiting > announced) announce(`${count(waiting, "new alert")} waiting`);
  announced = waiting;
}

listen([
  ["j", "next alert", () => step(1)],
  ["k", "previous alert", () => step(-1)],
  ["ArrowDown", null, (event) => (event.target.closest(".board") ? step(1) : false)],
  ["ArrowUp", null, (event) => (event.target.closest(".board") ? step(-1) : false)],
  ["Enter", "open the alert: its timeline, evidence and articles", (event) => (event.target.closest("button, a, summary") ? false : board.openSelected())],
  ["Escape", "close it", () => (detail.thread ? detail.close() : board.select(null))],
  ["n", "show what is waiting", () => $("waiting").click()],
  ["g g", "to the top", () => board.top()],
]);

function step(by) {
  const alert = board.move(by);
  if (alert && detail.thread) showDetail(alert.thread);
}

$("watchlist").addEventListener("change", async (event) => {
  board.watchlist = event.target.value;
  const query = board.watchlist ? `?watchlist=${encodeURIComponent(board.watchlist)}` : location.pathname;
  history.replaceState(null, "", query);
  await board.load().catch(() => connection("lost"));
});
// A browser allows a server six streams over HTTP/1.1, in all tabs together: a hidden tab keeps one.
document.addEventListener("visibilitychange", () => {
  if (streams.length === 0) return;
  if (document.hidden) streams[1].at = streams[1].close();
  else {
    streams[1] = followStories(streams[1].at);
    loadWatchlists().catch(() => {});
  }
});

keepTimesTrue();
feeds.keep();
start();
