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
  } else {
    await desk.look("the pipeline");
  }
  const stages = await desk.count(".stages > li");
  return `${stages} stages, ${stops} stops of Tab, ${await desk.count(".stages details[open] tbody tr")} partitions of one, ${await desk.weigh("/pipeline")}`;
}
