// Feeds from elsewhere: found by any page of their site, or listed in a file of another reader.

import { get, send } from "./api.js";
import { count, el, told } from "./dom.js";
import { notice } from "./shell.js";

const LONGEST_TITLE = 500;
const $ = (id) => document.getElementById(id);

/** Binds both panels; `changed` is called when feeds were added or taken back. */
export function adding(changed) {
  panel("open-add", "add", "address");
  panel("open-opml", "opml", "list");
  $("look").addEventListener("submit", (event) => {
    event.preventDefault();
    look(changed);
  });
  $("list").addEventListener("change", () => bringIn(changed));
}

function panel(button, id, first) {
  $(button).addEventListener("click", () => {
    const open = $(id).hidden;
    $(id).hidden = !open;
    $(button).setAttribute("aria-expanded", open);
    if (open && $(first).checkVisibility()) $(first).focus();
  });
}

async function look(changed) {
  const url = $("address").value.trim();
  $("add-fault").textContent = "";
  if (!url) return;
  $("candidates").replaceChildren(el("p", { class: "aside" }, "Looking. Slow sites take up to half a minute …"));
  try {
    const { body } = await send("POST", "/api/v1/feeds/discover", { url });
    const feeds = body.feeds.map((feed) => candidate(feed, changed));
    $("candidates").replaceChildren(...(feeds.length ? [el("ul", { class: "candidates" }, ...feeds)] : [nothing(body, changed)]));
  } catch (problem) {
    $("candidates").replaceChildren();
    $("add-fault").textContent = problem.message;
  }
}

function candidate(feed, changed) {
  const button = el("button", { type: "button", class: "act main", on: { click: () => add(feed, button, changed) } }, "Add");
  return el(
    "li",
    {},
    el(
      "div",
      {},
      told("h3", feed.title || feed.url),
      el("p", { class: "address" }, `${feed.url} · ${count(feed.items, "item")}`),
      ...feed.latest.map((title) => told("p", title, { class: "latest" })),
    ),
    feed.known ? el("p", { class: "aside" }, "is read already") : button,
  );
}

function nothing({ url, reason, unanswered }, changed) {
  const button = el("button", { type: "button", class: "act", on: { click: () => add({ url }, button, changed) } }, "Add it all the same");
  return el("div", { class: "candidates" }, told("p", `No feed at ${url}: ${reason}. `), el("p", { class: "aside" }, unanswered ? "It may answer later; the ingestor would go on trying. " : ""), button);
}

async function add({ url, title }, button, changed) {
  button.disabled = true;
  try {
    const { body } = await send("POST", "/api/v1/feeds", title ? { url, title: title.slice(0, LONGEST_TITLE) } : { url });
    button.textContent = "Added";
    notice(`${body.title ?? body.url} is read from now on`, { undo: () => takeBack(body.id, changed) });
    changed();
  } catch (problem) {
    button.disabled = false;
    $("add-fault").textContent = problem.message;
  }
}

async function takeBack(id, changed) {
  await send("DELETE", `/api/v1/feeds/${id}`).catch((problem) => notice(problem.message, { failed: true }));
  changed();
}

/** The bytes as they are: the file itself says how it is encoded. */
async function bringIn(changed) {
  const file = $("list").files[0];
  if (!file) return;
  $("opml-fault").textContent = "";
  $("imported").replaceChildren(el("p", { class: "aside" }, "Reading …"));
  const response = await fetch("/api/v1/feeds/opml", { method: "POST", headers: { "Content-Type": "text/x-opml" }, body: file });
  const said = await response.json();
  $("list").value = "";
  if (!response.ok) {
    const at = said.errors?.[0];
    $("imported").replaceChildren();
    $("opml-fault").textContent = at?.line ? `${file.name}, line ${at.line}, column ${at.column}: ${at.message}` : said.detail;
    return;
  }
  $("imported").replaceChildren(
    el("p", { class: "imported" }, `${count(said.listed, "feed")} in the list, ${said.feeds.length} of them new.`),
    ...(said.leftOut.length ? [el("ul", { class: "imported" }, ...said.leftOut.map((out) => told("li", `Line ${out.line}: ${out.reason}`)))] : []),
  );
  changed();
}

/** Sources that a rule names and no live feed tells. */
export async function gaps() {
  const { gaps } = await get("/api/v1/feeds/gaps");
  $("gaps").hidden = gaps.length === 0;
  $("gap-list").replaceChildren(...gaps.map(gap));
}

function gap({ watchlist, source, feeds }) {
  const why = feeds.length ? feeds.map((feed) => `${feed.title ?? feed.url} is ${feed.state === "UNREAD" ? "not read yet" : feed.state.toLowerCase()}`).join(", ") : "no feed tells it";
  return el("li", {}, el("code", {}, `source:${source}`), ", asked for by ", el("a", { href: `/?watchlist=${encodeURIComponent(watchlist)}` }, watchlist), `: ${why}`);
}
