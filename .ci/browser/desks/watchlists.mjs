// The watchlists: written with completion and chips, tried over the log, saved with a reason, changed, taken back, asked why not,
// and deleted; by keyboard but for the chips.

export const name = "watchlists";

const ID = `browser-check-${Date.now().toString(36)}`;

export async function visit(desk) {
  const { page } = desk;
  await desk.drawsTheSame("/watchlists", "#roster");
  await desk.go("/watchlists");
  await desk.shows(".roster > li:not([data-first]) .beat", "a watchlist with what it rings");
  await desk.look("the list");
  const stops = await desk.walk("the list");
  await desk.listsItsKeys();
  await desk.shot("watchlists");
  const watchlists = await desk.count(".roster > li");
  const weight = await desk.weigh("/watchlists");

  await desk.press("n");
  await desk.shows("#when", "the editor of a new watchlist");
  await write(desk);
  await tryOut(desk);
  await desk.walk("the editor");
  await save(desk, "seen by a browser");
  await desk.shows("#mute:not([hidden])", "that it is saved");

  await changeByChip(desk);
  await save(desk, "one clause more");
  await page.click("#tab-versions");
  await desk.becomes(() => document.querySelectorAll(".versions > li").length === 2, "two versions in the history");
  await desk.look("the versions");
  await takeBack(desk);

  await meetsAnother(desk);
  await askWhyNot(desk);
  await remove(desk);
  await importAFile(desk);
  return `${watchlists} watchlists, one written, tried, changed, taken back, met by another's and deleted, one imported, ${stops} stops of Tab, ${weight}`;
}

/** By keyboard: an actor by the middle of its name, a fault where it stands, and the way out of it. */
async function write(desk) {
  const { page } = desk;
  await desk.press("e");
  await page.keyboard.type("actor:put");
  await desk.shows('#choices [aria-selected="true"]', "who may be meant");
  await desk.look("the completion");
  await desk.press("Enter");
  await says(desk, 'actor:"Vladimir Putin"');
  await page.keyboard.type(" OR event:ceasefir");
  await desk.shows("#when-fault .where", "that there is no such topic");
  await desk.look("a fault");
  await page.keyboard.type("e");
  await desk.becomes(() => document.querySelectorAll(".chip").length === 2 && !document.querySelector("#when-fault").textContent, "two chips and no fault");
  await desk.press("Escape");
  await page.fill("#f-title", "Seen by a browser");
  await page.fill("#f-id", ID);
  await page.selectOption("#f-state", "watching");
}

async function tryOut(desk) {
  const { page } = desk;
  await page.check('input[value="P30D"]');
  await page.click("#run");
  await desk.becomes(() => document.querySelector("#preview-result").children.length > 0, "what it would have rung");
  await desk.look("a preview");
  await desk.shot("preview");
}

async function save(desk, why) {
  const { page } = desk;
  await desk.becomes(() => !document.querySelector("#save").disabled, "that it can be saved");
  await page.click("#save");
  await desk.shows("#why", "the question why");
  await page.fill("#why", why);
  await desk.press("Enter");
  await desk.becomes(() => !document.querySelector("#ask").open && document.querySelector("#notice").textContent.startsWith("Saved"), "the word that it is saved");
}

/** A clause is taken for another, and the text follows. */
async function changeByChip(desk) {
  const { page } = desk;
  await page.click('[data-at="add"]');
  await desk.shows(".chip-form form", "the form of a clause");
  await desk.look("the form of a clause");
  await page.selectOption("#c-kind", "words");
  await page.fill(".chip-fields input", "prisoner swap");
  await page.click(".chip-form .main");
  await says(desk, 'actor:"Vladimir Putin" OR event:ceasefire OR "prisoner swap"');
}

async function takeBack(desk) {
  const { page } = desk;
  await page.click(".versions > li:last-child > .buttons > .act");
  await says(desk, 'actor:"Vladimir Putin" OR event:ceasefire');
  await desk.becomes(() => document.querySelectorAll(".versions > li").length === 3, "that the way back is a version too");
}

/** Somebody else saves it meanwhile: both are shown, and the reader takes theirs. */
async function meetsAnother(desk) {
  const { page } = desk;
  const path = `/api/v1/watchlists/${ID}`;
  const { version, ...body } = await desk.elsewhere("GET", path);
  await desk.elsewhere("PUT", path, { ...Object.fromEntries(Object.entries(body).filter(([, has]) => has !== null)), title: "Seen by another" });
  await page.fill("#f-title", "Seen by two");
  await desk.becomes(() => !document.querySelector("#save").disabled, "that it can be saved");
  await page.click("#save");
  await page.fill("#why", "at the same time");
  await desk.refusedWith(412, path, () => desk.press("Enter"));
  await desk.shows("#ask .changes ins", "theirs beside the reader's");
  await desk.look("a watchlist that two change");
  await page.getByRole("button", { name: "Take theirs" }).press("Enter");
  await desk.becomes(() => document.querySelector("#f-title").value === "Seen by another", "theirs in the form");
}

async function askWhyNot(desk) {
  const { page } = desk;
  await page.click("#tab-why");
  await page.click(".why-stories .story");
  await desk.shows(".why-answer .truth tr", "the clauses as they hold in a story");
  await desk.look("why not");
  await page.click("#tab-ledger");
  await desk.shows("#panel-ledger .big", "what became of its alerts");
}

async function remove(desk) {
  const { page } = desk;
  await page.click("#delete");
  await page.fill("#why", "the check is over");
  await Promise.all([page.waitForURL("**/watchlists"), page.keyboard.press("Enter")]);
  await desk.shows(".roster", "the list again");
}

/** What a file would change is said before it is saved. */
async function importAFile(desk) {
  const { page } = desk;
  await page.click("#import");
  await page.fill("#yaml", `id: ${ID}\ntitle: Seen in a file\nstate: watching\nwhen: prisoner AND swap\n`);
  await desk.shows("#plan li", "what the file would change");
  await desk.look("an import");
  await page.fill("#import-why", "seen in a file");
  await page.click("#ask .main");
  await desk.becomes(() => document.querySelector("#notice").textContent.startsWith("Saved 1 watchlist"), "the word that the file is saved");
  await desk.go(`/watchlists?id=${ID}`);
  await desk.shows("#delete", "the watchlist of the file");
  await remove(desk);
}

async function says(desk, text) {
  await desk.becomes((wanted) => document.querySelector("#when").value === wanted, `the rule reads ${text}`, text);
}
