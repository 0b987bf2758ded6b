// One clause: how it reads as a chip, and the form that changes it.

import { send } from "./api.js";
import { el } from "./dom.js";

const KINDS = {
  actor: "somebody named",
  event: "something that happens",
  words: "words",
  title: "words in the title",
  type: "any actor of a type",
  source: "told by a source",
  lang: "told in a language",
};
const MODALITIES = ["occurred", "announced", "conditional", "demanded", "threatened", "historical", "ended", "violated", "denied", "refused"];
const TYPES = ["person", "country", "organisation", "armed-group", "place"];
const TEXTS = { word: "the word", phrase: "just this phrase", prefix: "words that begin so", proximity: "these words near each other" };
const enquote = (text) => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;

/** What a chip says: its kind, what it asks for, and what else. */
export function words(node) {
  switch (node.is) {
    case "actor":
      return ["actor", node.text, [node.widened && "and all of it", node.means?.[0] && node.means[0].name !== node.text && node.means[0].name, !node.means && "nobody known"].filter(Boolean).join(", ")];
    case "event":
      return ["event", node.text, [node.modality?.join(" or "), roles("by", node.actor), roles("to", node.target)].filter(Boolean).join(", ")];
    case "prefix":
      return ["", `${node.text}…`, ""];
    case "phrase":
      return ["", `“${node.text}”`, ""];
    case "proximity":
      return ["", `“${node.text}”`, `within ${node.distance} words`];
    case "near":
      return ["", node.parts.map((part) => words(part).slice(0, 2).filter(Boolean).join(" ")).join(" near "), `within ${node.distance} words`];
    case "title":
      return ["title", words(node.parts[0])[1], words(node.parts[0])[2]];
    default:
      return [node.is === "word" ? "" : node.is, node.text, ""];
  }
}

function roles(word, names) {
  return names && `${word} ${names.map(({ name, widened }) => name + (widened ? "+" : "")).join(" or ")}`;
}

function kindOf(node) {
  if (!node) return "actor";
  return node.is in TEXTS ? "words" : node.is;
}

/** Asks for a clause; `done` gets the node, whether it must not hold, and whether another one would do as well. */
export function clauseForm(node, negated, { done, left }) {
  let kind = kindOf(node);
  let read;
  const body = el("div", { class: "chip-fields" });
  const not = el("input", { type: "checkbox", id: "c-not", checked: negated });
  const choose = el("select", { id: "c-kind", disabled: kind === "near", on: { change: () => draw(choose.value) } });
  choose.append(...Object.entries(kind === "near" ? { near: "two near each other" } : KINDS).map(([value, word]) => el("option", { value, selected: value === kind }, word)));

  function draw(which) {
    kind = which;
    const [content, reader] = FORMS[kind](node && kindOf(node) === kind ? node : {});
    body.replaceChildren(...content);
    read = reader;
  }
  draw(kind);
  const submit = (event) => {
    event.preventDefault();
    const clause = read();
    done(clause, not.checked, event.submitter?.value === "or");
  };
  return el(
    "form",
    { "aria-label": node ? "Change the clause" : "Add a clause", on: { submit, keydown: (event) => event.key === "Escape" && (event.stopPropagation(), left()) } },
    el("div", { class: "field" }, el("label", { for: "c-kind" }, "Look for"), choose),
    body,
    el("label", { class: "check" }, not, " it must not be there"),
    el("p", { class: "buttons" }, el("button", { type: "button", class: "act", on: { click: left } }, "Cancel"), node && el("button", { class: "act", value: "or" }, "Or else…"), el("button", { class: "act main" }, node ? "Change" : "Add")),
  );
}

let lists = 0;

/** A field that offers what begins so; `field` is how the language asks for it. */
function named(label, field, value, more = {}) {
  const id = `c-list-${++lists}`;
  const list = el("datalist", { id });
  const input = el("input", { list: id, value: value ?? "", autocomplete: "off", spellcheck: "false", dir: "auto", ...more, on: { input: () => offer() } });
  let asked = 0;
  async function offer() {
    const mine = ++asked;
    const found = await send("POST", "/api/v1/completions", { when: `${field}:${enquote(input.value).slice(0, -1)}` }).catch(() => null);
    if (!found || mine !== asked) return;
    list.replaceChildren(...found.body.completions.map(({ insert, label: name, detail }) => el("option", { value: bare(insert), label: [name, detail].filter(Boolean).join(", ") })));
  }
  offer();
  return [el("div", { class: "field" }, el("label", {}, label, " ", input), list), input];
}

function bare(insert) {
  return insert.startsWith('"') ? insert.slice(1, -1).replace(/\\(.)/g, "$1") : insert;
}

/** Several names, each with a button that takes it out. */
function names(label, all) {
  const held = [...(all ?? [])];
  const list = el("ul", { class: "names" });
  const [box, input] = named(label, "actor", "");
  const draw = () =>
    list.replaceChildren(
      ...held.map((name, n) => el("li", {}, el("bdi", {}, name.name + (name.widened ? "+" : "")), el("button", { type: "button", class: "chip-off", "aria-label": `Remove ${name.name}`, on: { click: () => (held.splice(n, 1), draw()) } }, "×"))),
    );
  const take = () => {
    const text = input.value.trim();
    if (text) held.push({ name: text.replace(/\+$/, ""), widened: text.endsWith("+") });
    input.value = "";
    draw();
  };
  input.addEventListener("change", take);
  draw();
  box.prepend(list);
  return [box, () => (take(), held)];
}

const FORMS = {
  actor(node) {
    const [box, input] = named("Who, by any name", "actor", node.text, { required: true, autofocus: true });
    const widened = el("input", { type: "checkbox", checked: Boolean(node.widened) });
    const others = node.means?.length > 1 && el("p", { class: "aside" }, "Also so called: ", node.means.slice(1, 5).map(({ name, id }) => `${name} (${id})`).join(", "));
    return [[box, others, el("label", { class: "check" }, widened, " with its persons, groups and capital")].filter(Boolean), () => ({ is: "actor", text: input.value.trim(), ...(widened.checked && { widened: true }) })];
  },
  event(node) {
    const [box, topic] = named("What happens", "event", node.text, { required: true, autofocus: true });
    const boxes = MODALITIES.map((modality) => el("input", { type: "checkbox", value: modality, checked: (node.modality ?? []).includes(modality) }));
    const [by, actors] = names("Done by", node.actor);
    const [to, targets] = names("Done to", node.target);
    const claims = el("fieldset", {}, el("legend", {}, "Said to have"), ...boxes.map((each) => el("label", { class: "check" }, each, ` ${each.value}`)), el("p", { class: "aside" }, "None: any but denied and historical."));
    return [[box, claims, by, to], () => ({ is: "event", text: topic.value.trim(), modality: boxes.filter((each) => each.checked).map((each) => each.value), actor: actors(), target: targets() })];
  },
  words(node) {
    const text = el("input", { value: node.text ?? "", required: true, dir: "auto", autocomplete: "off", autofocus: true });
    const how = el("select", {}, Object.entries(TEXTS).map(([value, word]) => el("option", { value, selected: value === node.is }, word)));
    const distance = el("input", { type: "number", min: "0", max: "100", value: node.distance ?? 5 });
    const far = el("label", { class: "field" }, el("span", {}, "Words between, at most"), distance);
    const draw = () => (far.hidden = how.value !== "proximity");
    how.addEventListener("change", draw);
    draw();
    return [
      [el("label", { class: "field" }, el("span", {}, "Words"), text), el("label", { class: "field" }, el("span", {}, "How"), how), far],
      () => ({ is: how.value === "word" && /\s/.test(text.value.trim()) ? "phrase" : how.value, text: text.value.trim(), ...(how.value === "proximity" && { distance: Number(distance.value) }) }),
    ];
  },
  title(node) {
    const [content, read] = FORMS.words(node.parts?.[0] ?? {});
    return [content, () => ({ is: "title", parts: [read()] })];
  },
  type(node) {
    const type = el("select", { autofocus: true }, TYPES.map((each) => el("option", { value: each, selected: each === node.text }, each)));
    return [[el("label", { class: "field" }, el("span", {}, "Type"), type)], () => ({ is: "type", text: type.value })];
  },
  source(node) {
    const [box, input] = named("Source, or a site above it", "source", node.text, { required: true, autofocus: true });
    return [[box], () => ({ is: "source", text: input.value.trim() })];
  },
  lang(node) {
    const [box, input] = named("Language, by its code", "lang", node.text, { required: true, autofocus: true });
    return [[box], () => ({ is: "lang", text: input.value.trim() })];
  },
  near(node) {
    const distance = el("input", { type: "number", min: "0", max: "100", value: node.distance, autofocus: true });
    const what = el("p", {}, node.parts.map((part) => words(part).slice(0, 2).filter(Boolean).join(" ")).join(" near "));
    return [[what, el("label", { class: "field" }, el("span", {}, "Words between, at most"), distance)], () => ({ ...node, distance: Number(distance.value) })];
  },
};
