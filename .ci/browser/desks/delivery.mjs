// Delivery: a subscriber added by keyboard, the secret that it is given, its row and its deliveries; paused, so that nothing is
// sent, and removed.

export const name = "delivery";

const TITLE = `Browser check ${Date.now().toString(36)}`;

export async function visit(desk) {
  const { page } = desk;
  await desk.go("/delivery");
  await desk.shows("#nobody:not([hidden]), .subscribers > li", "who is told");
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

  const row = page.locator(".subscribers > li", { hasText: TITLE });
  const button = (words) => row.getByRole("button", { name: words, exact: true });
  await button("Pause").click();
  await button("Resume").waitFor();
  await row.locator("summary").press("Enter");
  await desk.shows(".subscribers details[open] table", "its deliveries by keyboard");
  await desk.look("delivery");
  await desk.shot("delivery");
  const subscribers = await desk.count(".subscribers > li");
  page.once("dialog", (question) => question.accept());
  await button("Remove").press("Enter");
  await row.waitFor({ state: "detached" });
  return `${subscribers} subscribers, one of them added, paused and removed, ${await desk.weigh("/delivery")}`;
}
