// The live board: an alert, opened by keyboard, with the words that answered.

export const name = "board";

export async function visit(desk) {
  await desk.go("/");
  await desk.shows(".board > li .headline", "an alert");
  await desk.shows('#connection[data-state="live"]', "a live connection");
  await desk.look("the board");

  await desk.press("j", "Enter");
  await desk.shows("#detail h2", "the alert that Enter opens");
  await desk.shows("#detail .clauses mark", "the words that answer the rule");
  await desk.shows("#detail article mark", "those words highlighted in their articles");
  await desk.look("an open alert");
  await desk.shot("dashboard");

  const found = [
    `${await desk.count(".board > li")} alerts`,
    `${await desk.count("#stories-list > li")} stories`,
    `${await desk.count("#detail mark")} highlights in the one opened by keyboard`,
  ];
  return [...found, await desk.weigh("/")].join(", ");
}
