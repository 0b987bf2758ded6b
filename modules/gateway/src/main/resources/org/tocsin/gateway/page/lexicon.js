// Who is meant by a name, and what analysts add to the shipped lexicon.

import { get } from "./api.js";
import { count, el, told } from "./dom.js";
import { listen } from "./keys.js";
import { Addition } from "./addition.js";
import { connection, may, tally } from "./shell.js";
import { keepTimesTrue, when } from "./time.js";

const NAMES = 14; // of an actor, before the rest are folded
const EVERY = 15_000;
const SOON = [400, 1500, 4000]; // ms after a change: lists follow what was saved a moment later
const $ = (id) => document.getElementById(id);
const addition = new Addition(() => SOON.forEach((wait) => setTimeout(additions, wait)));
let drawn = "";

async function look(name) {
  $("name").value = name;
  history.replaceState(null, "", name ? `?name=${encodeURIComponent(name)}` : location.pathname);
  if (!name) return $("found").replaceChildren();
  const { actors, suggestions } = await get(`/api/v1/lexicon?name=${encodeURIComponent(name)}`);
  $("found").replaceChildren(...(actors.length ? [ambiguity(name, actors), ...actors.map(actor)] : nobody(name, suggestions)));
}

function ambiguity(name, actors) {
  if (actors.length === 1) return el("p", { class: "unseen" }, "1 actor");
  return el("p", { class: "aside" }, `${count(actors.length, "actor")} bear the name `, el("bdi", {}, name), "; taggers choose by the words around it, and take the first where nothing tells.");
}

function missed(problem) {
  $("found").replaceChildren(el("p", { class: "fault" }, problem.message));
}

function nobody(name, suggestions) {
  const near = suggestions.map((each) => el("button", { type: "button", class: "suggestion", on: { click: () => look(each) } }, el("bdi", {}, each)));
  return [
    el("p", {}, "Nobody is called ", el("bdi", {}, name), ". ", ...(near.length ? ["Did you mean ", ...near.flatMap((each, n) => [n ? ", " : "", each]), "? "] : [])),
    el("p", { "data-needs": "lexicon:write" }, el("button", { type: "button", class: "act", on: { click: () => addition.open(null, name) } }, "Add an actor of that name")),
  ];
}

function actor(found) {
  const { id, name, type, wikidata, country, names } = found;
  const shown = names.filter((each) => each !== name);
  // The dots stand outside: names run either way.
  const list = (some) => some.flatMap((each, n) => [n ? " · " : "", el("bdi", {}, each)]);
  return el(
    "article",
    { class: "actor" },
    el(
      "div",
      { class: "line" },
      told("h3", name),
      el("code", {}, id),
      el("span", { class: "aside" }, [type, country && `of ${country}`].filter(Boolean).join(" ")),
      wikidata && el("a", { class: "aside", href: `https://www.wikidata.org/wiki/${wikidata}`, rel: "noreferrer" }, wikidata),
      el("button", { type: "button", class: "act", "data-needs": "lexicon:write", "aria-label": `Add names to ${name}`, on: { click: () => addition.open(found) } }, "Add names"),
    ),
    shown.length > 0 && el("p", { class: "names" }, ...list(shown.slice(0, NAMES))),
    shown.length > NAMES && el("details", {}, el("summary", {}, `${shown.length - NAMES} more`), el("p", { class: "names" }, ...list(shown.slice(NAMES)))),
  );
}

async function additions() {
  try {
    const { additions } = await get("/api/v1/lexicon/additions");
    connection("live", "Up to date");
    tally(count(additions.length, "addition"));
    // Nothing is drawn anew that did not change: a reader may stand on a name.
    const now = JSON.stringify(additions);
    if (now === drawn) return;
    drawn = now;
    const latest = [...additions].sort((a, b) => b.time.localeCompare(a.time));
    $("additions").replaceChildren(...(latest.length ? latest.map(added) : [el("li", { class: "aside" }, "Nothing yet. What is added here counts from the next article on.")]));
  } catch {
    connection("lost");
  }
}

function added(entry) {
  return el(
    "li",
    {},
    may("lexicon:write") ? el("button", { type: "button", on: { click: () => addition.open(entry) } }, el("bdi", {}, entry.name)) : el("bdi", {}, entry.name),
    el("code", {}, entry.id),
    el("span", { class: "aside" }, count(entry.names.length, "further name"), entry.by ? ` by ${entry.by} ` : " ", when(entry.time)),
  );
}

$("ask").addEventListener("submit", (event) => {
  event.preventDefault();
  look($("name").value.trim()).catch(missed);
});
$("new").addEventListener("click", () => addition.open(null, ""));
listen([
  ["/", "look up a name", () => $("name").focus()],
  ["a", "add an actor", () => addition.open(null, ""), "lexicon:write"],
]);
keepTimesTrue();
additions();
setInterval(() => document.hidden || additions(), EVERY);
const asked = new URLSearchParams(location.search).get("name");
if (asked) look(asked).catch(missed);
