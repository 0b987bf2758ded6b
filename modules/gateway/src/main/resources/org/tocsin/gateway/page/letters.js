// Dead letters by their reason, which the gateway draws (LetterDrawing): what they are, and putting them back. Nothing put back can
// be taken out again, so the button asks twice.

import { get, send } from "./api.js";
import { count, el, told } from "./dom.js";
import { notice } from "./shell.js";
import { press, sureButton } from "./sure.js";
import { stamp } from "./time.js";

const SHOWN = 50;
const NEEDS = { "data-needs": "dead-letters:write" };
const $ = (id) => document.getElementById(id);

export class Letters {
  #changed;

  /** `changed` is called when some were put back. */
  constructor(changed) {
    this.#changed = changed;
    // A toggle does not bubble.
    $("letters").addEventListener("toggle", ({ target }) => target.open && this.#list(target), true);
    $("letters").addEventListener("click", ({ target }) => {
      const button = target.closest(".reason > .line button");
      if (button) press(button, () => this.#replay(named(button)));
    });
  }

  async #list(details) {
    const list = details.querySelector("[data-own]");
    const query = new URLSearchParams({ brief: "true", limit: SHOWN, ...named(details) });
    let deadLetters;
    try {
      ({ deadLetters } = await get(`/api/v1/dead-letters?${query}`));
    } catch (problem) {
      return list.replaceChildren(el("p", { class: "fault" }, problem.message));
    }
    const head = ["Where", "Time", "Message", "Bytes", "Put back"].map((word) => el("th", { scope: "col" }, word));
    list.replaceChildren(
      el("div", { class: "wide", tabindex: "0", role: "group", "aria-label": "Dead letters" }, el("table", { class: "sheet" }, el("thead", {}, el("tr", {}, ...head)), el("tbody", {}, ...deadLetters.map((letter) => this.#row(letter))))),
      ...(deadLetters.length === SHOWN ? [el("p", { class: "aside" }, `The last ${SHOWN}; tocsin dead-letters list has them all.`)] : []),
    );
  }

  #row(letter) {
    return el(
      "tr",
      {},
      el("td", {}, el("button", { type: "button", on: { click: () => this.#open(letter.id) } }, letter.topic ? `${letter.topic} ${letter.partition}:${letter.offset}` : letter.id)),
      el("td", {}, stamp(letter.time)),
      told("td", (letter.message ?? "").slice(0, 300)),
      el("td", { class: "number" }, String(letter.bytes)),
      el("td", {}, letter.replayed ? stamp(letter.replayed) : "no"),
    );
  }

  async #open(id) {
    const letter = await get(`/api/v1/dead-letters/${id}`);
    const { "__streams.errors.stacktrace": trace, ...headers } = letter.headers;
    const facts = { "dead letter": letter.id, key: letter.key, ...headers };
    const dialog = $("letter");
    dialog.replaceChildren(
      el("h2", { id: "letter-title" }, `${letter.reason ?? "Given up"} by ${letter.stage ?? "somebody"}`),
      el("dl", {}, ...Object.entries(facts).map(([name, value]) => value && el("div", {}, el("dt", {}, name), told("dd", value)))),
      el("h3", {}, `The record, ${count(letter.bytes, "byte")}`),
      el("pre", { tabindex: "0", dir: "auto" }, letter.text ?? dump(letter.value ?? "")),
      ...(trace ? [el("h3", {}, "Where it failed"), el("pre", { tabindex: "0" }, trace)] : []),
      el(
        "form",
        { method: "dialog" },
        letter.topic && sureButton(letter.replayed ? "Put back again" : "Put back", () => (dialog.close(), this.#replay({ letters: [id] })), NEEDS),
        " ",
        el("button", { autofocus: true }, "Close"),
      ),
    );
    dialog.showModal();
  }

  async #replay(what) {
    try {
      const { body } = await send("POST", "/api/v1/dead-letters/replay", what);
      notice(`${count(body.replayed.length, "record")} put back${body.left ? `, ${body.left} left for the next press` : ""}`);
      setTimeout(this.#changed, 500);
    } catch (problem) {
      notice(problem.message, { failed: true });
    }
  }
}

/** What the dead letters of a reason have in common, by what stands in its group. */
function named(inside) {
  const { reason, stage, topic } = inside.closest(".reason").dataset;
  return Object.fromEntries(Object.entries({ reason, stage, topic }).filter(([, value]) => value));
}

/** Bytes that are no text: sixteen a line, in hex and as far as they are letters. */
function dump(base64) {
  const bytes = Uint8Array.from(atob(base64).slice(0, 2048), (c) => c.charCodeAt(0));
  const lines = [];
  for (let at = 0; at < bytes.length; at += 16) {
    const part = [...bytes.slice(at, at + 16)];
    const hex = part.map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
    lines.push(`${at.toString(16).padStart(4, "0")}  ${hex.padEnd(47)}  ${part.map((byte) => (byte > 31 && byte < 127 ? String.fromCharCode(byte) : ".")).join("")}`);
  }
  return lines.join("\n");
}
