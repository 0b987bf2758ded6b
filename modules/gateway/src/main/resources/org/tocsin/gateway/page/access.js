// Tokens and sessions, one's own or everybody's, and below them who changed what.

import { get, send } from "./api.js";
import { Audit } from "./audit.js";
import { count, el, told } from "./dom.js";
import { listen } from "./keys.js";
import { Secret } from "./secret.js";
import { connection, may, notice, tally } from "./shell.js";
import { sureButton } from "./sure.js";
import { keepTimesTrue, stamp } from "./time.js";

const EVERY = 15_000;
const FIELDS = ["name", "perMinute", "scopes"];
const $ = (id) => document.getElementById(id);
const audit = may("audit:read") ? new Audit() : null;
const secret = new Secret();
let drawn = "";

async function load() {
  try {
    const { tokens } = may("tokens:own") ? await get("/api/v1/tokens") : { tokens: [] };
    connection("live", "Up to date");
    const now = JSON.stringify(tokens);
    // Nothing is drawn anew that did not change: a reader may stand on a button.
    if (now !== drawn) draw(tokens);
    drawn = now;
  } catch {
    connection("lost");
  }
}

function draw(tokens) {
  const of = (kind) => tokens.filter((token) => token.kind === kind).length;
  tally([count(of("TOKEN"), "token"), count(of("SESSION"), "session")].join(" · "));
  $("no-tokens").hidden = tokens.length > 0;
  $("tokens").parentElement.hidden = tokens.length === 0;
  $("tokens").tBodies[0].replaceChildren(...tokens.map(row));
}

function row(token) {
  const { kind, name, owner, scopes, created, expires, perMinute } = token;
  return el(
    "tr",
    {},
    el("th", { scope: "row" }, told("span", name), kind === "SESSION" && el("span", { class: "aside" }, " session")),
    told("td", owner),
    el("td", {}, scopes.map(inWords).join("; ")),
    el("td", {}, stamp(created)),
    el("td", {}, expires ? stamp(expires) : "never"),
    el("td", { class: "number" }, perMinute ? String(perMinute) : "as usual"),
    el("td", {}, sureButton(kind === "SESSION" ? "End it" : "Take back", () => revoke(token), { "aria-label": `${kind === "SESSION" ? "End the session" : "Take back the token"} ${name}` })),
  );
}

/** A role by its name, a permission as the form says it; by its id where it is not the reader's own. */
function inWords(scope) {
  const words = $("permissions").querySelector(`[value="${CSS.escape(scope)}"]`)?.closest("label").textContent.trim();
  return words ?? scope;
}

async function revoke({ id, name, kind }) {
  try {
    await send("DELETE", `/api/v1/tokens/${encodeURIComponent(id)}`);
    notice(kind === "SESSION" ? `The session ${name} is over` : `${name} lets nobody in any more`);
    soon();
  } catch (problem) {
    notice(problem.message, { failed: true });
  }
}

/** The list follows the log, a moment behind the answer. */
function soon() {
  setTimeout(() => {
    load();
    audit?.refresh();
  }, 700);
}

function open(isOpen) {
  $("form").hidden = !isOpen;
  $("new").setAttribute("aria-expanded", String(isOpen));
  (isOpen ? $("name") : $("new")).focus();
}

async function make(event) {
  event.preventDefault();
  for (const fault of $("form").querySelectorAll(".fault")) fault.textContent = "";
  const scopes = [...$("form").querySelectorAll(":checked[type=checkbox]")].filter((box) => box.closest("label").checkVisibility() || box.closest("details")).map(({ value }) => value);
  try {
    const { body } = await send("POST", "/api/v1/tokens", { name: $("name").value, scopes, expires: $("expires").value, perMinute: Number($("perMinute").value) });
    $("form").reset();
    open(false);
    secret.show(body.secret);
    soon();
  } catch (problem) {
    refused(problem);
  }
}

function refused(problem) {
  if (problem.errors.length === 0) $("form-fault").textContent = problem.message;
  for (const { pointer = "", message } of problem.errors) {
    const field = pointer.split("/")[1];
    $(FIELDS.includes(field) ? `${field}-fault` : "form-fault").textContent = message;
  }
  $(problem.errors[0]?.pointer === "#/perMinute" ? "perMinute" : "name").focus();
}

$("new").addEventListener("click", () => open($("form").hidden));
$("cancel").addEventListener("click", () => open(false));
$("form").addEventListener("submit", make);
$("form").addEventListener("keydown", (event) => event.key === "Escape" && open(false));
listen([
  ["n", "make a token", () => open(true), "tokens:own"],
  ["/", "find changes by who made them", () => $("by").focus(), "audit:read"],
]);
keepTimesTrue();
load();
audit?.load();
audit?.check();
setInterval(() => document.hidden || load(), EVERY);
