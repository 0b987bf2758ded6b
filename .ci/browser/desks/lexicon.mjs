// The lexicon: who is meant by a name in any script, and an addition that is checked while it is written. Where there is a
// log, an actor is added that somebody else adds to at the same time, and taken back.

export const name = "lexicon";

export async function visit(desk) {
  const { page } = desk;
  await desk.go("/lexicon");
  await desk.shows("#additions > li", "what was added");
  const stops = await desk.walk("the lexicon");
  await desk.listsItsKeys();
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
  const shared = (await desk.isReal()) ? await sharesAnAddition(desk) : "";
  return `${found} actors of one name, ${stops} stops of Tab, ${shared}${await desk.weigh("/lexicon")}`;
}

/** Two analysts add to one actor: the second sees what the first says, and puts theirs over it. */
async function sharesAnAddition(desk) {
  const { page } = desk;
  const id = `browser-check-${Date.now().toString(36)}`;
  const path = `/api/v1/lexicon/${id}`;
  const name = id.replaceAll("-", " ");
  const fill = async () => {
    await desk.go("/lexicon");
    await desk.shows("#additions > li", "what was added");
    await page.click("#new");
    await page.fill('#form [data-field="name"] input', name);
    await page.selectOption("#form select", "organisation");
  };
  await fill();
  await page.fill('#form [data-field="names"] textarea', `${name} of the north`);
  await desk.becomes(() => document.querySelector("#findings .good"), "that nobody else is called so");
  await desk.elsewhere("PUT", `${path}?force=true`, { name, type: "organisation", names: [`${name} of the south`] });
  await desk.refusedWith(412, path, () => page.press("#save", "Enter"));
  await desk.shows(".overtaken del", "what somebody else saved meanwhile");
  await desk.look("an addition that two make");
  await desk.shot("overtaken");
  await page.getByRole("button", { name: "Save mine over it" }).press("Enter");
  await desk.shows("#notice[data-shown] #undo", "that it is saved");
  await desk.press("z");
  await desk.comes(
    async ([path, word]) => (await (await fetch("/api/v1/lexicon/additions")).json()).additions.some(({ id, names }) => path.endsWith(id) && names.join().includes(word)),
    "what was before stands again",
    [path, "south"],
  );
  await desk.elsewhere("DELETE", path);
  return "two additions met and one taken back, ";
}
