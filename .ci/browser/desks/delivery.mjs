// Delivery: a subscriber added by keyboard, the secret that it is given, and its row.

export const name = "delivery";

export async function visit(desk) {
  await desk.go("/delivery");
  await desk.shows("#nobody, .subscribers > li", "who is told");
  await desk.press("n");
  await desk.shows("#form:not([hidden])", "the form by keyboard");
  await desk.page.fill("#title", "Browser check");
  await desk.look("the form of a subscriber");
  await desk.page.fill("#address", "https://desk.invalid/alerts");
  await desk.press("Enter");
  await desk.shows("#secret[open] code:not(:empty)", "the secret");
  await desk.look("the secret");
  await desk.press("Escape");
  await desk.shows(".subscribers > li .state span", "the new subscriber");
  await desk.look("delivery");
  await desk.shot("delivery");
  return `${await desk.count(".subscribers > li")} subscribers, ${await desk.weigh("/delivery")}`;
}
