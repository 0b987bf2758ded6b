// One watchlist: its text and its clauses edit one tree, which the gateway reads and prints; beside it what the rule would have
// rung, its versions, what became of its alerts, and why it did not ring.

import { get, send } from "./api.js";
import { ask } from "./ask.js";
import { Chips } from "./chips.js";
import { el, shape, told } from "./dom.js";
import { save as saveFile, yaml } from "./exchange.js";
import { listen } from "./keys.js";
import { ledger } from "./ledger.js";
import { Preview } from "./preview.js";
import { RuleText } from "./ruletext.js";
import { notice, tally } from "./shell.js";
import { versions, words as changeWords } from "./versions.js";
import { headersOfWhy } from "./why.js";
import { whyNot } from "./whynot.js";

const PAUSE = 150; // ms without a key before the draft is read
const $ = (id) => document.getElementById(id);
const enc = encodeURIComponent;
const EMPTY = { id: "", title: "", owner: null, severity: "medium", when: "", within: "article", origins: 1, cooldown: "PT30M", quiet: null, budget: null, route: null, rate: null, state: "live" };
const WITHIN = ["sentence", "article", "story", "PT6H", "P1D", "P2D", "P7D"];

let saved = null; // the version in force; null for a new one
let etag = null;
let draft = { ...EMPTY };
let checked = null; // what the gateway made of the draft
let asked = 0;
let timer;
let text;
let chips;
let preview;

export async function editor(id) {
  if (text) return;
  if (id) {
    const answer = await send("GET", `/api/v1/watchlists/${enc(id)}`);
    saved = answer.body;
    etag = answer.etag;
    draft = { ...EMPTY, ...saved };
  }
  build();
  fill();
  await read();
  show(location.hash.slice(1) || "preview");
}

function build() {
  text = new RuleText({ changed: (when) => change({ when }) });
  chips = new Chips({ edited: editTree, hover: (node) => text.mark(node) });
  preview = new Preview({ draft: () => checked?.watchlist ?? null, saved: () => saved });
  $("watch").className = "editor";
  $("watch").replaceChildren(
    el("section", { class: "draft", "aria-label": "The rule" }, text.element, chips.element, fields(), bar()),
    el("section", { class: "beside", "aria-label": "What it does" }, tabs(), ...PANELS.map(([name]) => el("div", { id: `panel-${name}`, role: "tabpanel", "aria-labelledby": `tab-${name}`, hidden: true }))),
  );
  $("tools").append(...tools());
  $("watch-title").replaceChildren(el("a", { href: "/watchlists" }, "Watchlists"), " / ", el("span", { id: "crumb", dir: "auto" }));
  listen([
    ["e", "edit the rule", () => text.focus()],
    ["p", "preview", () => (show("preview"), preview.run()), "watchlists:preview"],
    ["s", "save", () => !$("save").disabled && askToSave(), "watchlists:write"],
    ["h", "its versions", () => show("versions")],
    ["w", "why it did not ring", () => show("why")],
    ["Escape", "back to the list", () => $("watch-title").querySelector("a").click()],
  ]);
  addEventListener("beforeunload", (event) => isChanged() && event.preventDefault());
}

/* The fields beside the rule */

const FIELDS = [
  ["title", "Title", {}],
  ["id", "Id", { pattern: "[A-Za-z0-9][A-Za-z0-9._\\-]*" }],
  ["owner", "Owner", {}],
  ["severity", "Severity", { choices: ["low", "medium", "high", "critical"] }],
  ["within", "All within", { choices: WITHIN }],
  ["origins", "Independent origins", { type: "number", min: 1, max: 100 }],
  ["cooldown", "Quiet after an alert", { placeholder: "PT30M" }],
  ["quiet", "Quiet hours", { placeholder: "22:00-06:00 Europe/Berlin" }],
  ["budget", "Alerts a day at most", { type: "number", min: 1, max: 10000, placeholder: "no limit" }],
  ["rate", "Only above its usual rate", { placeholder: "5x over P7D" }],
  ["route", "Also on news.alerts.…", {}],
  ["state", "State", { choices: ["live", "watching"] }],
];

function fields() {
  return el("div", { class: "fields" }, FIELDS.map(([name, label, options]) => field(name, label, options)));
}

function field(name, label, { choices, ...props }) {
  const on = { input: () => change({ [name]: value(name) }) };
  const input = choices ? el("select", { id: `f-${name}`, on }) : el("input", { id: `f-${name}`, autocomplete: "off", spellcheck: "false", ...props, "aria-describedby": `x-${name}`, on });
  if (name === "title") input.setAttribute("dir", "auto");
  if (choices) input.append(...choices.map((choice) => el("option", { value: choice }, WORDS[choice] ?? choice)));
  return el("div", { class: "field", id: `field-${name}` }, el("label", { for: `f-${name}` }, label), input, el("p", { class: "fault", id: `x-${name}` }));
}

const WORDS = { live: "live: it rings", watching: "watching: it only counts", sentence: "one sentence", article: "one article", story: "one story", PT6H: "6 hours", P1D: "1 day", P2D: "2 days", P7D: "7 days" };

function value(name) {
  const raw = $(`f-${name}`).value.trim();
  if (name === "origins" || name === "budget") return raw === "" ? (name === "origins" ? 1 : null) : Number(raw);
  return raw === "" ? (name === "title" || name === "cooldown" ? undefined : null) : raw;
}

/** Puts the draft into the form; what no choice names becomes one. */
function fill() {
  text.value = draft.when;
  for (const [name] of FIELDS) {
    const input = $(`f-${name}`);
    const has = draft[name] ?? "";
    if (input.tagName === "SELECT" && ![...input.options].some((option) => option.value === has)) input.append(el("option", { value: has }, has));
    input.value = has;
  }
  $("f-id").readOnly = saved !== null;
  $("crumb").textContent = saved ? saved.title : "new";
  document.title = `${saved ? saved.title : "New watchlist"} · Tocsin`;
  tally(saved ? `${saved.id}, version ${saved.version}` : "not saved yet");
}

/* One tree, two ways to change it */

function change(part) {
  draft = { ...draft, ...part };
  if ("title" in part && !saved && !$("f-id").dataset.own) suggestId();
  if ("id" in part) $("f-id").dataset.own = "";
  clearTimeout(timer);
  timer = setTimeout(read, PAUSE);
}

function suggestId() {
  const id = (draft.title ?? "").normalize("NFD").replace(/[^A-Za-z0-9]+/g, "-").replace(/^-+|-+$/g, "").toLowerCase().slice(0, 60);
  draft.id = id;
  $("f-id").value = id;
}

/** The clauses were changed: the gateway prints their tree, and that is the text from now on. */
async function editTree(tree) {
  if (tree === null) {
    text.value = "";
    change({ when: "" });
    return;
  }
  await check({ ...draft, tree });
}

function read() {
  return check(draft);
}

async function check(body) {
  clearTimeout(timer);
  const mine = ++asked;
  const answer = (await send("POST", "/api/v1/watchlists/check", body)).body;
  if (mine !== asked) return; // another was asked meanwhile
  checked = answer;
  if (body.tree) draft.when = text.value = answer.when;
  draw();
}

function draw() {
  const faults = new Map(checked.faults.map((fault) => [fault.field, fault]));
  for (const [name] of FIELDS) {
    const wrong = faults.get(name);
    // Nobody is told that an empty form is empty.
    const early = name === "id" && !saved && !draft.id;
    $(`x-${name}`).textContent = wrong && !early ? wrong.message : "";
    $(`f-${name}`).toggleAttribute("aria-invalid", Boolean(wrong && !early));
  }
  text.fault(checked.when === "" ? null : faults.get("when"), checked);
  text.warn(checked.warnings);
  chips.show(checked.tree, checked.when);
  preview.stale();
  const changed = isChanged();
  $("save").disabled = !checked.watchlist || !changed;
  $("unsaved").textContent = !changed ? "" : checked.watchlist ? "Not saved yet" : "Not saved: see what is marked";
}

function isChanged() {
  return saved ? differs(saved, draft) : draft.when !== "" || Boolean(draft.title);
}

function differs(one, other) {
  return FIELDS.some(([name]) => (one[name] ?? "") !== (other[name] ?? "")) || one.when !== other.when;
}

/* Saving */

function bar() {
  return el(
    "p",
    { class: "save-bar", "data-needs": "watchlists:write" },
    el("button", { type: "button", class: "act main", id: "save", disabled: true, on: { click: askToSave } }, "Save…"),
    el("span", { class: "aside", id: "unsaved", role: "status" }),
  );
}

function askToSave() {
  const why = el("input", { id: "why", required: true, maxlength: "300", autocomplete: "off" });
  const next = checked.watchlist;
  ask({
    title: saved ? `Save ${saved.title}` : `Save ${next.title}`,
    main: "Save",
    content: [
      saved ? el("div", { class: "changes" }, changeWords(saved, next)) : el("p", {}, next.state === "watching" ? "A new watchlist. It counts what it would ring, and rings nothing." : "A new watchlist. It rings from now on."),
      el("label", { class: "field" }, el("span", {}, "Why? It stands in the history"), why),
    ],
    done: () => store(next, why.value),
  });
}

async function store(next, why) {
  const before = saved;
  const { version, ...body } = next;
  const condition = etag ? { "If-Match": etag } : { "If-None-Match": "*" };
  try {
    const answer = await send("PUT", `/api/v1/watchlists/${enc(next.id)}`, withoutNulls(body), { ...condition, ...headersOfWhy(why) });
    settle(answer);
  } catch (problem) {
    if (problem.status === 412) problem.then = (dialog) => overtaken(dialog, next.id);
    throw problem;
  }
  notice(`Saved as version ${saved.version}.`, { undo: before && (() => back(before.version, `took back version ${saved.version}`)) });
}

function withoutNulls(body) {
  return Object.fromEntries(Object.entries(body).filter(([, has]) => has !== null && has !== undefined));
}

/** Somebody else saved it: both stay, and the reader says which. */
async function overtaken(dialog, id) {
  const theirs = await send("GET", `/api/v1/watchlists/${enc(id)}`).catch(() => null);
  if (!theirs) return;
  const choose = (label, act) => el("button", { type: "button", class: "act", on: { click: () => (act(), dialog.close()) } }, label);
  dialog.querySelector(".fault").after(
    el("div", { class: "changes" }, el("p", {}, `What version ${theirs.body.version} says, beside yours:`), changeWords(theirs.body, checked.watchlist)),
    el("p", { class: "buttons" }, choose("Take theirs", () => settle(theirs)), choose("Keep mine and save again", () => ((saved = theirs.body), (etag = theirs.etag), setTimeout(askToSave)))),
  );
}

function settle({ body, etag: tag }) {
  saved = body;
  etag = tag;
  draft = { ...EMPTY, ...saved };
  history.replaceState(null, "", `?id=${enc(saved.id)}${location.hash}`);
  fill();
  for (const tool of ["mute", "yaml-file", "delete"]) $(tool).hidden = false;
  read();
  show(shown);
}

async function back(version, why) {
  try {
    settle(await send("POST", `/api/v1/watchlists/${enc(saved.id)}/rollback`, { version }, { "If-Match": etag, ...headersOfWhy(why) }));
    notice(`Version ${saved.version} says again what version ${version} said.`);
  } catch (problem) {
    notice(problem.message, { failed: true });
  }
}

/* What stands in the heading */

function tools() {
  const id = () => enc(saved.id);
  return [
    el("button", { type: "button", class: "act", id: "mute", "data-needs": "alerts:write", hidden: !saved, on: { click: askToMute } }, shape("muted"), "Mute"),
    el("button", { type: "button", class: "act", id: "yaml-file", hidden: !saved, on: { click: async () => saveFile(await yaml(`/api/v1/watchlists/${id()}`), `${saved.id}.yaml`) } }, "YAML"),
    el("button", { type: "button", class: "act", id: "delete", "data-needs": "watchlists:write", hidden: !saved, on: { click: askToDelete } }, "Delete…"),
  ];
}

function askToMute() {
  const span = el("select", { id: "span" }, [["PT1H", "an hour"], ["PT8H", "8 hours"], ["P1D", "a day"], ["P7D", "a week"]].map(([value, word]) => el("option", { value }, word)));
  const reason = el("input", { id: "reason", maxlength: "300" });
  ask({
    title: `Mute ${saved.title}`,
    main: "Mute",
    content: [el("label", { class: "field" }, el("span", {}, "For"), span), el("label", { class: "field" }, el("span", {}, "Why"), reason)],
    async done() {
      const { body } = await send("POST", "/api/v1/mutes", { watchlist: saved.id, for: span.value, ...(reason.value && { reason: reason.value }) });
      const undo = () => send("DELETE", `/api/v1/mutes/${enc(body.id)}`).then(() => notice("It rings again."), (problem) => notice(problem.message, { failed: true }));
      notice(`Muted for ${span.selectedOptions[0].textContent}.`, { undo });
    },
  });
}

function askToDelete() {
  const why = el("input", { id: "why", required: true, maxlength: "300" });
  ask({
    title: `Delete ${saved.title}?`,
    main: "Delete it",
    content: [el("p", {}, "Its threads stop. Its history stays, and any version of it can be saved again."), el("label", { class: "field" }, el("span", {}, "Why? It stands in the history"), why)],
    async done() {
      await send("DELETE", `/api/v1/watchlists/${enc(saved.id)}`, undefined, { "If-Match": etag, ...headersOfWhy(why.value) });
      draft = { ...EMPTY, ...saved };
      location.href = "/watchlists";
    },
  });
}

/* What stands beside the rule */

const PANELS = [
  ["preview", "Preview", (panel) => preview.into(panel)],
  ["why", "Why not", (panel) => saved && whyNot(panel, saved)],
  ["versions", "Versions", (panel) => saved && versions(panel, saved, back)],
  ["ledger", "Record", (panel) => saved && ledger(panel, saved)],
];
let shown = "preview";

function tabs() {
  const list = el("div", { role: "tablist", class: "tabs", "aria-label": "What it does" });
  list.append(
    ...PANELS.map(([name, label]) =>
      el("button", { type: "button", role: "tab", id: `tab-${name}`, "aria-controls": `panel-${name}`, "aria-selected": "false", tabindex: "-1", on: { click: () => show(name), keydown: (event) => arrow(event, name) } }, label),
    ),
  );
  return list;
}

function arrow(event, name) {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!by) return;
  const next = PANELS[(PANELS.findIndex(([each]) => each === name) + by + PANELS.length) % PANELS.length][0];
  show(next);
  $(`tab-${next}`).focus();
}

async function show(wanted) {
  const panel = PANELS.find(([name]) => name === wanted) ?? PANELS[0];
  shown = panel[0];
  for (const [name] of PANELS) {
    $(`panel-${name}`).hidden = name !== shown;
    $(`tab-${name}`).setAttribute("aria-selected", String(name === shown));
    $(`tab-${name}`).tabIndex = name === shown ? 0 : -1;
  }
  history.replaceState(null, "", `${location.search}${shown === "preview" ? "" : `#${shown}`}`);
  const box = $(`panel-${shown}`);
  if (!saved && shown !== "preview") box.replaceChildren(el("p", { class: "empty" }, "It is not saved yet."));
  else await Promise.resolve(panel[2](box)).catch((problem) => box.replaceChildren(told("p", problem.message, { class: "fault" })));
}
