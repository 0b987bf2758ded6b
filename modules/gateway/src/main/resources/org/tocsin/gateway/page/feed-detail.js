// What stands behind a feed: what its visits came to, how it is asked, and its settings.

import { get, send } from "./api.js";
import { count, el, told } from "./dom.js";
import { overtaken } from "./overtaken.js";
import { notice } from "./shell.js";
import { duration, stamp, when } from "./time.js";

const TEXTS = [
  ["title", "Name"],
  ["source", "Source, where its items do not say"],
  ["language", "Language, such as en or pt-BR"],
  ["interval", "Pause between visits, such as PT5M"],
];
const FLAGS = [
  ["enabled", "read it"],
  ["pages", "fetch pages of items without text"],
  ["robots", "obey robots.txt"],
];

const NAMES = { url: "Address", ...Object.fromEntries([...TEXTS, ...FLAGS].map(([name, words]) => [name, words.split(",")[0]])) };

/** Fills `into`; `changed` is called when the feed was changed or removed. */
export async function behind(id, into, changed) {
  try {
    const [{ feed, report, visits }, { etag }] = await Promise.all([get(`/api/v1/feeds/${id}/report`), send("GET", `/api/v1/feeds/${id}`)]);
    into.replaceChildren(el("div", { class: "behind" }, visited(report, visits), settings(feed, etag, changed)));
  } catch (problem) {
    into.replaceChildren(el("p", { class: "fault" }, problem.message));
  }
}

function visited(report, visits) {
  const facts = report
    ? [
        ["last visit", outcome(report)],
        ["first read", report.firstFetched ? stamp(report.firstFetched) : "never yet"],
        ["in a row", report.failures ? count(report.failures, "failure") : null],
        ["failing since", report.failingSince && stamp(report.failingSince)],
        ["asked every", report.rhythm.interval && duration(report.rhythm.interval)],
        ["tells every", report.rhythm.gap && duration(report.rhythm.gap)],
        ["longest silence", report.quiet && duration(report.quiet)],
        ["moved to", report.moved?.url],
        ["hub", report.push && `${report.push.hub} (${report.push.state})`],
        ["names as source", report.sources.join(", ")],
      ]
    : [["last visit", "never yet"]];
  return el(
    "div",
    {},
    el("h3", {}, "Visits"),
    visits.length > 0 && el("ol", { class: "visits", "aria-label": `The last ${count(visits.length, "visit")}` }, ...visits.map(visit)),
    el("dl", {}, ...facts.filter(([, value]) => value).map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", { dir: "auto" }, value)))),
  );
}

function outcome({ outcome, reason, status, newItems, items, fetched }) {
  const words = outcome === "failed" ? reason : outcome === "unchanged" ? "nothing new" : `${newItems} new of ${count(items, "item")}`;
  return el("span", {}, when(fetched), `: ${words}${status ? ` (HTTP ${status})` : ""}`);
}

function visit({ time, outcome, cause, newItems }) {
  const words = outcome === "failed" ? `failed: ${(cause ?? "").toLowerCase()}` : outcome === "unchanged" ? "nothing new" : `${newItems} new`;
  const at = new Date(time).toLocaleString();
  return el("li", { "data-outcome": outcome, title: `${at}: ${words}` }, el("span", { class: "unseen" }, `${at}: ${words}`));
}

function settings(feed, etag, changed) {
  const inputs = new Map();
  const input = (name, props) => {
    inputs.set(name, el("input", { name, ...props }));
    return inputs.get(name);
  };
  const trouble = el("div", { class: "trouble" });
  const form = el(
    "form",
    { on: { submit: (event) => (event.preventDefault(), save(edit)) } },
    el("label", { class: "field wide-field" }, el("span", {}, "Address"), input("url", { value: feed.url, autocomplete: "off", spellcheck: "false" })),
    ...TEXTS.map(([name, words]) => el("label", { class: "field" }, el("span", {}, words), input(name, { value: feed[name] ?? "", autocomplete: "off" }))),
    el("div", { class: "flags" }, ...FLAGS.map(([name, words]) => el("label", {}, input(name, { type: "checkbox", checked: feed[name] }), " " + words))),
    el("div", { class: "buttons", "data-needs": "feeds:write" }, el("button", { class: "act main" }, "Save"), el("button", { type: "button", class: "act", on: { click: () => remove(feed, etag, trouble, changed) } }, "Remove")),
    trouble,
  );
  const box = el("div", {}, el("h3", {}, "Settings"), form);
  // What the form was filled from, and so what a save of it changes.
  const edit = { feed, etag, mine: () => read(inputs), trouble, changed, refill: (now) => box.replaceWith(settings(now.body, now.etag, changed)) };
  return box;
}

function read(inputs) {
  const edit = { url: inputs.get("url").value.trim() };
  for (const [name] of TEXTS) edit[name] = inputs.get(name).value.trim() || null;
  for (const [name] of FLAGS) edit[name] = inputs.get(name).checked;
  return edit;
}

async function save(edit) {
  const { feed, etag, mine, trouble, changed } = edit;
  trouble.replaceChildren();
  try {
    const { body, etag: now } = await send("PUT", path(feed), mine(), { "If-Match": etag });
    notice(`${body.title ?? body.url} is saved`, { undo: () => back(feed, now, changed) });
    changed();
  } catch (problem) {
    if (problem.status === 412) await meet(edit);
    else trouble.replaceChildren(fault(problem.message));
  }
}

/** Somebody else saved it meanwhile. What is saved from now on is saved over what is shown of theirs. */
async function meet(edit) {
  const theirs = await send("GET", path(edit.feed)).catch(() => null);
  if (theirs) Object.assign(edit, { feed: theirs.body, etag: theirs.etag });
  edit.trouble.replaceChildren(
    overtaken({
      theirs: theirs && edited(theirs.body),
      mine: edit.mine(),
      names: NAMES,
      take: () => (theirs ? edit.refill(theirs) : edit.changed()),
      keep: () => (theirs ? save(edit) : restore(edit.mine(), edit.changed)),
    }),
  );
}

function fault(words) {
  return el("p", { class: "fault", role: "alert" }, words);
}

function path({ id }) {
  return `/api/v1/feeds/${id}`;
}

function edited({ url, title, source, language, interval, enabled, pages, robots }) {
  return { url, title, source, language, interval, enabled, pages, robots };
}

/** Takes back the reader's own change, and nobody's who came after. */
async function back(feed, etag, changed) {
  await send("PUT", path(feed), edited(feed), { "If-Match": etag }).catch(notDone);
  changed();
}

async function remove(feed, etag, trouble, changed) {
  try {
    await send("DELETE", path(feed), undefined, { "If-Match": etag });
    notice(`${feed.title ?? feed.url} is removed; what it told stays`, { undo: () => restore(edited(feed), changed) });
    changed();
  } catch (problem) {
    trouble.replaceChildren(fault(problem.status === 412 ? "Somebody else changed it meanwhile. Close and open it to see how, and then remove it." : problem.message));
  }
}

async function restore(feed, changed) {
  await send("POST", "/api/v1/feeds", feed).catch(notDone);
  changed();
}

function notDone(problem) {
  notice(problem.status === 412 ? "Not taken back: somebody else changed it since." : problem.message, { failed: true });
}
