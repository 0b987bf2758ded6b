// The pipeline: each stage with its state, its partitions on demand, how long news takes, and what could not be processed.

export const name = "pipeline";

export async function visit(desk) {
  await desk.go("/pipeline");
  await desk.shows(".stages > li .state span", "the state of a stage");
  await desk.shows("#delays tr", "how long news takes");
  await desk.shows("#letters > *", "the dead letters");
  await desk.shot("pipeline");
  const stops = await desk.walk("the pipeline");
  await desk.listsItsKeys();
  await desk.page.focus(".stages > li:nth-child(2) summary");
  await desk.press("Enter");
  await desk.shows(".stages details[open] tbody tr", "the partitions of a stage by keyboard");
  let back = "";
  if (await desk.count(".reason summary")) {
    await desk.page.focus(".reason summary");
    await desk.press("Enter");
    await desk.shows(".reason tbody button", "dead letters of a reason");
    await desk.look("the pipeline");
    await desk.page.focus(".reason tbody button");
    await desk.press("Enter");
    await desk.shows("#letter[open] pre", "a dead letter");
    await desk.look("a dead letter");
    await desk.press("Escape");
    if (await desk.isReal()) back = await putsBack(desk);
  } else {
    await desk.look("the pipeline");
  }
  const stages = await desk.count(".stages > li");
  return `${stages} stages, ${stops} stops of Tab, ${await desk.count(".stages details[open] tbody tr")} partitions of one${back}, ${await desk.weigh("/pipeline")}`;
}

/** Puts dead letters back on a real log. What no stage could read before it cannot read now, and lays aside once more. */
async function putsBack(desk) {
  const { page } = desk;
  const counted = () => fetch("/api/v1/dead-letters/counts").then((answer) => answer.json());
  const all = ({ counts }) => counts.reduce((sum, { count }) => sum + count, 0);
  const before = all(await page.evaluate(counted));
  await page.locator(".reason .line button", { hasText: /^Put \d+ back$/ }).first().press("Enter");
  await page.locator(".reason .line").getByText("Sure?").first().press("Enter");
  await desk.becomes(() => /put back/.test(document.querySelector("#notice[data-shown]")?.textContent), "the page says what was put back");
  await desk.comes(
    async (before) => (await (await fetch("/api/v1/dead-letters/counts")).json()).counts.reduce((sum, { count }) => sum + count, 0) > before,
    "what was put back went through its stage again",
    before,
  );
  return ", dead letters put back and laid aside anew";
}
