// Who is meant by a name, and what analysts add to the shipped lexicon. Both are drawn by the gateway (LexiconParts).

import { get } from "./api.js";
import { listen } from "./keys.js";
import { Addition } from "./addition.js";
import { renew } from "./parts.js";
import { connection, lost, notice } from "./shell.js";
import { keepTimesTrue } from "./time.js";

const EVERY = 15_000;
const SOON = [400, 1500, 4000]; // ms after a change: lists follow what was saved a moment later
const $ = (id) => document.getElementById(id);
const addition = new Addition(() => SOON.forEach((wait) => setTimeout(load, wait)));

async function load() {
  try {
    await renew();
    connection("live", "Up to date");
  } catch (problem) {
    lost(problem);
  }
}

async function look(name) {
  history.replaceState(null, "", name ? `?name=${encodeURIComponent(name)}` : location.pathname);
  await load();
}

async function change(actor) {
  try {
    await addition.open(await get(`/api/v1/lexicon/${encodeURIComponent(actor)}`));
  } catch (problem) {
    notice(problem.message, { failed: true });
  }
}

$("ask").addEventListener("submit", (event) => {
  event.preventDefault();
  look($("name").value.trim());
});
$("new").addEventListener("click", () => addition.open(null, ""));
$("desk").addEventListener("click", ({ target }) => {
  const { actor, new: name } = target.closest("[data-actor], [data-new]")?.dataset ?? {};
  if (actor) change(actor);
  else if (name) addition.open(null, name);
});
listen([
  ["/", "look up a name", () => $("name").focus()],
  ["a", "add an actor", () => addition.open(null, ""), "lexicon:write"],
]);
keepTimesTrue();
load();
setInterval(() => document.hidden || load(), EVERY);
