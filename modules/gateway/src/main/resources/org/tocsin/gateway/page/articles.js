// The articles of a thread: who told it first, and each with the words that answered marked by the offsets of the evidence.

import { count, el, told } from "./dom.js";
import { marked } from "./marks.js";
import { stamp, when } from "./time.js";

const AROUND = 160; // UTF-16 units kept on either side of a mark while an article is folded

/** Each origin with the outlets that only repeat it, the earliest first. */
export function origins(found) {
  const byOrigin = new Map();
  const oldest = [...found].sort((a, b) => a.telling.article.fetched.localeCompare(b.telling.article.fetched));
  for (const { telling } of oldest) byOrigin.set(telling.origin, [...(byOrigin.get(telling.origin) ?? []), telling]);
  return el(
    "ol",
    { class: "origins" },
    [...byOrigin].map(([origin, tellings]) => {
      const outlets = [...new Set(tellings.map((telling) => telling.article.source))].filter((source) => source && source !== origin);
      const copies = tellings.filter((telling) => telling.verdict.verdict === "COPY").length;
      const also = outlets.slice(0, 4).join(", ") + (outlets.length > 4 ? `, and ${outlets.length - 4} more` : "");
      return el(
        "li",
        {},
        el("span", { class: "source" }, origin || "unknown"),
        el("span", {}, "first told ", stamp(tellings[0].article.fetched)),
        el("span", {}, count(tellings.length, "article")),
        copies > 0 && el("span", {}, count(copies, "copy", "copies")),
        also && el("span", { class: "also" }, `also in ${also}`),
      );
    }),
  );
}

/** The articles, newest first; copies stand folded under the one they copy. */
export function tellings(found, evidence) {
  const newest = [...found].sort((a, b) => b.telling.article.fetched.localeCompare(a.telling.article.fetched));
  const held = new Set(found.map((each) => each.telling.article.id));
  const isCopy = ({ telling }) => telling.verdict.verdict === "COPY" && held.has(telling.verdict.of);
  return newest
    .filter((each) => !isCopy(each))
    .map((each) => {
      const copies = newest.filter((other) => isCopy(other) && other.telling.verdict.of === each.telling.article.id);
      return article(each.telling, evidence, copies);
    });
}

function article({ article: it, verdict, origin, backlog }, evidence, copies) {
  const marks = (field) => evidence.filter((piece) => piece.article === it.id && piece.field === field);
  const text = marks("text");
  return el(
    "article",
    {},
    el("h4", { dir: "auto" }, marked(it.title ?? "", marks("title"))),
    el(
      "p",
      { class: "facts" },
      el("span", { class: "source" }, it.source ?? "unknown source"),
      el("span", {}, verdict.verdict.toLowerCase()),
      origin !== it.source && el("span", {}, `origin ${origin}`),
      backlog && el("span", {}, "backlog"),
      stamp(it.published ?? it.fetched),
      link(it),
    ),
    body(it.text, text),
    copies.length > 0 &&
      el("details", { class: "copies" }, el("summary", {}, count(copies.length, "copy", "copies")), el("ul", {}, copies.map(({ telling }) => el("li", {}, el("span", { class: "source" }, telling.article.source ?? ""), told("span", telling.article.title), when(telling.article.fetched))))),
  );
}

/** Only web addresses become links: a feed may write anything, such as javascript:. */
function link({ url, title }) {
  return /^https?:\/\//i.test(url ?? "") && el("a", { href: url, target: "_blank", rel: "noopener noreferrer nofollow", "aria-label": `open ${title}` }, "open");
}

/** The text around its marks; all of it on demand. */
function body(text, marks) {
  if (!text) return null;
  const whole = () => told("p", "", { class: "told" });
  const from = marks.length ? Math.max(0, Math.min(...marks.map((mark) => mark.start)) - AROUND) : 0;
  const to = marks.length ? Math.min(text.length, Math.max(...marks.map((mark) => mark.end)) + AROUND) : Math.min(text.length, 2 * AROUND);
  const start = from === 0 ? 0 : wordEdge(text, from);
  const end = to === text.length ? to : wordEdge(text, to);
  if (start === 0 && end === text.length) {
    const all = whole();
    all.append(...marked(text, marks));
    return all;
  }
  const part = whole();
  part.append(start > 0 ? "… " : "", ...marked(text.slice(start, end), marks, start), end < text.length ? " … " : "");
  const more = el("button", { type: "button", class: "more", on: { click: () => part.replaceChildren(...marked(text, marks)) } }, "whole text");
  part.append(more);
  return part;
}

function wordEdge(text, at) {
  const edge = text.indexOf(" ", at);
  return edge < 0 || edge - at > 40 ? at : edge;
}
