// The text of the rule: what is wrong is underlined where it stands, and what may stand at the caret is offered.

import { send } from "./api.js";
import { el } from "./dom.js";
import { announce } from "./shell.js";

const PAUSE = 90; // ms
const MARKS = { topic: "event", actor: "actor", source: "source", language: "lang", type: "type", modality: "as", word: "" };

export class RuleText {
  #area;
  #under;
  #list;
  #word;
  #warnings;
  #fault = null;
  #marked = null;
  #choices = null; // { from, to, completions }
  #at = -1;
  #timer;
  #asked = 0;
  #changed;

  constructor({ changed }) {
    this.#changed = changed;
    this.#area = el("textarea", { id: "when", rows: "3", spellcheck: "false", autocomplete: "off", autocapitalize: "off", "aria-autocomplete": "list", "aria-controls": "choices", "aria-describedby": "when-fault when-hint", "aria-label": "The rule", placeholder: "actor:Russia AND event:ceasefire" });
    this.#under = el("div", { class: "under", "aria-hidden": "true" });
    this.#list = el("ul", { id: "choices", class: "choices", role: "listbox", "aria-label": "What may stand here", hidden: true });
    this.#word = el("p", { class: "fault", id: "when-fault", role: "status" });
    this.#warnings = el("div", { class: "warnings", role: "status" });
    this.element = el(
      "div",
      { class: "rule-box" },
      el("label", { class: "unseen", for: "when" }, "The rule"),
      el("div", { class: "rule-area" }, this.#under, this.#area, this.#list),
      this.#word,
      this.#warnings,
      el("p", { class: "aside", id: "when-hint" }, "Words, \"phrases\", actor:, event:, source: … joined by AND, OR, NOT. ", el("kbd", {}, "Ctrl"), " ", el("kbd", {}, "Space"), " shows what may stand at the caret."),
    );
    this.#area.addEventListener("input", (event) => this.#typed(event));
    this.#area.addEventListener("keydown", (event) => this.#key(event));
    this.#area.addEventListener("blur", () => setTimeout(() => this.#close(), 120));
    this.#area.addEventListener("scroll", () => (this.#under.scrollTop = this.#area.scrollTop));
  }

  get value() {
    return this.#area.value;
  }

  set value(text) {
    if (this.#area.value !== text) this.#area.value = text;
    this.#close();
    this.#draw();
  }

  focus() {
    this.#area.focus();
  }

  /** What is wrong with it, null for nothing. */
  fault(fault) {
    this.#fault = fault ?? null;
    const near = fault && this.#area.value.slice(0, fault.offset).length;
    this.#word.replaceChildren(...(fault ? [fault.message, " ", el("button", { type: "button", class: "where", on: { click: () => this.#goTo(near) } }, "show where")] : []));
    this.#area.toggleAttribute("aria-invalid", Boolean(fault));
    this.#draw();
  }

  /** What makes sense and may yet not be meant. */
  warn(warnings) {
    const lines = warnings.map(({ field, offset, message }) => [field === "when" ? "" : `${field}: `, message, " ", field === "when" && el("button", { type: "button", class: "where", on: { click: () => this.#goTo(offset) } }, "show where")]);
    this.#warnings.replaceChildren(...lines.map((line) => el("p", { class: "warning" }, line)));
  }

  /** Shows where a clause stands in the text; null for none. */
  mark(node) {
    this.#marked = node;
    this.#draw();
  }

  #goTo(offset) {
    this.#area.focus();
    this.#area.setSelectionRange(offset, this.#endOfFault(offset));
  }

  /** A fault has a beginning; it reaches to the end of the word that stands there. */
  #endOfFault(start) {
    const rest = this.#area.value.slice(start);
    const quoted = /^["“„][^"”]*["”]?/.exec(rest)?.[0];
    return start + Math.max(1, (quoted ?? /^[^\s()[\]:,=|~*+"]*/.exec(rest)[0]).length);
  }

  /** The same text below the field, with what is marked: a field itself can have no marks. */
  #draw() {
    const text = this.#area.value;
    const spans = [];
    if (this.#fault) spans.push({ start: Math.min(this.#fault.offset, text.length), end: this.#endOfFault(this.#fault.offset), class: "wrong" });
    else if (this.#marked) spans.push({ ...this.#marked, class: "here" });
    const nodes = [];
    let at = 0;
    for (const span of spans) {
      nodes.push(text.slice(at, span.start), el("span", { class: span.class }, text.slice(span.start, span.end) || " "));
      at = span.end;
    }
    this.#under.replaceChildren(...nodes, text.slice(at) + "\n");
    this.#under.scrollTop = this.#area.scrollTop;
  }

  /* Completion */

  #typed() {
    this.#fault = null;
    this.#marked = null;
    this.#draw();
    this.#changed(this.#area.value);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#complete(false), PAUSE);
  }

  async #complete(wanted) {
    const mine = ++this.#asked;
    const when = this.#area.value;
    const at = this.#area.selectionStart;
    const found = (await send("POST", "/api/v1/completions", { when, at }).catch(() => null))?.body;
    if (!found || mine !== this.#asked || when !== this.#area.value) return;
    const typed = when.slice(found.from, at);
    const asks = typed !== "" || /[:=[|,]\s*$/.test(when.slice(0, at));
    const only = found.completions.length === 1 && found.completions[0].insert === when.slice(found.from, found.to);
    if (found.completions.length === 0 || only || (!wanted && !asks)) return this.#close();
    this.#choices = found;
    // A word is a clause by itself: Enter behind it must not make somebody else's name of it.
    const safe = found.wants !== "CLAUSE" || found.completions[0].insert.startsWith(typed);
    this.#at = wanted || (typed !== "" && safe) ? 0 : -1;
    this.#open();
  }

  #open() {
    const { completions } = this.#choices;
    this.#list.replaceChildren(
      ...completions.map((choice, n) =>
        el(
          "li",
          { role: "option", id: `choice-${n}`, "aria-selected": String(n === this.#at), on: { mousedown: (event) => (event.preventDefault(), this.#take(n)) } },
          el("span", { class: "mark" }, MARKS[choice.kind]),
          el("span", { class: "label", dir: "auto" }, choice.kind === "word" ? choice.insert : choice.label),
          choice.detail && el("span", { class: "aside", dir: "auto" }, choice.detail),
          choice.tellings > 0 && el("span", { class: "aside number" }, `${choice.tellings} in the news`),
        ),
      ),
    );
    this.#list.hidden = false;
    this.#place();
    this.#point();
    announce(`${completions.length} may stand here`);
  }

  /** Below the word that is being typed. */
  #place() {
    const text = this.#area.value;
    const here = el("span", {}, "​");
    this.#under.replaceChildren(text.slice(0, this.#choices.from), here, text.slice(this.#choices.from) + "\n");
    const box = this.#under.getBoundingClientRect();
    const spot = here.getBoundingClientRect();
    this.#draw();
    const left = Math.max(0, Math.min(spot.left - box.left, box.width - this.#list.offsetWidth));
    this.#list.style.insetInlineStart = `${getComputedStyle(this.#area).direction === "rtl" ? 0 : left}px`;
    this.#list.style.top = `${Math.min(spot.bottom - box.top, box.height) + 4}px`;
  }

  #point() {
    for (const [n, option] of [...this.#list.children].entries()) option.setAttribute("aria-selected", String(n === this.#at));
    if (this.#at >= 0) {
      this.#area.setAttribute("aria-activedescendant", `choice-${this.#at}`);
      this.#list.children[this.#at].scrollIntoView({ block: "nearest" });
    } else this.#area.removeAttribute("aria-activedescendant");
  }

  #close() {
    this.#asked++;
    this.#choices = null;
    this.#list.hidden = true;
    this.#area.removeAttribute("aria-activedescendant");
  }

  #take(n) {
    const { from, to, completions } = this.#choices;
    const { insert } = completions[n];
    this.#close();
    this.#area.focus();
    this.#area.setSelectionRange(from, to);
    // The one way that the browser's own undo knows of; where it is gone, the text is set.
    if (!document.execCommand("insertText", false, insert)) {
      this.#area.setRangeText(insert, from, to, "end");
      this.#typed();
    }
  }

  #key(event) {
    if (event.key === " " && event.ctrlKey) {
      event.preventDefault();
      this.#complete(true);
      return;
    }
    if (!this.#choices) {
      if (event.key === "Escape") this.#area.blur();
      return;
    }
    const most = this.#choices.completions.length;
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in moves) {
      this.#at = (this.#at + moves[event.key] + most) % most;
      this.#point();
    } else if (event.key === "Escape") {
      this.#close();
    } else if ((event.key === "Enter" || event.key === "Tab") && this.#at >= 0) {
      this.#take(this.#at);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
