// Tokens and sessions, one's own or everybody's, drawn by the gateway (TokenParts), and below them who changed what.

import { send } from "./api.js";
import { Audit } from "./audit.js";
import { listen } from "./keys.js";
import { renew } from "./parts.js";
import { Secret } from "./secret.js";
import { connection, lost, may, notice } from "./shell.js";
import { press } from "./sure.js";
import { keepTimesTrue } from "./time.js";

const EVERY = 15_000;
const FIELDS = ["name", "perMinute", "scopes"];
const $ = (id) => document.getElementById(id);
const audit = may("audit:read") ? new Audit() : null;
const secret = new Secret();

async function load() {
  try {
    await renew();
    connection("live", "Up to date");
  } catch (problem) {
    lost(problem);
  }
}

async function revoke(id) {
  try {
    await send("DELETE", `/api/v1/tokens/${encodeURIComponent(id)}`);
    notice("It lets nobody in any more");
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

$("tokens").addEventListener("click", ({ target }) => {
  const button = target.closest("[data-token]");
  if (button) press(button, () => revoke(button.dataset.token));
});
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
audit?.refresh();
setInterval(() => document.hidden || load(), EVERY);
