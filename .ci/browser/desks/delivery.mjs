// Delivery: a subscriber added by keyboard, the secret that it is given, its row and its deliveries; paused, so that nothing is
// sent, and removed.

export const name = "delivery";

const TITLE = `Browser check ${Date.now().toString(36)}`;

export async function visit(desk) {
  const { page } = desk;
  await desk.go("/delivery");
  await desk.shows("#nobody:not([hidden]), .subscribers > li:not([data-first])", "who is told");
  const stops = await desk.walk("delivery");
  await desk.listsItsKeys();
  await desk.press("n");
  await desk.shows("#form:not([hidden])", "the form by keyboard");
  await desk.shows("#watchlists input", "the watchlists to choose from");
  await page.fill("#title", TITLE);
  await desk.look("the form of a subscriber");
  await page.fill("#address", "https://desk.invalid/alerts");
  await desk.press("Enter");
  await desk.shows("#secret[open] code:not(:empty)", "the secret");
  await desk.look("the secret");
  await desk.press("Escape");

  await desk.drawsTheSame("/delivery", "#subscribers");
  const row = page.locator(".subscribers > li", { hasText: TITLE });
  const button = (words) => row.getByRole("button", { name: words, exact: true });
  await pausedByTwo(desk, button);
  await row.locator("summary").press("Enter");
  await desk.shows(".subscribers details[open] table", "its deliveries by keyboard");
  await desk.look("delivery");
  await desk.shot("delivery");
  const subscribers = await desk.count(".subscribers > li");
  await button("Remove").press("Enter");
  await button("Sure? Remove").press("Enter");
  await row.waitFor({ state: "detached" });
  return `${subscribers} subscribers, one of them added, paused and removed, ${stops} stops of Tab, ${await desk.weigh("/delivery")}`;
}

/** Somebody else renames it meanwhile: what the reader did not see is not paused unseen. */
async function pausedByTwo(desk, button) {
  const { subscribers } = await desk.elsewhere("GET", "/api/v1/subscribers");
  const { id } = subscribers.find(({ title }) => title === TITLE);
  // The page goes on showing what it showed.
  await desk.page.route("**/api/v1/subscribers", (route) => route.fulfill({ json: { subscribers } }));
  await desk.elsewhere("PATCH", `/api/v1/subscribers/${id}`, { severity: "critical" });
  await desk.refusedWith(412, `/api/v1/subscribers/${id}`, () => button("Pause").press("Enter"));
  await desk.shows("#notice[data-failed]", "that somebody else changed it");
  await desk.page.unroute("**/api/v1/subscribers");
  await desk.shows('.subscribers .aside:text("critical")', "it as it is now");
  await button("Pause").press("Enter");
  await button("Resume").waitFor();
}
