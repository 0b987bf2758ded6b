// The rule as chips: one a clause, boxes for what stands in parentheses. A change is made to the tree and handed on; how it is
// written is the gateway's business.

import { clauseForm, words } from "./clauseform.js";
import { el } from "./dom.js";

const JOINTS = { and: "and", or: "or", then: "then" };
const GROUPS = { and: "all of these", or: "one of these", then: "one after another" };

export class Chips {
  #root = null;
  #parents = new Map();
  #box;
  #form;
  #note;
  #edited;
  #hover;
  #drawn = null; // the tree that is shown, as text
  #focus = null; // what of the chips had the focus before they were drawn anew

  constructor({ edited, hover }) {
    this.#edited = edited;
    this.#hover = hover;
    this.#box = el("div", { class: "chips", id: "chips", role: "group", "aria-label": "The clauses of the rule" });
    this.#note = el("p", { class: "aside" });
    this.#form = el("div", { class: "chip-form", hidden: true });
    this.element = el("div", { class: "chip-box" }, this.#box, this.#form, this.#note);
  }

  /** The tree of that text; null where it cannot be read, and the chips stay as they were until it can. */
  show(tree, text) {
    const empty = text.trim() === "";
    this.#note.textContent = tree === null && !empty ? "The clauses are as they were: the text cannot be read yet." : "";
    if (tree === null && !empty) {
      this.#box.toggleAttribute("data-old", true);
      this.#close();
      for (const button of this.#box.querySelectorAll("button")) button.disabled = true;
      return;
    }
    // What did not change is not drawn anew, so that a form stays open; one about a tree that is gone closes.
    const now = JSON.stringify(tree);
    if (now === this.#drawn && !this.#box.hasAttribute("data-old")) return;
    this.#drawn = now;
    this.#box.removeAttribute("data-old");
    this.#close();
    this.#root = tree;
    this.#parents.clear();
    const held = document.activeElement?.closest?.(".chips") ? document.activeElement.dataset.at : this.#focus;
    this.#box.replaceChildren(...(tree ? [this.#node(tree, null, "0")] : []), this.#adder(tree, "add"));
    if (held) (this.#box.querySelector(`[data-at="${held}"]`) ?? this.#box.querySelector("button"))?.focus();
    this.#focus = null;
  }

  #node(node, parent, at, not = null) {
    this.#parents.set(node, parent);
    if (node.is === "not") {
      const inner = node.parts[0];
      if (inner.is in GROUPS) {
        this.#parents.set(inner, node);
        return el("div", { class: "group", "data-not": true, role: "group", "aria-label": `none of what follows: ${GROUPS[inner.is]}` }, el("span", { class: "no" }, "not"), this.#node(inner, node, at + "-0"));
      }
      return this.#node(inner, node, at + "-0", node);
    }
    if (node.is in GROUPS) return this.#group(node, parent, at);
    return this.#chip(node, at, not);
  }

  #group(node, parent, at) {
    const inside = node.parts.flatMap((part, n) => [...(n ? [this.#joint(node, n, at)] : []), this.#node(part, node, `${at}-${n}`)]);
    return el("div", { class: parent ? "group" : "group outer", "data-is": node.is, role: "group", "aria-label": GROUPS[node.is] }, ...inside, parent && this.#adder(node, `${at}-add`));
  }

  #joint(node, n, at) {
    if (node.is === "then") return el("span", { class: "joint" }, "then");
    const other = node.is === "and" ? "or" : "and";
    return el("button", { type: "button", class: "joint", "data-at": `${at}-j${n}`, title: `Change to ${other}`, "aria-label": `${JOINTS[node.is]}: change all of these to ${other}`, on: { click: () => ((node.is = other), this.#done()) } }, JOINTS[node.is]);
  }

  #chip(node, at, not) {
    const [kind, text, more] = words(node);
    const said = [not && "not", kind, text, more].filter(Boolean).join(" ");
    const mark = (on) => () => this.#hover(on ? (not ?? node) : null);
    return el(
      "span",
      { class: "chip", "data-is": node.is, "data-not": Boolean(not), "data-unknown": node.is === "actor" && !node.means },
      el(
        "button",
        { type: "button", class: "chip-face", "data-at": at, "aria-label": `${said}: change it`, on: { click: () => this.#open(node, not), mouseenter: mark(true), mouseleave: mark(false), focus: mark(true), blur: mark(false) } },
        not && el("span", { class: "no" }, "not"),
        kind && el("span", { class: "mark" }, kind),
        el("bdi", {}, text),
        more && el("span", { class: "aside" }, more),
      ),
      el("button", { type: "button", class: "chip-off", "data-at": `${at}-x`, "aria-label": `Remove ${said}`, title: "Remove", on: { click: () => this.#remove(not ?? node) } }, "×"),
    );
  }

  #adder(node, at) {
    const label = node && this.#parents.get(node) ? "+" : "+ clause";
    return el("button", { type: "button", class: "add", "data-at": at, "aria-label": node && node.is in GROUPS ? `Add a clause to ${GROUPS[node.is]}` : "Add a clause", on: { click: () => this.#add(node) } }, label);
  }

  /* Changing the tree */

  #open(node, not) {
    this.#ask(node, Boolean(not), (changed, negated, more) => {
      const now = negated ? { is: "not", parts: [changed] } : changed;
      this.#replace(not ?? node, now, !more);
      if (more) this.#orElse(now, this.#parents.get(not ?? node));
    });
  }

  /** Asks what would do as well; the two stand in a box of their own. */
  #orElse(node, parent) {
    this.#parents.set(node, parent);
    this.#ask(null, false, (clause, negated) => {
      const part = negated ? { is: "not", parts: [clause] } : clause;
      if (parent?.is === "or") {
        parent.parts.push(part);
        this.#done();
      } else this.#replace(node, { is: "or", parts: [node, part] });
    });
  }

  #add(node) {
    this.#ask(null, false, (clause, negated) => {
      const part = negated ? { is: "not", parts: [clause] } : clause;
      if (!node) this.#root = part;
      else if (node.is in GROUPS) node.parts.push(part);
      else this.#replace(node, { is: "and", parts: [node, part] }, false);
      this.#done();
    });
  }

  #ask(node, negated, done) {
    const back = document.activeElement?.dataset.at;
    const form = clauseForm(node, negated, {
      done: (...answer) => {
        this.#close();
        this.#focus = back;
        done(...answer);
      },
      left: () => {
        this.#close();
        this.#box.querySelector(`[data-at="${back}"]`)?.focus();
      },
    });
    this.#form.replaceChildren(form);
    this.#form.hidden = false;
    form.querySelector("[autofocus], input, select").focus();
  }

  #close() {
    this.#form.hidden = true;
    this.#form.replaceChildren();
  }

  #remove(node) {
    const parent = this.#parents.get(node);
    if (!parent) return this.#edited(null);
    if (parent.is === "not") return this.#remove(parent);
    const rest = parent.parts.filter((part) => part !== node);
    this.#replace(parent, rest.length === 1 ? rest[0] : { ...parent, parts: rest });
  }

  #replace(node, now, finish = true) {
    const parent = this.#parents.get(node);
    if (parent) parent.parts = parent.parts.map((part) => (part === node ? now : part));
    else this.#root = now;
    if (finish) this.#done();
  }

  #done() {
    this.#hover(null);
    this.#drawn = null;
    this.#edited(this.#root);
  }
}
