// Watchlists as files: export, and import that says what it would change before it does.

import { send } from "./api.js";
import { ask } from "./ask.js";
import { count, el, told } from "./dom.js";
import { notice } from "./shell.js";
import { headersOfWhy } from "./why.js";

const YAML = "application/yaml";
const WORDS = { CREATED: "new", CHANGED: "changed", UNCHANGED: "as it is" };

export async function exportAll() {
  try {
    save(await yaml("/api/v1/watchlists"), "watchlists.yaml");
  } catch (problem) {
    notice(problem.message, { failed: true });
  }
}

/** The file of one watchlist, or of all. */
export async function yaml(path) {
  return (await send("GET", path, undefined, { Accept: YAML })).body;
}

export function save(text, name) {
  const url = URL.createObjectURL(new Blob([text], { type: YAML }));
  el("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** Asks for a file, shows what it would change, and saves it. */
export function askToImport(done) {
  const text = el("textarea", { id: "yaml", rows: "12", spellcheck: "false", required: true, "aria-describedby": "plan" });
  const file = el("input", { type: "file", accept: ".yaml,.yml,.json", "aria-label": "From a file", on: { change: async () => ((text.value = (await file.files[0]?.text()) ?? ""), check()) } });
  const plan = el("div", { id: "plan", class: "plan", role: "status" });
  const why = el("input", { id: "import-why", maxlength: "300" });
  let ready = false;
  let timer;

  async function check() {
    ready = false;
    try {
      const { planned } = (await send("POST", "/api/v1/watchlists/plan", text.value, { "Content-Type": YAML })).body;
      plan.replaceChildren(...describe(planned));
      ready = planned.some(({ outcome }) => outcome !== "UNCHANGED");
    } catch (problem) {
      plan.replaceChildren(...faults(problem));
    }
    dialog.querySelector(".main").disabled = !ready;
  }

  const dialog = ask({
    title: "Import watchlists",
    main: "Save them",
    content: [
      el("label", { class: "field" }, el("span", {}, "One or more YAML documents, as ", el("code", {}, "./tocsin watchlists apply"), " takes them"), text),
      file,
      plan,
      el("label", { class: "field" }, el("span", {}, "Why, for the history"), why),
    ],
    async done() {
      const { saved } = (await send("POST", "/api/v1/watchlists", text.value, { "Content-Type": YAML, ...headersOfWhy(why.value || "imported from a file") })).body;
      const changed = saved.filter(({ outcome }) => outcome !== "UNCHANGED").length;
      notice(`Saved ${count(changed, "watchlist")}.`);
      await done();
    },
  });
  dialog.querySelector(".main").disabled = true;
  text.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(check, 300);
  });
}

function describe(planned) {
  const of = (outcome) => planned.filter((each) => each.outcome === outcome).length;
  const words = Object.entries(WORDS).map(([outcome, word]) => of(outcome) && `${of(outcome)} ${word}`).filter(Boolean);
  return [
    el("p", {}, `${count(planned.length, "watchlist")}: ${words.join(", ")}.`),
    el(
      "ul",
      {},
      planned.filter(({ outcome }) => outcome !== "UNCHANGED").slice(0, 50).map(({ watchlist, outcome, changes }) =>
        el("li", {}, told("strong", watchlist.title), ` ${WORDS[outcome]}`, changes.length > 0 && `: ${changes.map(({ key }) => key).join(", ")}`),
      ),
    ),
  ];
}

function faults(problem) {
  const each = problem.errors.length ? problem.errors : [{ message: problem.message }];
  return each.map(({ line, column, message }) => el("p", { class: "fault" }, line ? `line ${line}, column ${column}: ${message}` : message));
}
