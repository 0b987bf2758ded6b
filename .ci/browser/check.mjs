// Runs every desk's check, or one, and says what each found. A desk is a file in desks/ with `name` and `visit(desk)`; `visit`
// does what a reader does there and returns what it saw, in words; one that is `last` comes after the others.
// Usage: check.mjs URL [--desk NAME] [--shots FOLDER]

import { mkdir, readdir } from "node:fs/promises";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { Desk } from "./desk.mjs";

const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const { values, positionals } = parseArgs({
  options: { desk: { type: "string" }, shots: { type: "string" } },
  allowPositionals: true,
});
const [url] = positionals;
if (!url) {
  console.error("usage: check URL [--desk NAME] [--shots FOLDER]");
  process.exit(2);
}
if (values.shots) await mkdir(values.shots, { recursive: true });

const files = (await readdir(new URL("desks/", import.meta.url))).sort();
const desks = await Promise.all(files.map((file) => import(`./desks/${file}`)));
const asked = desks
  .filter(({ name }) => !values.desk || name === values.desk)
  .sort((a, b) => (a.last ?? false) - (b.last ?? false));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ARGS });
let failed = asked.length === 0;
try {
  for (const { name, visit } of asked) {
    const desk = await Desk.open(browser, url, values.shots);
    let found = "";
    try {
      found = await visit(desk);
    } catch (problem) {
      desk.fault(problem.message.split("\n")[0]);
    }
    const faults = await desk.close();
    if (faults.length === 0) console.log(`${name}: ${found}, ${desk.kept()}`);
    for (const fault of faults) console.error(`${name}: ${fault}`);
    failed ||= faults.length > 0;
  }
} finally {
  await browser.close();
}
process.exit(failed ? 1 : 0);
