// An addition in the making: checked while it is written, against the names that others bear and against the news of late.

import { get, send } from "./api.js";
import { count, el, told } from "./dom.js";
import { overtaken } from "./overtaken.js";
import { announce, notice } from "./shell.js";
import { stamp } from "./time.js";

const PAUSE = 400; // ms after the last key
const TYPES = ["person", "country", "organisation", "armed-group", "place"];
const NAMES = { name: "Name", type: "What it is", names: "Further names", country: "Country", wikidata: "Wikidata item", id: null, by: null, time: null };
const $ = (id) => document.getElementById(id);

export class Addition {
  #changed;
  #inputs = {};
  #saved = null; // as it stands on the server, null where it is new
  #etag = null; // its tag there
  #timer = 0;
  #asked = 0;
  #may = false; // whether what was found may be meant

  /** `changed` is called when an addition was saved or taken back. */
  constructor(changed) {
    this.#changed = changed;
    $("form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#save();
    });
    $("form").addEventListener("input", () => this.#soon());
    $("history").addEventListener("toggle", () => $("history").open && this.#history());
  }

  /** Opens the addition to an actor, or a new one of that name. */
  async open(actor, name = "") {
    await this.#read(actor?.id);
    const entry = this.#saved ?? { id: actor?.id ?? slug(name), name: actor?.name ?? name, type: actor?.type ?? "", wikidata: actor?.wikidata, country: actor?.country, names: [] };
    this.#draw(entry, actor);
    $("edit").hidden = false;
    $("history").open = false;
    $("history").hidden = !actor;
    $("edit-title").textContent = actor ? `Names for ${entry.name}` : "A new actor";
    $("edit").scrollIntoView({ block: "nearest" });
    (actor ? this.#inputs.names : this.#inputs.name).focus();
    this.#soon();
  }

  /** What was added of an actor, with its tag; nothing where nobody added anything. */
  async #read(id) {
    [this.#saved, this.#etag] = [null, null];
    if (!id) return;
    const { additions } = await get("/api/v1/lexicon/additions");
    this.#saved = additions.find((each) => each.id === id) ?? null;
    if (this.#saved) this.#etag = (await send("GET", path(id))).etag;
  }

  /** What the reader found: a save changes that and nothing newer. */
  get #condition() {
    return this.#etag ? { "If-Match": this.#etag } : { "If-None-Match": "*" };
  }

  #draw(entry, actor) {
    const field = (name, words, input, wide) => {
      this.#inputs[name] = input;
      return el("label", { class: wide ? "field wide-field" : "field", "data-field": name }, el("span", {}, words), input);
    };
    const text = (value, props = {}) => el("input", { value: value ?? "", autocomplete: "off", spellcheck: "false", dir: "auto", ...props });
    $("form").replaceChildren(
      field("name", "Name, as it is shown", text(entry.name, { required: true })),
      field("type", "What it is", el("select", { required: true }, el("option", { value: "" }, "…"), ...TYPES.map((type) => el("option", { value: type, selected: type === entry.type }, type)))),
      field("names", "Further names, one a line, in any script", el("textarea", { dir: "auto", spellcheck: "false" }, entry.names.join("\n")), true),
      field("id", "Id, as rules and alerts name it", text(entry.id, { readonly: Boolean(actor), pattern: "[a-z0-9]+(-[a-z0-9]+)*", required: true })),
      field("country", "Country, by its id", text(entry.country)),
      field("wikidata", "Wikidata item", text(entry.wikidata, { placeholder: "Q…" })),
      el(
        "div",
        { class: "buttons" },
        el("button", { class: "act main", id: "save" }, "Save"),
        this.#saved && el("button", { type: "button", class: "act", on: { click: () => this.#takeBack() } }, "Take back"),
        el("button", { type: "button", class: "act", on: { click: () => ($("edit").hidden = true) } }, "Close"),
      ),
    );
    if (!actor) this.#inputs.name.addEventListener("input", () => (this.#inputs.id.value = slug(this.#inputs.name.value)));
    $("findings").replaceChildren();
    $("samples").replaceChildren();
  }

  #body() {
    const { name, type, names, country, wikidata } = this.#inputs;
    const value = (input) => input.value.trim() || null;
    const lines = names.value.split("\n").map((line) => line.trim());
    return { name: name.value.trim(), type: type.value, names: lines.filter(Boolean), country: value(country), wikidata: value(wikidata) };
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#check(), PAUSE);
  }

  async #check() {
    const body = this.#body();
    const id = this.#inputs.id.value.trim();
    if (!body.name || !body.type || !id) return this.#findings([], "Name, kind and id are needed.");
    const turn = ++this.#asked;
    try {
      const { body: checked } = await send("POST", `${path(id)}/check`, body);
      // An answer that was overtaken by a later question says nothing any more.
      if (turn !== this.#asked) return;
      this.#findings(checked.findings);
      this.#samples(checked);
    } catch (problem) {
      if (turn === this.#asked) this.#findings([], problem.message);
    }
  }

  #findings(findings, trouble) {
    for (const label of $("form").querySelectorAll("[data-finding]")) delete label.dataset.finding;
    for (const { pointer, mayBeMeant } of findings) {
      const label = $("form").querySelector(`[data-field="${pointer.split("/")[1]}"]`);
      if (label && label.dataset.finding !== "no") label.dataset.finding = mayBeMeant ? "may" : "no";
    }
    const refused = findings.some(({ mayBeMeant }) => !mayBeMeant);
    this.#may = findings.length > 0 && !refused;
    $("save").disabled = Boolean(trouble) || refused;
    $("save").textContent = this.#may ? "Save: it is meant so" : "Save";
    if (trouble) $("findings").replaceChildren(el("p", { class: "aside" }, trouble));
    else if (findings.length === 0) $("findings").replaceChildren(el("p", { class: "good" }, "No name of it is another actor's, or a common word."));
    else $("findings").replaceChildren(el("ul", {}, ...findings.map(({ message, mayBeMeant }) => told("li", message, { "data-refused": !mayBeMeant }))));
  }

  #samples({ searched, found, fresh, samples }) {
    const words = found ? `Of the last ${count(searched, "article")} here ${found} would name it, ${fresh} of them for the first time:` : `None of the last ${count(searched, "article")} here would name it.`;
    $("samples").replaceChildren(
      el("p", { class: "aside" }, words),
      el(
        "ul",
        {},
        ...samples.map(({ before, text, after, title, source, isNew }) =>
          el("li", {}, el("span", { dir: "auto" }, "… ", before, el("mark", {}, text), after, " …"), el("span", {}, [isNew ? "new" : "as before", source].filter(Boolean).join(" · "), " · ", el("bdi", {}, title ?? ""))),
        ),
      ),
    );
  }

  async #save() {
    const id = this.#inputs.id.value.trim();
    const before = this.#saved;
    try {
      const { body, etag } = await send("PUT", path(id) + (this.#may ? "?force=true" : ""), this.#body(), this.#condition);
      notice(`${body.name} counts from the next article on`, { undo: () => this.#put(id, before, etag) });
      this.#done();
    } catch (problem) {
      if (problem.status === 412) return this.#meet(id);
      $("findings").replaceChildren(el("ul", {}, ...(problem.errors?.length ? problem.errors : [{ message: problem.message }]).map(({ message }) => told("li", message, { "data-refused": true }))));
      announce(problem.message);
    }
  }

  /** Somebody else saved it meanwhile. What is saved from now on is saved over what is shown of theirs. */
  async #meet(id) {
    await this.#read(id);
    const theirs = this.#saved;
    const take = () => (theirs ? this.open(theirs) : ($("edit").hidden = true));
    $("findings").replaceChildren(overtaken({ theirs, mine: this.#body(), names: NAMES, take, keep: () => this.#save() }));
  }

  async #takeBack() {
    const { id, name } = this.#saved;
    const before = this.#saved;
    try {
      await send("DELETE", path(id), undefined, this.#condition);
      notice(`${name} is as it was shipped`, { undo: () => this.#put(id, before, null) });
      this.#done();
    } catch (problem) {
      if (problem.status === 412) return this.#meet(id);
      notice(problem.message, { failed: true });
    }
  }

  /** As it was before, null for not at all; `etag` is the reader's own change, and nobody's who came after. */
  async #put(id, entry, etag) {
    const { by, time, id: own, ...fields } = entry ?? {};
    const condition = etag ? { "If-Match": etag } : { "If-None-Match": "*" };
    const undone = entry ? send("PUT", `${path(id)}?force=true`, fields, condition) : send("DELETE", path(id), undefined, condition);
    await undone.catch((problem) => notice(problem.status === 412 ? "Not taken back: somebody else changed it since." : problem.message, { failed: true }));
    this.#changed();
  }

  #done() {
    $("edit").hidden = true;
    this.#changed();
  }

  async #history() {
    const { history } = await get(`${path(this.#inputs.id.value)}/history`).catch(() => ({ history: [] }));
    const rows = history.reverse().map(({ time, by, action, after }) => {
      const names = after ? JSON.parse(after).names.join(", ") : "";
      return el("li", {}, stamp(time), ` ${action.toLowerCase()} by ${by ?? "somebody"}`, names && ": ", names && el("bdi", {}, names));
    });
    $("history-list").replaceChildren(el("ul", {}, ...(rows.length ? rows : [el("li", { class: "aside" }, "Nobody has added to it yet.")])));
  }
}

function path(id) {
  return `/api/v1/lexicon/${encodeURIComponent(id)}`;
}

/** As ids are spelt; empty where the name has no Latin letters. */
function slug(name) {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
