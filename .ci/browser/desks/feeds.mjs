// The feeds: each with a word for its state, what stands behind one, and the ways to add others.

export const name = "feeds";

export async function visit(desk) {
  const { page } = desk;
  await desk.hearsEarly("/feeds", "#open-add", "#add:not([hidden])");
  await desk.drawsTheSame("/feeds", "#coverage");
  await desk.go("/feeds");
  await desk.shows(".coverage > li:not([data-first]) .state span", "the state of a feed");
  await desk.shot("feeds");
  const feeds = await desk.count(".coverage > li");
  const stops = await desk.walk("the feeds");
  await desk.listsItsKeys();

  await page.focus(".coverage > li summary");
  await desk.press("Enter");
  await desk.shows(".coverage .behind form", "the settings of a feed by keyboard");
  await desk.look("the feeds");
  await desk.press("Enter");

  await desk.press("a");
  await desk.shows("#add:not([hidden]) #address:focus", "where to add a feed, by its key");
  // A name that never resolves: what is told is the gateway's own words, without asking anybody.
  await page.keyboard.type("nobody.invalid");
  await desk.press("Enter");
  await desk.shows("#candidates .act", "what was found at an address");
  await desk.look("adding a feed");
  await page.click("#open-opml");
  await desk.shows("#opml:not([hidden]) #list", "OPML in and out");

  await page.fill("#find", "no feed is called so");
  await desk.becomes(() => document.querySelectorAll(".coverage > li").length === 0, "finding leaves out what was not asked for");
  const found = await adds(desk);
  return `${feeds} feeds, ${stops} stops of Tab, ${found}${await desk.weigh("/feeds")}`;
}

/** Over the demo, which serves its own feeds: one is found at an address, added, changed by two at once, and removed. */
async function adds(desk) {
  const { page } = desk;
  const { feeds } = await (await page.request.get(new URL("/api/v1/feeds", page.url()).href)).json();
  const served = feeds.find(({ url }) => /^http:\/\/(localhost|127\.0\.0\.1):/.test(url) && !url.includes("?"));
  if (!served || !(await desk.isReal())) return "";
  const address = `${served.url}?check=${Date.now().toString(36)}`;
  await desk.drawsTheSame("/feeds", "#coverage");
  await desk.go("/feeds");
  await desk.shows(".coverage > li", "the feeds again");
  await desk.press("a");
  await desk.shows("#address:focus", "where to add a feed");
  await page.keyboard.type(address);
  await desk.press("Enter");
  await desk.shows("#candidates .latest", "what the feed tells of late");
  await desk.look("a feed that was found", { brief: true });
  await page.locator("#candidates .act").press("Enter");
  await desk.shows("#notice[data-shown] #undo", "that it is read from now on");

  await page.fill("#find", address);
  const row = page.locator(".coverage > li", { hasText: address });
  await row.locator("summary").press("Enter");
  await row.locator('.behind input[name="title"]').fill("Mine");
  const { feeds: now } = await (await page.request.get(new URL("/api/v1/feeds", page.url()).href)).json();
  const { id } = now.find(({ url }) => url === address);
  await desk.elsewhere("PUT", `/api/v1/feeds/${id}`, { ...now.find((feed) => feed.id === id), id: undefined, title: "Theirs" });
  await desk.refusedWith(412, `/api/v1/feeds/${id}`, () => row.getByRole("button", { name: "Save", exact: true }).press("Enter"));
  await desk.shows(".overtaken ins", "what somebody else saved meanwhile");
  await desk.look("a feed that two change");
  await row.getByRole("button", { name: "Take theirs" }).press("Enter");
  await desk.becomes(() => document.querySelector('.behind input[name="title"]')?.value === "Theirs", "theirs in the form");
  await row.getByRole("button", { name: "Remove" }).press("Enter");
  await row.waitFor({ state: "detached" });
  return "one found, added, changed by two and removed, ";
}
