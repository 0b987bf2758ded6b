// The lexicon: who is meant by a name in any script, and an addition that is checked while it is written. Nothing is saved.

export const name = "lexicon";

export async function visit(desk) {
  const { page } = desk;
  await desk.go("/lexicon");
  await desk.shows("#additions > li", "what was added");
  await desk.press("/");
  await page.keyboard.type("Москва");
  await desk.press("Enter");
  await desk.shows("#found .actor code", "who is called so");
  const found = await desk.count("#found .actor");
  await page.fill("#name", "Turkiey");
  await desk.press("Enter");
  await desk.shows("#found .suggestion", "what a misspelt name may mean");

  await page.click("#new");
  await desk.shows("#form input:focus", "the form of a new actor");
  await page.keyboard.type("Bridge");
  await page.selectOption("#form select", "organisation");
  await desk.shows("#findings li", "that the name is ambiguous");
  await desk.becomes(() => document.getElementById("save").textContent.includes("meant"), "saving asks whether it is meant");
  await desk.look("an addition");
  await desk.shot("lexicon");
  return `${found} actors of one name, ${await desk.weigh("/lexicon")}`;
}
