// Why a story did not ring, or why it did: the reason in a sentence, and the clauses as they hold in each of its articles.

import { get } from "./api.js";
import { clause as code, count, el, told } from "./dom.js";
import { marked } from "./marks.js";
import { since } from "./time.js";

const MOST = 40;
const FIRST = 3;
const enc = encodeURIComponent;

export async function whyNot(panel, saved) {
  if (panel.dataset.of === saved.id + saved.version) return;
  panel.dataset.of = saved.id + saved.version;
  const { stories } = await get("/api/v1/stories?limit=500");
  const answer = el("div", { class: "why-answer", role: "region", "aria-label": "The answer", tabindex: "-1" });
  const list = el("ul", { class: "why-stories" });
  const search = el("input", { type: "search", id: "why-search", placeholder: "Words of a title, a source, or the id of a story or an article", "aria-label": "Find the story that should have rung", on: { input: draw } });

  function draw() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const text = (story) => story.tellings.map((line) => `${line.title} ${line.source} ${line.id} ${line.actors.join(" ")} ${line.events.join(" ")}`).join(" ").toLowerCase() + story.id;
    const found = stories.filter((story) => words.every((word) => text(story).includes(word)));
    list.replaceChildren(...found.slice(0, MOST).map(row));
    if (found.length === 0) list.append(el("li", { class: "aside" }, "No story that is held has these words; a preview reads further back."));
    if (found.length > MOST) list.append(el("li", { class: "aside" }, `and ${found.length - MOST} more: say more words`));
  }

  function row(story) {
    const first = story.tellings.at(-1);
    return el(
      "li",
      {},
      el("button", { type: "button", class: "story", "data-story": story.id, on: { click: () => explain(story.id, story.tellings) } }, told("span", first.title || "Without a title", { class: "headline" }), el("span", { class: "aside" }, `${first.source ?? ""} · ${count(story.tellings.length, "article")} · ${since(story.latest)}`)),
    );
  }

  /** With a span the log is read so far back, for a rule that looks over stories or for what is no longer held. */
  async function explain(story, lines, span) {
    answer.replaceChildren(el("p", { class: "aside" }, span ? "Reading the log…" : "Asking…"));
    try {
      const { explanations, tellings } = await get(`/api/v1/watchlists/${enc(saved.id)}/explain?story=${enc(story)}${span ? `&span=${span}` : ""}`);
      const held = await articles(explanations);
      answer.replaceChildren(
        el("h2", { dir: "auto" }, lines.at(-1).title),
        el("p", { class: "big" }, verdict(explanations, saved)),
        ...folded(nearestFirst(explanations).map((each) => explanation(each, lines.find((line) => line.id === each.article), held.get(each.article)))),
        el("p", { class: "aside" }, `Decided by version ${saved.version} over ${count(tellings, "telling")} ${span ? "of the log's last week" : "that are held"}. `, !span && further(story, lines)),
      );
    } catch (problem) {
      answer.replaceChildren(el("p", { class: "fault" }, problem.message), ...(span ? [] : [el("p", {}, further(story, lines))]));
    }
    history.replaceState(null, "", `${location.pathname}?id=${enc(saved.id)}&story=${enc(story)}#why`);
    for (const button of list.querySelectorAll("button")) button.toggleAttribute("data-asked", button.dataset.story === story);
    answer.focus({ preventScroll: true });
    if (answer.getBoundingClientRect().top > innerHeight * 0.8) answer.scrollIntoView({ block: "center" });
  }

  const further = (story, lines) => el("button", { type: "button", class: "where", on: { click: () => explain(story, lines, "P7D") } }, "Look a week back in the log");

  panel.replaceChildren(el("div", { class: "why-ask" }, search, list), answer);
  draw();
  const story = new URLSearchParams(location.search).get("story");
  const asked = stories.find((each) => each.id === story);
  if (story) await explain(story, asked?.tellings ?? [{ title: `Story ${story}` }]);
}

async function articles(explanations) {
  const ids = [...new Set(explanations.map((each) => each.article))].slice(0, 20);
  const found = await Promise.all(ids.map((id) => get(`/api/v1/articles/${enc(id)}`).catch(() => null)));
  return new Map(ids.map((id, n) => [id, found[n]?.telling.article]));
}

function nearestFirst(explanations) {
  return [...explanations].sort((a, b) => Boolean(b.rang) - Boolean(a.rang) || a.missing - b.missing);
}

/** The nearest few are what the answer rests on. */
function folded(articles) {
  const rest = articles.slice(FIRST);
  return [...articles.slice(0, FIRST), ...(rest.length ? [el("details", {}, el("summary", {}, `${count(rest.length, "more article")} of the story`), rest)] : [])];
}

/** One sentence over all of the story's articles. */
function verdict(explanations, saved) {
  const rang = explanations.filter((each) => each.rang);
  if (rang.length > 0) return `It rang: ${rang.map((each) => each.rang.toLowerCase()).join(", ")}.`;
  const [near] = nearestFirst(explanations);
  if (near.answers) return `It did not ring, though ${explanations.filter((each) => each.answers).length} of ${count(explanations.length, "article")} answer: ${near.because}.`;
  const lacks = near.missing === 1 ? "one clause is" : `${near.missing} clauses are`;
  return `It did not ring: at the nearest, ${lacks} otherwise than ${saved.within === "sentence" ? "asked in any one sentence" : "asked"}.`;
}

function explanation(each, line, article) {
  return el(
    "article",
    { class: "explained" },
    el("h3", { dir: "auto" }, article ? marked(article.title ?? "", each.evidence.filter((piece) => piece.field === "title")) : (line?.title ?? each.article)),
    el("p", { class: "facts" }, el("span", { class: "source" }, line?.source ?? article?.source ?? ""), each.rang && el("strong", {}, each.rang.toLowerCase()), el("span", {}, each.because), each.asked > 1 && el("span", {}, `${each.origins} of ${each.asked} origins`)),
    el(
      "table",
      { class: "sheet truth" },
      el("thead", { class: "unseen" }, el("tr", {}, ["Clause", "Asked", "Found"].map((word) => el("th", { scope: "col" }, word)))),
      el("tbody", {}, each.clauses.map((row) => truth(row, each))),
    ),
  );
}

/** A row of the truth table: what stands against it is told by a sign and a word. */
function truth({ clause, wanted, holds }, { failed, evidence }) {
  const against = failed.includes(clause);
  const words = [...new Set(evidence.filter((piece) => piece.clause === clause).map((piece) => piece.text))];
  return el(
    "tr",
    { "data-against": against },
    el("th", { scope: "row" }, el("span", { class: "sign", "aria-hidden": "true" }, against ? "✕" : holds === wanted ? "✓" : "·"), " ", code(clause)),
    el("td", {}, wanted ? "asked for" : "must not be"),
    el("td", {}, holds ? "is there" : "is not there", words.length > 0 && ": ", ...words.slice(0, 3).flatMap((text, n) => [n ? ", " : "", told("mark", text)])),
  );
}
