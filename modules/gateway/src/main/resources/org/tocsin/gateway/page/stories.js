// The rail of stories: what is being told, by whom first, and who only repeats it.

import { get } from "./api.js";
import { count, el, told } from "./dom.js";
import { when } from "./time.js";

const MOST = 120;
const SHOWN_SOURCES = 3;

export class Stories {
  #rail = document.querySelector(".side");
  #list = document.getElementById("stories-list");
  #waiting = document.getElementById("stories-waiting");
  #empty = document.getElementById("stories-empty");
  #stories = new Map(); // id -> { tellings, item }
  #held = new Set();
  #pointed = false;

  constructor() {
    this.#rail.addEventListener("pointerenter", (e) => (this.#pointed = e.pointerType === "mouse"));
    this.#rail.addEventListener("pointerleave", () => {
      this.#pointed = false;
      this.#settle();
    });
    this.#rail.addEventListener("scroll", () => this.#settle(), { passive: true });
    this.#waiting.addEventListener("click", () => this.release());
  }

  async load() {
    const { stories, position } = await get("/api/v1/stories?limit=80");
    this.#stories.clear();
    this.#held.clear();
    this.#list.replaceChildren();
    for (const { id, tellings } of stories) {
      const story = { id, tellings, item: el("li") };
      this.#stories.set(id, story);
      this.#write(story);
      this.#list.append(story.item);
    }
    this.#tell();
    return position;
  }

  /** A telling arrived: its story is rewritten in place, and rises when nobody is reading. */
  told(line) {
    const known = this.#stories.get(line.story);
    if (known?.tellings.some((telling) => telling.id === line.id)) return;
    const story = known ?? { id: line.story, tellings: [], item: el("li") };
    story.tellings.unshift(line);
    this.#stories.set(line.story, story);
    this.#write(story);
    if (!known || line.verdict === "NEW") this.#held.add(line.story);
    this.#settle();
  }

  #settle() {
    if (!this.#pointed && this.#rail.scrollTop < 20 && scrollY < 40) this.release();
    else this.#tell();
  }

  release() {
    for (const id of this.#held) this.#list.prepend(this.#stories.get(id).item);
    this.#held.clear();
    this.#rail.scrollTop = 0;
    while (this.#stories.size > MOST && this.#list.lastElementChild) {
      this.#stories.delete(this.#list.lastElementChild.dataset.story);
      this.#list.lastElementChild.remove();
    }
    this.#tell();
  }

  #tell() {
    this.#waiting.hidden = this.#held.size === 0;
    this.#waiting.textContent = `${this.#held.size} new`;
    this.#empty.hidden = this.#stories.size > 0;
  }

  #write(story) {
    const own = story.tellings.filter((telling) => telling.verdict !== "COPY");
    const copies = story.tellings.filter((telling) => telling.verdict === "COPY");
    const latest = own[0] ?? copies[0];
    const revised = own.some((telling) => telling.verdict === "REVISION");
    const wasOpen = story.item.querySelector("details")?.open;
    story.item.dataset.story = story.id;
    const parts = [
      told("p", latest.title || "(no title)", { class: "headline" }),
      el(
        "p",
        { class: "facts" },
        el("span", { class: "source" }, latest.source ?? "unknown"),
        latest.verdict === "REVISION" || revised ? el("span", { class: "verdict" }, "revised") : null,
        latest.backlog && el("span", { class: "verdict" }, "backlog"),
        el("span", {}, count(latest.origins, "origin")),
        when(latest.fetched),
      ),
      latest.events.length > 0 && el("p", { class: "topics" }, latest.events.slice(0, 4).map((topic) => el("span", {}, topic))),
      story.tellings.length > 1 && others(story.tellings.filter((telling) => telling !== latest), copies.length, wasOpen),
    ];
    story.item.replaceChildren(...parts.filter(Boolean));
  }
}

/** The other tellings, folded: "2 more tellings, 3 copies: a.example, b.example". */
function others(tellings, copies, open) {
  const more = tellings.length - tellings.filter((telling) => telling.verdict === "COPY").length;
  const sources = [...new Set(tellings.map((telling) => telling.source).filter(Boolean))];
  const word = [more > 0 && count(more, "more telling"), copies > 0 && count(copies, "copy", "copies")].filter(Boolean).join(", ");
  const named = sources.slice(0, SHOWN_SOURCES).join(", ") + (sources.length > SHOWN_SOURCES ? ", …" : "");
  return el(
    "details",
    { open: open ?? false },
    el("summary", {}, word, named && el("span", {}, `: ${named}`)),
    el(
      "ul",
      {},
      tellings.map((telling) =>
        el("li", {}, el("span", { class: "verdict" }, telling.verdict.toLowerCase()), el("span", { class: "source" }, telling.source ?? ""), told("span", telling.title), when(telling.fetched)),
      ),
    ),
  );
}
