// The live board, by keyboard alone: an alert is opened and read, judged, muted and each taken back; the list is narrowed and
// the address keeps it; the charts; a thousand threads.

export const name = "board";

// While the demo plays its days in minutes, a mute of hours is over before it can be taken back: by then it has played them.
export const last = true;

const MANY = 1000;
const SLOW = 250; // ms a key may take on a busy machine, with a thousand threads

export async function visit(desk) {
  await desk.hearsEarly("/", "#help", "#keys[open] kbd");
  await desk.drawsTheSame("/", "#board");
  await desk.go("/?show=all");
  await desk.shows(".board > li .headline", "an alert");
  await desk.shows('#connection[data-state="live"]', "a live connection");
  await desk.look("the board");
  await desk.shot("board");
  await runsTheRightWay(desk);
  await letsNewOnesWait(desk);
  const stops = await desk.walk("the board");

  await desk.press("j", "Enter");
  await desk.shows("#detail h2", "the alert that Enter opens");
  await desk.shows("#detail .clauses mark", "the words that answer the rule");
  await desk.shows("#detail article mark", "those words highlighted in their articles");
  await desk.look("an open alert");
  const marks = await desk.count("#detail mark");

  await judges(desk);
  await saysByOneKey(desk);
  await mutes(desk);
  await desk.listsItsKeys();
  await narrows(desk);
  await charts(desk);
  const threads = await desk.count(".board > li");
  await opensByAddress(desk);
  const found = [
    `${threads} alerts`,
    `${stops} stops of Tab`,
    `${await desk.count("#stories-list > li")} stories`,
    `${marks} highlights in the one opened by keyboard`,
    "judged, muted and taken back by keyboard",
    await holdsMany(desk),
  ];
  return [...found, await desk.weigh("/")].join(", ");
}

/** While a row is selected, what rings anew waits behind a button and what rings again is rewritten where it stands; nothing moves. */
async function letsNewOnesWait(desk) {
  const { page } = desk;
  let ring;
  const rings = new Promise((now) => (ring = now));
  await page.route("**/api/v1/alerts/stream*", async (route) => route.fulfill({ contentType: "text/event-stream", body: await rings }));
  await desk.go("/?show=all");
  await desk.shows(".board > li button.row", "the rows");
  const { alerts } = await desk.elsewhere("GET", "/api/v1/alerts?limit=1000");
  await desk.press("j");
  const rows = () => page.locator(".board > li").evaluateAll((all) => all.map((row) => [row.dataset.thread, row.getBoundingClientRect().top]));
  const stood = await rows();
  const again = alerts.find(({ thread }) => thread === stood[1][0]);
  const told = [
    { ...again, id: "again", seq: again.seq + 1, kind: "UPDATE", headline: "Rung again" },
    ...Array.from({ length: 12 }, (_, n) => ({ ...again, thread: `fresh-${n}`, id: `fresh-${n}`, seq: 1, kind: "NEW" })),
  ];
  ring(`retry: 600000\nid: x\nevent: hello\ndata: {}\n\n${told.map((alert) => `event: alert\ndata: ${JSON.stringify(alert)}\n\n`).join("")}`);
  await desk.becomes(() => document.querySelector("#waiting:not([hidden])")?.textContent.includes("12 new"), "that twelve wait");
  await desk.becomes((thread) => document.querySelector(`.board > li[data-thread="${thread}"] .headline`).textContent === "Rung again", "the row that rang again, rewritten", again.thread);
  if (JSON.stringify(await rows()) !== JSON.stringify(stood)) desk.fault("rows moved under the hand while others rang");
  await desk.shot("waiting");
  await desk.press("n");
  await desk.becomes((all) => document.querySelectorAll(".board > li").length === all, "the twelve among the others", stood.length + 12);
  await page.unroute("**/api/v1/alerts/stream*");
  await desk.go("/?show=all");
  await desk.shows('#connection[data-state="live"]', "a live connection again");
  await desk.shows(".board > li button.row", "the rows again");
}

/** A headline of letters that run from the right is set so, whatever the page's own direction. */
async function runsTheRightWay(desk) {
  const wrong = await desk.page.evaluate(() =>
    [...document.querySelectorAll(".headline")]
      .filter(({ textContent }) => /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(textContent))
      .filter((headline) => getComputedStyle(headline).direction !== "rtl").length,
  );
  if (wrong) desk.fault(`${wrong} headlines run the wrong way`);
}

async function judges(desk) {
  const row = ".row[aria-current]";
  const place = () => desk.page.locator(row).boundingBox();
  const said = (word) => desk.becomes(([row, word]) => document.querySelector(row)?.querySelector(".said").textContent.includes(word), `the row says "${word}"`, [row, word]);
  const before = await desk.page.locator(`${row} .said`).textContent();
  const stood = await place();

  await desk.press("x");
  await desk.shows("#detail .ask input:not([type])", "the question why");
  await desk.page.locator("#detail .ask input").focus();
  await desk.page.keyboard.type("Told before");
  await desk.press("Enter");
  await said("not useful");
  if ((await place()).y !== stood.y) desk.fault("a row moved under the hand that judged it");
  await desk.press("z");
  await desk.becomes(([row, before]) => document.querySelector(row).querySelector(".said").textContent === before, "what stood before stands again", [row, before]);
}

/** The words of one key each, which lead on to the next row, and are taken back by another. */
async function saysByOneKey(desk) {
  const current = () => desk.page.locator(".board > li:has(.row[aria-current])").getAttribute("data-thread");
  for (const [key, word] of [["e", "seen"], ["u", "useful"], ["s", "muted until"]]) {
    const thread = await current();
    const said = desk.page.locator(`.board > li[data-thread="${thread}"] .said`);
    const before = await said.textContent();
    await desk.press(key);
    await desk.becomes(([thread, word]) => document.querySelector(`.board > li[data-thread="${thread}"] .said`).textContent.includes(word), `"${key}" says "${word}" of the row`, [thread, word]);
    await desk.becomes((thread) => document.querySelector(".board > li:has(.row[aria-current])").dataset.thread !== thread, `"${key}" leads on to the next row`, thread);
    await desk.press("z");
    await desk.becomes(([thread, before]) => document.querySelector(`.board > li[data-thread="${thread}"] .said`).textContent === before, `"z" takes back what "${key}" said`, [thread, before]);
    await desk.press("k");
    await desk.becomes((thread) => document.querySelector(".board > li:has(.row[aria-current])").dataset.thread === thread, "the row again", thread);
  }
}

async function mutes(desk) {
  await desk.press("m");
  await desk.shows("#detail .ask select", "what can be muted");
  await desk.look("what can be muted", { brief: true });
  await desk.press("Tab", "Tab");
  await desk.page.keyboard.type("Known");
  await desk.press("Enter");
  await desk.shows(".row[aria-current] .said time", "until when the thread is muted");
  await desk.press("Escape", "v", "v");
  await desk.shows("#mutes-list > li q", "the mute with its reason");
  await desk.look("what is muted", { brief: true });
  // Not by "z": what was done a while ago, as on a busy machine, is no longer offered to be taken back.
  await desk.page.locator("#mutes-list [data-mute]").first().focus();
  await desk.press("Enter");
  await desk.shows("#mutes-empty:not([hidden])", "that nothing is muted any more");
  await desk.press("v");
}

/** What is asked for stands in the address, so that a reload and a link show the same. */
async function narrows(desk) {
  const all = await desk.count(".board > li");
  const word = (await desk.page.locator(".board .headline").first().textContent()).split(" ").sort((a, b) => b.length - a.length)[0];
  await desk.press("/");
  await desk.page.keyboard.type(word.toUpperCase());
  await desk.becomes((all) => document.querySelectorAll(".board > li").length < all, "fewer alerts", all === 1 ? 2 : all);
  const kept = await desk.page.locator(".board > li").evaluateAll((rows) => rows.map((row) => row.dataset.thread));
  await desk.page.reload({ waitUntil: "domcontentloaded" });
  // Others may ring meanwhile: what was shown is, and what the word left out is not all back.
  const same = ([kept, all]) => {
    const shown = new Set([...document.querySelectorAll(".board > li:has(button)")].map((row) => row.dataset.thread));
    return kept.every((thread) => shown.has(thread)) && document.querySelector("#text").value !== "" && (all === 1 || shown.size < all);
  };
  await desk.becomes(same, "the same alerts after a reload", [kept, all]);
  await desk.go("/?show=all");
  await desk.shows(".board > li .headline", "all alerts again");
}

async function charts(desk) {
  await desk.press("v");
  await desk.shows("#volume .volume-chart svg", "the chart of the hours");
  await desk.shows("#volume .volumes tbody tr, #volume .aside", "the watchlists by volume");
  await desk.look("the volume");
  await desk.shot("volume");
  await desk.press("v", "v");
}

/** A link to a thread opens it: the one that most have told. */
async function opensByAddress(desk) {
  const thread = await desk.page.evaluate(async () => {
    const { alerts } = await (await fetch("/api/v1/alerts?limit=1000")).json();
    const told = ({ articles, origins }) => articles.length * 10 + origins;
    return alerts.sort((a, b) => told(b) - told(a))[0].thread;
  });
  await desk.go(`/?thread=${encodeURIComponent(thread)}`);
  await desk.shows("#detail h2", "the thread that the address names");
  await desk.shows(".board > li button.row", "the rows");
  await desk.shot("dashboard");
}

/** The board with a thousand threads: each key answers at once. */
async function holdsMany(desk) {
  const { page } = desk;
  await page.route("**/api/v1/alerts?*", async (route) => {
    const answer = await (await route.fetch()).json();
    const one = answer.alerts[0];
    const alerts = Array.from({ length: MANY }, (_, n) => ({ ...one, thread: `many-${n}`, id: `many-${n}`, headline: `${one.headline} (${n})` }));
    await route.fulfill({ json: { ...answer, alerts } });
  });
  await desk.go("/");
  await desk.becomes((many) => document.querySelectorAll(".board > li").length === many, `${MANY} threads`, MANY);
  const took = await page.evaluate(async () => {
    const times = [];
    for (let n = 0; n < 20; n++) {
      const start = performance.now();
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "j", bubbles: true }));
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b)[10];
  });
  await page.unroute("**/api/v1/alerts?*");
  if (took > SLOW) desk.fault(`with ${MANY} threads a key takes ${Math.round(took)} ms`);
  return `a key takes ${Math.round(took)} ms with ${MANY} threads`;
}
