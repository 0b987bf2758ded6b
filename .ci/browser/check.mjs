// What a reader of the dashboard does, in a real browser: sees an alert, opens it by keyboard, reads the words that
// answered, in either colour scheme, on a desk or a phone. Usage: check.mjs URL [SCREENSHOT.png]

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const PATIENCE = 30_000;
const SCHEMES = ["light", "dark"];
const SIZES = [
  { width: 420, height: 900 },
  { width: 1440, height: 900 },
];
const GRAVE = new Set(["serious", "critical"]);
const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const [url, screenshot] = process.argv.slice(2);
if (!url) {
  console.error("usage: check URL [SCREENSHOT.png]");
  process.exit(2);
}

const faults = [];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ARGS });
try {
  const page = await browser.newPage({ viewport: SIZES.at(-1), colorScheme: SCHEMES.at(-1), reducedMotion: "reduce" });
  await watch(page);
  const found = await read(page);
  if (screenshot) await page.screenshot({ path: screenshot });
  faults.push(...(await page.evaluate(() => globalThis.violations)));
  if (faults.length === 0) console.log(`dashboard: ${found}`);
} catch (problem) {
  faults.push(problem.message.split("\n")[0]);
} finally {
  await browser.close();
}
for (const fault of new Set(faults)) console.error(`dashboard: ${fault}`);
process.exit(faults.length === 0 ? 0 : 1);

/** Keeps every complaint of the browser. */
async function watch(page) {
  await page.addInitScript(() => {
    globalThis.violations = [];
    addEventListener("securitypolicyviolation", (event) =>
      globalThis.violations.push(`the policy blocked ${event.blockedURI} by ${event.effectiveDirective}`),
    );
  });
  page.on("console", (said) => said.type() === "error" && faults.push(`the console says: ${said.text()}`));
  page.on("pageerror", (error) => faults.push(`a script failed: ${error.message}`));
  page.on("requestfailed", (request) => faults.push(`${request.url()} failed: ${request.failure()?.errorText}`));
  page.on("response", (response) => response.status() >= 400 && faults.push(`${response.url()} answered ${response.status()}`));
}

async function read(page) {
  const feeds = await readFeeds(page);
  await page.goto(url, { waitUntil: "domcontentloaded", timeout: PATIENCE });
  await shows(page, ".board > li .headline", "an alert");
  await shows(page, '#connection[data-state="live"]', "a live connection");
  const rules = await forEachLook(page, "the board");

  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await shows(page, "#detail h2", "the alert that Enter opens");
  await shows(page, "#detail .clauses mark", "the words that answer the rule");
  await shows(page, "#detail article mark", "those words highlighted in their articles");
  await forEachLook(page, "an open alert");

  const count = (selector) => page.locator(selector).count();
  return [
    `${await count(".board > li")} alerts`,
    `${await count("#stories-list > li")} stories`,
    `${await count("#detail mark")} highlights in the one opened by keyboard`,
    `${feeds} feeds`,
    "live",
    `${rules} accessibility rules hold in ${SCHEMES.join(" and ")} at ${SIZES.map(({ width }) => width).join(" and ")} px`,
  ].join(", ");
}

/** The page of the feeds: each with a word for its state. */
async function readFeeds(page) {
  await page.goto(new URL("/feeds", url).href, { waitUntil: "domcontentloaded", timeout: PATIENCE });
  await shows(page, ".coverage > li .state span", "the state of a feed");
  await forEachLook(page, "the feeds");
  faults.push(...(await page.evaluate(() => globalThis.violations)));
  return page.locator(".coverage > li").count();
}

async function shows(page, selector, what) {
  await page.waitForSelector(selector, { timeout: PATIENCE }).catch(() => {
    throw new Error(`did not show ${what} within ${PATIENCE / 1000} s`);
  });
}

/** Looks at the page in each scheme and size, the desk in the dark last; returns how many rules were kept. */
async function forEachLook(page, state) {
  let kept = Infinity;
  for (const colorScheme of SCHEMES) {
    for (const size of SIZES) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(size);
      const look = `${state}, ${colorScheme}, ${size.width} px`;
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflow > 0) faults.push(`${look}: ${overflow} px wider than the window`);
      const { passes, violations } = await axe(page);
      kept = Math.min(kept, passes);
      faults.push(...violations.map((violation) => `${look}: ${violation}`));
    }
  }
  return kept;
}

async function axe(page) {
  // Evaluated rather than added as a script, which the page's own policy would refuse.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(await source());
  const { passes, violations } = await page.evaluate(() => globalThis.axe.run({ preload: false, resultTypes: ["violations"] }));
  return {
    passes: passes.length,
    violations: violations
      .filter(({ impact }) => GRAVE.has(impact))
      .map(({ id, help, nodes }) => `${id} (${help}) at ${nodes[0].target.join(" ")} and ${nodes.length - 1} more: ${nodes[0].failureSummary.replace(/\s+/g, " ")}`),
  };
}

async function source() {
  return readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
}
