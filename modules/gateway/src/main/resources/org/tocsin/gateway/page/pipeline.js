// How the stages stand, how far each is behind, and how long news takes; below, what could not be processed.

import { get } from "./api.js";
import { count, el, shape } from "./dom.js";
import { listen } from "./keys.js";
import { Letters } from "./letters.js";
import { connection, may, tally } from "./shell.js";
import { duration, keepTimesTrue, seconds, since } from "./time.js";

const EVERY = 5_000;
const KEPT = 120; // points of a spark: ten minutes
const SLOW = 60; // seconds behind from which it is marked
const WORDS = { RUNNING: "Running", REBALANCING: "Rebalancing", STOPPED: "Nobody runs it" };
const SHAPES = { RUNNING: "live", REBALANCING: "stale", STOPPED: "dark" };
const DOES = {
  ingest: "reads the feeds",
  dedupe: "finds repeats, copies and stories",
  tag: "finds actors and events",
  watch: "asks the watchlists",
  deliver: "sends alerts to subscribers",
};
const LEGS = {
  whole: "From publication to the alert",
  reading: "From publication until the feed was read",
  tagging: "From reading until it was tagged",
  ringing: "From reading to the alert",
};
const $ = (id) => document.getElementById(id);
const drawn = new Map();
const letters = new Letters();

async function load() {
  // The dead letters are for everybody, the inside of the pipeline is not.
  if (!may("system:read")) return connection("live", "Dead letters; operators see the stages as well");
  try {
    const now = await get("/api/v1/pipeline");
    connection(now.gateway.ready ? "live" : "connecting", now.gateway.ready ? "Up to date" : now.gateway.detail);
    draw(now);
  } catch {
    connection("lost");
  }
}

function draw(now) {
  const stopped = now.stages.filter((stage) => stage.state === "STOPPED").length;
  const lag = now.stages.reduce((sum, stage) => sum + (stage.lag ?? 0), 0);
  tally([count(now.stages.length, "stage"), stopped && `${stopped} stopped`, `${count(lag, "record")} waiting`, `${count(now.feeds.overdue, "feed")} overdue`].filter(Boolean).join(" · "));
  $("looked").textContent = `looked ${since(now.at)}`;
  $("trouble").textContent = now.trouble ?? "";
  for (const stage of now.stages) {
    if (!drawn.has(stage.stage)) {
      drawn.set(stage.stage, new Row(stage));
      $("stages").append(drawn.get(stage.stage).element);
    }
    drawn.get(stage.stage).show(stage, now.feeds);
  }
  delays(now);
}

/** A stage. It is built once and only its words change: nobody's open list shuts while numbers move. */
class Row {
  #state = el("p", { class: "state" });
  #numbers = Object.fromEntries(["behind", "lag", "arriving", "done"].map((name) => [name, el("dd")]));
  #spark = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  #summary = el("summary");
  #partitions = el("tbody");
  #feeds = el("p", { class: "feeds-told" });
  #facts;
  #lags = [];

  constructor({ stage }) {
    const { behind, lag, arriving, done } = this.#numbers;
    const fact = (word, value) => el("div", {}, el("dt", {}, word), value);
    this.#spark.setAttribute("class", "spark");
    this.#spark.setAttribute("viewBox", `0 0 ${KEPT} 20`);
    this.#spark.setAttribute("preserveAspectRatio", "none");
    this.#spark.setAttribute("role", "img");
    const head = ["Topic", "Partition", "Lag", "Behind", "Held by"].map((word, n) => el("th", { scope: "col", class: n > 0 && n < 4 && "number" }, word));
    this.element = el(
      "li",
      {},
      el(
        "div",
        { class: "stage" },
        el("div", {}, el("h2", {}, stage), DOES[stage] && el("p", { class: "aside" }, DOES[stage])),
        this.#state,
        (this.#facts = el("dl", {}, fact("behind", behind), fact("records waiting", lag), fact("in, a second", arriving), fact("done, a second", done))),
        this.#spark,
        this.#feeds,
      ),
      el("details", {}, this.#summary, el("table", { class: "sheet" }, el("thead", {}, el("tr", {}, ...head)), this.#partitions)),
    );
  }

  show(stage, feeds) {
    if (this.#state.dataset.state !== stage.state) {
      this.#state.dataset.state = stage.state;
      this.#state.replaceChildren(shape(SHAPES[stage.state]), el("span", {}, WORDS[stage.state]));
    }
    // Whoever reads feeds commits nothing: how it does is told by them.
    const reads = stage.stage === "ingest";
    this.#facts.hidden = reads;
    this.#feeds.hidden = !reads;
    if (reads) this.#feeds.replaceChildren(el("a", { href: "/feeds" }, feedWords(feeds)));
    const { behind, lag, arriving, done } = this.#numbers;
    set(behind, behindWords(stage.behind));
    behind.toggleAttribute("data-slow", seconds(stage.behind?.time ?? "PT0S") >= SLOW);
    set(lag, stage.lag ?? "–");
    set(arriving, rate(stage.arriving));
    set(done, rate(stage.done));
    const threads = stage.instances.map(({ id, host, partitions }) => `${id} on ${host} (${partitions})`);
    set(this.#summary, `${count(stage.partitions.length, "partition")}, ${threads.length ? "run by " + threads.join(", ") : "run by nobody"}`);
    this.#partitions.replaceChildren(...stage.partitions.map(partition));
    this.#trace(stage);
  }

  #trace({ lag, stage }) {
    this.#spark.toggleAttribute("hidden", lag == null);
    this.#lags = [...this.#lags, lag ?? 0].slice(-KEPT);
    const most = Math.max(...this.#lags, 1);
    const line = document.createElementNS("http://www.w3.org/2000/svg", "polyline");
    line.setAttribute("points", this.#lags.map((value, n) => `${KEPT - this.#lags.length + n},${20 - (value / most) * 20}`).join(" "));
    this.#spark.setAttribute("aria-label", `${stage}: at most ${count(most, "record")} waited since this page was opened`);
    this.#spark.replaceChildren(line);
  }
}

function feedWords({ states, overdue }) {
  const order = ["live", "stale", "dark", "blocked", "unread", "off"];
  const words = order.filter((state) => states[state]).map((state) => `${states[state]} ${state}`);
  return words.length ? `Feeds: ${words.join(", ")}; ${overdue} overdue` : "No feeds yet";
}

function partition({ topic, partition, lag, behind, instance }) {
  return el(
    "tr",
    {},
    el("td", {}, topic),
    el("td", { class: "number" }, String(partition)),
    el("td", { class: "number" }, String(lag ?? "–")),
    el("td", { class: "number" }, behindWords(behind)),
    el("td", {}, instance ?? "nobody"),
  );
}

function behindWords(behind) {
  if (!behind) return "–";
  const words = seconds(behind.time) < 1 ? "not" : duration(behind.time);
  return behind.orMore ? `${words} or more` : words;
}

function rate(value) {
  return value == null ? "–" : value >= 10 ? String(Math.round(value)) : value.toFixed(1);
}

function delays({ delays, speed }) {
  $("replay").hidden = speed < 1.5;
  set($("replay"), `This news is a replay, ${Math.round(speed)} times as fast as it was. What the pipeline takes is told in real time.`);
  $("delays").replaceChildren(...Object.entries(LEGS).map(([leg, words]) => way(words, delays[leg])));
}

function way(words, spread) {
  const cells = spread ? [spread.median, spread.ninety, spread.ninetyNine].map(took) : ["–", "–", "–"];
  return el(
    "tr",
    {},
    el("th", { scope: "row" }, words),
    ...cells.map((cell) => el("td", { class: "number" }, cell)),
    el("td", { class: "number" }, String(spread?.count ?? 0)),
    el("td", {}, spread ? bars(spread.bars) : el("span", { class: "aside" }, "nothing came since this gateway started")),
  );
}

function took(iso) {
  const s = seconds(iso);
  return s < 10 ? `${s.toFixed(1)} s` : duration(iso);
}

function bars(list) {
  const most = Math.max(...list.map((bar) => bar.count), 1);
  const named = list.map((bar, n) => `${bar.below ? "under " + duration(bar.below) : "over " + duration(list[n - 1].below)}: ${bar.count}`);
  return el(
    "span",
    { class: "bars", role: "img", "aria-label": named.filter((_, n) => list[n].count).join(", ") },
    ...list.map((bar, n) => el("span", { class: `s${Math.ceil((10 * bar.count) / most)}`, title: named[n], "data-most": bar.count === most })),
  );
}

function set(node, text) {
  const words = String(text);
  if (node.textContent !== words) node.textContent = words;
}

listen([["r", "put the dead letters in view up to date", () => letters.load()]]);
setInterval(() => document.hidden || (load(), letters.refresh()), EVERY);
keepTimesTrue();
load();
letters.load();
