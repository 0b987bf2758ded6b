// A page of the dashboard under inspection: every complaint of the browser is a fault, and so is what axe finds.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

const PATIENCE = 30_000;
// A phone; a desk of 1440 by 900 at twice its size; that desk in both schemes, the dark last, as it is left.
const LOOKS = [
  { colorScheme: "light", width: 420, height: 900 },
  { colorScheme: "dark", width: 720, height: 450 },
  { colorScheme: "light", width: 1440, height: 900 },
  { colorScheme: "dark", width: 1440, height: 900 },
];
const ASKED = /\/api\/|\/parts($|\?)/; // what pages ask of the server once they are there
const MOST_STOPS = 400;
const STEADY = 0.01; // layout shift of a load (Layout Instability), of 1 for all of the window moved by all of its height
const HEAVIEST = 200_000; // bytes of a page with all that it loads, uncompressed
// The promise is 300 ms on a quiet machine. A busy one takes longer and says how long; only what no noise explains fails.
const SLOWEST = Number(process.env.FIRST_PAINT_MS ?? 3000);

export class Desk {
  #url;
  #shots;
  #faults = new Set();
  #rules = Infinity;
  #expected = null; // the refusal that a check provokes: [status, path]

  /** A fresh page, that nothing was loaded into. */
  static async open(browser, url, shots) {
    const page = await browser.newPage(as(LOOKS.at(-1)));
    page.setDefaultTimeout(PATIENCE);
    const desk = new Desk(page, url, shots);
    await desk.#listen();
    return desk;
  }

  constructor(page, url, shots) {
    this.page = page;
    this.#url = url;
    this.#shots = shots;
  }

  async #listen() {
    const { page } = this;
    await page.addInitScript(() => {
      globalThis.violations = [];
      addEventListener("securitypolicyviolation", (event) =>
        globalThis.violations.push(`the policy blocked ${event.blockedURI} by ${event.effectiveDirective}`),
      );
    });
    page.on("console", (said) => said.type() === "error" && !this.#provoked(said.location().url, said.text()) && this.fault(`the console says: ${said.text()}`));
    page.on("pageerror", (error) => this.fault(`a script failed: ${error.message}`));
    page.on("requestfailed", (request) => {
      // What the page itself gives up when it is left is no fault of the server's.
      if (request.failure()?.errorText !== "net::ERR_ABORTED" && !this.#provoked(request.url(), "Failed to load resource")) this.fault(`${request.url()} failed: ${request.failure()?.errorText}`);
    });
    page.on("response", (response) => {
      if (response.status() >= 400 && !this.#provoked(response.url(), response.status())) this.fault(`${response.url()} answered ${response.status()}`);
    });
  }

  #provoked(url, said) {
    if (!this.#expected || !url) return false;
    const [status, path] = this.#expected;
    const { pathname } = new URL(url);
    return (path.test?.(pathname) ?? pathname === path) && String(said).includes(status);
  }

  /** Does what the server is to refuse, which then is no fault; that it does not is one. */
  async refusedWith(status, path, act) {
    this.#expected = [status, path];
    const refused = this.page.waitForResponse((response) => response.status() === status && new URL(response.url()).pathname === path);
    await Promise.all([refused, act()]);
  }

  fault(words) {
    this.#faults.add(words);
  }

  /** Loads a path of the site; `shows` says when it is there. */
  async go(path) {
    await this.page.goto(new URL(path, this.#url).href, { waitUntil: "domcontentloaded" });
  }

  async shows(selector, what) {
    await this.page.waitForSelector(selector).catch(() => {
      throw new Error(`did not show ${what} within ${PATIENCE / 1000} s`);
    });
  }

  /** Loads a path while what it asks of the server fails; that it fails is no fault. */
  async goWithout(path, answer) {
    const { page } = this;
    await this.cutOff(answer);
    await this.go(path);
    await this.shows('#connection[data-state="lost"]', `${path} saying that what it shows is old`);
    const words = await page.textContent("#connection");
    if (!/^As of \d\d:\d\d: /.test(words) || (answer && !words.includes(answer.detail))) this.fault(`${path} says "${words}" where it is answered ${answer?.status ?? "nothing"}`);
    await this.putOn();
  }

  /** From now on whatever the page asks gets this answer, or none; what it hears already it goes on hearing. */
  async cutOff(answer = null) {
    this.#expected = [answer?.status ?? "Failed to load resource", ASKED];
    await this.page.route(ASKED, (route) => (answer ? route.fulfill({ status: answer.status, contentType: "application/problem+json", json: answer }) : route.abort()));
  }

  async putOn() {
    await this.page.unroute(ASKED);
  }

  /** What is pressed before the page's scripts are there is done when they are. */
  async hearsEarly(path, selector, shows) {
    let come;
    const scripts = new Promise((resolve) => (come = resolve));
    await this.page.route("**/*.js", (route) => scripts.then(() => route.continue()));
    await this.go(path);
    await this.page.click(selector);
    const isShown = await this.page.locator(shows).count();
    if (isShown) this.fault(`${shows} is there without scripts: nothing was tried`);
    come();
    await this.shows(shows, `what ${selector} leads to, pressed before the scripts came`);
    await this.page.unroute("**/*.js");
  }

  /** Waits until the page says so itself; `question` runs in the page. */
  async becomes(question, what, argument) {
    await this.page.waitForFunction(question, argument).catch(() => {
      throw new Error(`${what}: not within ${PATIENCE / 1000} s`);
    });
  }

  /** The same for a question that has to wait for its own answer, such as one to the server. */
  async comes(question, what, argument, patience = 2 * PATIENCE) {
    for (const end = Date.now() + patience; Date.now() < end; await this.page.waitForTimeout(500)) {
      if (await this.page.evaluate(question, argument)) return;
    }
    throw new Error(`${what}: not within ${patience / 1000} s`);
  }

  /**
   * The first rows of a list are drawn twice, by the gateway and by the scripts: both say the same words in the same order. Times are
   * left out, since only the browser knows the zone; numbers may move on between the two, so that it is enough to see it once.
   */
  async drawsTheSame(path, list) {
    await this.go(path);
    await this.shows('#connection[data-state="live"]', `${path} up to date`);
    const compare = async ([path, list]) => {
      const words = (row) => {
        const copy = row.cloneNode(true);
        copy.querySelectorAll("time, svg, .unseen, [hidden], .said, details > :not(summary)").forEach((each) => each.remove());
        return copy.textContent.replace(/\s+/g, "");
      };
      // Without its styles, whose nonce is not this page's.
      const html = (await (await fetch(path)).text()).replace(/<style[^]*?<\/style>/g, "");
      const theirs = new DOMParser().parseFromString(html, "text/html");
      const drawn = [...theirs.querySelectorAll(`${list} > li`)].map(words);
      const here = [...document.querySelectorAll(`${list} > li`)].slice(0, drawn.length).map(words);
      globalThis.differs = drawn.findIndex((row, n) => row !== here[n]);
      globalThis.difference = [drawn[globalThis.differs], here[globalThis.differs]];
      return drawn.length > 0 && globalThis.differs === -1;
    };
    await this.comes(compare, `${path} draws its rows alike`, [path, list]).catch(async () => {
      const [drawn, here] = await this.page.evaluate(() => globalThis.difference);
      this.fault(`${path}: the gateway draws "${drawn}", the scripts "${here}"`);
    });
  }

  count(selector) {
    return this.page.locator(selector).count();
  }

  /** Presses keys one after the other, as a hand does. */
  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /**
   * Walks the page by Tab alone, as somebody without a mouse: each stop shows that it has the focus, none keeps it, and whatever a
   * mouse could press is among them. Tabs and the like have one stop for all; the arrows go on from there.
   */
  async walk(state) {
    const { page } = this;
    await page.evaluate(() => {
      // From the top: a field that was left is where the next Tab would go on from.
      document.body.tabIndex = -1;
      document.body.focus();
      document.body.removeAttribute("tabindex");
      scrollTo(0, 0);
      globalThis.walked = new Set();
      // What rings meanwhile comes before or after the hand, as it happens.
      globalThis.stood = new Set(document.querySelectorAll("a[href], button, input, select, textarea, summary"));
    });
    let stops = 0;
    for (let here = "on"; here === "on" && stops < MOST_STOPS; stops++) {
      await page.keyboard.press("Tab");
      here = await page.evaluate(stop);
      if (here.startsWith("!")) this.fault(`${state}: ${here.slice(1)}`), (here = "on");
    }
    if (stops === MOST_STOPS) this.fault(`${state}: ${MOST_STOPS} presses of Tab do not lead around the page`);
    const missed = await page.evaluate(() => {
      const { walked, stood } = globalThis;
      const groups = new Set([...walked].filter(({ type }) => type === "radio").map(({ name }) => name));
      return [...stood]
        .filter((each) => each.isConnected && each.checkVisibility({ visibilityProperty: true }) && !each.disabled && each.tabIndex >= 0)
        .filter((each) => !walked.has(each) && !(each.type === "radio" && groups.has(each.name)))
        .map((each) => `${each.localName} "${(each.textContent || each.id || each.name).trim().slice(0, 40)}"`);
    });
    await page.evaluate(() => {
      document.activeElement?.blur();
      scrollTo(0, 0);
    });
    if (missed.length) this.fault(`${state}: Tab never comes to ${missed.slice(0, 3).join(", ")}${missed.length > 3 ? ` and ${missed.length - 3} more` : ""}`);
    return stops;
  }

  /** The list of keys opens by "?" and closes by Escape. */
  async listsItsKeys() {
    await this.page.evaluate(() => document.activeElement?.blur());
    await this.press("?");
    await this.shows("#keys[open] kbd", "the keys");
    await this.look("the keys", { brief: true });
    await this.press("Escape");
    await this.becomes(() => !document.querySelector("#keys").open, "Escape closes the list of keys");
  }

  /** Whether what is changed here is kept by a real log: over invented news there is none. */
  async isReal() {
    return (await this.page.request.get(new URL("/api/v1/audit?limit=1", this.#url).href)).ok();
  }

  /** What another analyst does at the same time, from a page of their own. */
  async elsewhere(method, path, body) {
    const answer = await this.page.evaluate(
      async ([method, path, body]) => {
        const response = await fetch(path, { method, headers: body && { "Content-Type": "application/json" }, body: body && JSON.stringify(body) });
        const text = await response.text();
        return { status: response.status, body: text.startsWith("{") ? JSON.parse(text) : text };
      },
      [method, path, body],
    );
    if (answer.status >= 400) throw new Error(`${method} ${path} answered ${answer.status}`);
    return answer.body;
  }

  /** Asks axe in each look, or in the first and the last; the desk in the dark last. */
  async look(state, { brief = false } = {}) {
    for (const { colorScheme, width, height } of brief ? [LOOKS[0], LOOKS.at(-1)] : LOOKS) {
      await this.page.emulateMedia({ colorScheme });
      await this.page.setViewportSize({ width, height });
      const seen = `${state}, ${colorScheme}, ${width} px`;
      const overflow = await this.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflow > 0) this.fault(`${seen}: ${overflow} px wider than the window`);
      const { passes, violations } = await axe(this.page);
      this.#rules = Math.min(this.#rules, passes);
      violations.forEach((violation) => this.fault(`${seen}: ${violation}`));
    }
  }

  /** How long a load takes until it paints (of five, each with nothing kept from before) and what it loads in all. */
  async weigh(path) {
    const loads = [];
    for (let n = 0; n < 5; n++) loads.push(await this.#load(new URL(path, this.#url).href));
    const paints = loads.map(({ paint }) => Math.round(paint)).sort((a, b) => a - b);
    const bytes = Math.max(...loads.map((load) => load.bytes));
    const shift = Math.max(...loads.map((load) => load.shift));
    if (shift > STEADY) this.fault(`${path} moves under the hand while it loads: a shift of ${shift.toFixed(3)}`);
    if (bytes > HEAVIEST) this.fault(`${path} weighs ${bytes} bytes, more than ${HEAVIEST}`);
    if (paints[0] > SLOWEST) this.fault(`${path} paints after ${paints[0]} ms, not within ${SLOWEST}`);
    return `first paint after ${paints[2]} ms (best ${paints[0]}), ${Math.round(bytes / 1000)} KB in all, layout shift ${shift.toFixed(3)}`;
  }

  async #load(url) {
    const page = await this.page.context().browser().newPage(as(LOOKS.at(-1)));
    try {
      // The browser says when it has painted; a script of ours that asked would take the time of what it measures.
      const inside = await page.context().newCDPSession(page);
      await inside.send("Page.enable");
      await inside.send("Page.setLifecycleEventsEnabled", { enabled: true });
      const painted = new Promise((seen) => inside.on("Page.lifecycleEvent", ({ name }) => name === "firstContentfulPaint" && seen()));
      const late = new Promise((_, fail) => setTimeout(() => fail(new Error(`${url} does not paint`)), PATIENCE).unref());
      await Promise.all([page.goto(url, { waitUntil: "load" }), Promise.race([painted, late])]);
      // Scripts come after the paint, and count as well.
      await page.waitForFunction(() => (document.querySelector("#connection")?.dataset.state ?? "live") === "live");
      return await page.evaluate(async () => ({
        paint: performance.getEntriesByName("first-contentful-paint")[0].startTime,
        shift: await new Promise((told) => {
          let sum = 0;
          new PerformanceObserver((seen) => (sum += seen.getEntries().reduce((all, { value }) => all + value, 0))).observe({ type: "layout-shift", buffered: true });
          // Two frames after the last of the scripts, what they drew has moved whatever it moves.
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => told(sum), 100)));
        }),
        bytes: [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
          .filter(({ name }) => !new URL(name).pathname.startsWith("/api/"))
          .reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0),
      }));
    } finally {
      await page.close();
    }
  }

  async shot(name) {
    if (this.#shots) await this.page.screenshot({ path: join(this.#shots, `${name}.png`) });
  }

  kept() {
    return `${this.#rules} accessibility rules hold in ${LOOKS.map(({ colorScheme, width }) => `${colorScheme} at ${width} px`).join(", ")}`;
  }

  async close() {
    (await this.page.evaluate(() => globalThis.violations ?? []).catch(() => ["the page was left before it could be asked"])).forEach((violation) => this.fault(violation));
    await this.page.close();
    return [...this.#faults];
  }
}

/** Runs in the page: "on" at a new stop, "round" back where it began, "!" and words for what is wrong. */
function stop() {
  const here = document.activeElement;
  if (!here || here === document.body || globalThis.walked.has(here)) return "round";
  globalThis.walked.add(here);
  const { outlineStyle, outlineWidth } = getComputedStyle(here);
  const box = here.getBoundingClientRect();
  const name = `${here.localName} "${(here.getAttribute("aria-label") || here.textContent || here.id).trim().slice(0, 40)}"`;
  if (outlineStyle === "none" || outlineWidth === "0px") return `!the focus does not show on ${name}`;
  if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) return `!${name} has the focus out of sight`;
  const middle = document.elementFromPoint(box.left + box.width / 2, Math.min(innerHeight - 1, Math.max(0, box.top + Math.min(box.height, 40) / 2)));
  if (middle && !here.contains(middle) && !middle.contains(here) && middle.closest("header, footer, .heading, .tabs")) return `!${name} has the focus behind ${middle.closest("header, footer, .heading, .tabs").className}`;
  return "on";
}

function as({ colorScheme, width, height }) {
  return { viewport: { width, height }, colorScheme, reducedMotion: "reduce" };
}

async function axe(page) {
  // Evaluated rather than added as a script, which the page's own policy would refuse.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(await source());
  const { passes, violations } = await page.evaluate(() => globalThis.axe.run({ preload: false, resultTypes: ["violations"] }));
  return {
    passes: passes.length,
    violations: violations.map(
      ({ id, help, nodes }) => `${id} (${help}) at ${nodes[0].target.join(" ")} and ${nodes.length - 1} more: ${nodes[0].failureSummary.replace(/\s+/g, " ")}`,
    ),
  };
}

async function source() {
  return readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
}
