// Which alerts the board shows, as the address says: a link or a reload shows the same.

const USUAL = { show: "open", watchlist: "", severity: "", text: "" };
const RISING = ["low", "medium", "high", "critical"];
const $ = (id) => document.getElementById(id);

export class Filters {
  #values = { ...USUAL };
  #titles = new Map();

  /** `changed` is called with true where the list must be asked for anew. */
  constructor(changed) {
    this.#read();
    for (const name of ["show", "watchlist", "severity"]) {
      $(name).addEventListener("change", () => {
        this.#values[name] = $(name).value;
        this.#write();
        changed(name !== "severity");
      });
    }
    $("text").addEventListener("input", () => {
      this.#values.text = $("text").value.trim();
      this.#write();
      changed(false);
    });
  }

  #read() {
    const asked = new URLSearchParams(location.search);
    for (const name of Object.keys(USUAL)) this.#values[name] = asked.get(name) ?? USUAL[name];
    for (const name of ["show", "severity"]) {
      $(name).value = this.#values[name];
      if ($(name).selectedIndex < 0) $(name).value = this.#values[name] = USUAL[name];
    }
    $("text").value = this.#values.text;
  }

  #write() {
    put(Object.fromEntries(Object.entries(this.#values).map(([name, value]) => [name, value === USUAL[name] ? "" : value])));
  }

  /** What the list route is asked with. */
  get query() {
    const { watchlist, show } = this.#values;
    return new URLSearchParams({ limit: 1000, ...(watchlist && { watchlist }), ...(show === "watching" && { state: "watching" }) }).toString();
  }

  get watchlist() {
    return this.#values.watchlist;
  }

  /** Whether what is shown did not ring: it would have, by watchlists that only watch. */
  get isWatching() {
    return this.#values.show === "watching";
  }

  /** Whether nothing is asked for but what is open. */
  get isUsual() {
    return Object.keys(USUAL).every((name) => this.#values[name] === USUAL[name]);
  }

  titles(titles) {
    this.#titles = titles;
  }

  /** Whether an alert is asked for, `words` knowing what was said of it. */
  takes(alert, words) {
    const { show, watchlist, severity, text } = this.#values;
    return (
      (!watchlist || alert.watchlist === watchlist) &&
      (!severity || RISING.indexOf(alert.severity) >= RISING.indexOf(severity)) &&
      SHOWN[show](alert, words) &&
      (!text || this.#tells(alert, folded(text)))
    );
  }

  #tells(alert, text) {
    const told = [alert.headline, alert.watchlist, this.#titles.get(alert.watchlist) ?? "", ...alert.evidence.map((piece) => piece.text)];
    return folded(told.join("\n")).includes(text);
  }
}

const SHOWN = {
  open: (alert, words) => words.isOpen(alert),
  all: () => true,
  done: (alert, words) => Boolean(words.on(alert)?.holds),
  muted: (alert, words) => Boolean(words.muting(alert)),
  watching: () => true,
};

/** Without case and accents, as watchlists read words. */
function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Puts these into the address; empty ones out of it. */
export function put(values) {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(values)) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  history.replaceState(null, "", address);
}
