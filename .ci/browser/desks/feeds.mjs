// The feeds: each with a word for its state.

export const name = "feeds";

export async function visit(desk) {
  await desk.go("/feeds");
  await desk.shows(".coverage > li .state span", "the state of a feed");
  await desk.look("the feeds");
  const feeds = await desk.count(".coverage > li");
  return `${feeds} feeds, ${await desk.weigh("/feeds")}`;
}
