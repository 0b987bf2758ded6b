// The feeds: each with a word for its state, what stands behind one, and the ways to add others.

export const name = "feeds";

export async function visit(desk) {
  const { page } = desk;
  await desk.go("/feeds");
  await desk.shows(".coverage > li .state span", "the state of a feed");
  const feeds = await desk.count(".coverage > li");
  await desk.shot("feeds");

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
  return `${feeds} feeds, ${await desk.weigh("/feeds")}`;
}
