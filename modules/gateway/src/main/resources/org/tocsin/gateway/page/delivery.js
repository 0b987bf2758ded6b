// Who is told of alerts, how it goes, and adding somebody.

import { get, send } from "./api.js";
import { count, el } from "./dom.js";
import { listen } from "./keys.js";
import { Secret } from "./secret.js";
import { connection, lost, notice, takeFirst, tally } from "./shell.js";
import { Row } from "./subscriber.js";
import { keepTimesTrue } from "./time.js";

const EVERY = 5_000;
const ADDRESSES = {
  webhook: "URL that alerts are posted to",
  slack: "URL of an incoming webhook of Slack",
  teams: "URL of a workflow of Teams",
  email: "Addresses, with commas",
};
const $ = (id) => document.getElementById(id);
const rows = new Map();
const secret = new Secret();
const desk = { reload: load, reveal: (words) => secret.show(words) };

async function load() {
  try {
    const { subscribers } = await get("/api/v1/subscribers");
    connection("live", "Up to date");
    draw(subscribers);
  } catch (problem) {
    lost(problem);
  }
}

function draw(subscribers) {
  const failed = subscribers.filter(({ health }) => health.failed > 0).length;
  tally([count(subscribers.length, "subscriber"), failed && `${failed} with failures`].filter(Boolean).join(" · "));
  $("nobody").hidden = subscribers.length > 0;
  const opened = takeFirst($("subscribers"));
  const here = new Set(subscribers.map(({ id }) => id));
  for (const [id, row] of rows) {
    if (!here.has(id)) {
      row.element.remove();
      rows.delete(id);
    }
  }
  for (const subscriber of subscribers) {
    if (!rows.has(subscriber.id)) {
      rows.set(subscriber.id, new Row(desk));
      $("subscribers").append(rows.get(subscriber.id).element);
    }
    rows.get(subscriber.id).show(subscriber);
  }
  for (const id of opened) rows.get(id)?.open();
}

async function open(isOpen) {
  $("form").hidden = !isOpen;
  $("add").setAttribute("aria-expanded", isOpen);
  if (!isOpen) return $("add").focus();
  $("title").focus();
  const { watchlists } = await get("/api/v1/watchlists");
  $("watchlists").replaceChildren(...watchlists.map(({ id, title }) => el("label", {}, el("input", { type: "checkbox", value: id }), el("span", { dir: "auto" }, title))));
}

function digest() {
  const chosen = $("digest").value;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return chosen === "at" ? `${$("hour").value} ${zone}` : chosen || null;
}

async function add(event) {
  event.preventDefault();
  for (const fault of $("form").querySelectorAll(".fault")) fault.textContent = "";
  const watchlists = [...$("watchlists").querySelectorAll(":checked")].map(({ value }) => value);
  try {
    const { body } = await send("POST", "/api/v1/subscribers", {
      kind: $("kind").value,
      title: $("title").value,
      address: $("address").value,
      severity: $("severity").value,
      digest: digest(),
      watchlists,
    });
    $("form").reset();
    follow();
    open(false);
    notice(`${body.subscriber.title} is told from now on`);
    if (body.secret) secret.show(body.secret);
    setTimeout(load, 700);
  } catch (problem) {
    refused(problem);
  }
}

/** Each fault at its field; the first takes the focus. */
function refused(problem) {
  const faults = problem.errors ?? [];
  if (!faults.length) $("form-fault").textContent = problem.message;
  for (const { pointer = "", message } of faults) {
    const name = pointer.split("/")[1];
    ($(`${name}-fault`) ?? $("form-fault")).textContent = message;
  }
  $(faults[0]?.pointer?.split("/")[1] === "address" ? "address" : "title").focus();
}

/** What the form asks for depends on what it was told. */
function follow() {
  $("address-label").textContent = ADDRESSES[$("kind").value];
  $("hour-field").hidden = $("digest").value !== "at";
}

$("add").addEventListener("click", () => open($("form").hidden));
$("cancel").addEventListener("click", () => open(false));
$("form").addEventListener("submit", add);
$("form").addEventListener("change", follow);
listen([["n", "add a subscriber", () => open(true), "deliveries:write"]]);
keepTimesTrue();
load();
setInterval(() => document.hidden || load(), EVERY);
