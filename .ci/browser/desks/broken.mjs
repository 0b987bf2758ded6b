// Every desk while the gateway answers nothing, or that the log is out of reach: what was drawn stays, says how old it is and why, and
// is put up to date when the gateway answers again. A stream that died in silence is found out.

export const name = "broken";

const DESKS = ["/", "/watchlists", "/feeds", "/lexicon", "/pipeline", "/delivery", "/access"];
const OUT_OF_REACH = { type: "about:blank", title: "Service Unavailable", status: 503, detail: "The log is out of reach" };

export async function visit(desk) {
  const { page } = desk;
  let again = 0;
  for (const path of DESKS) {
    await desk.goWithout(path, null);
    await desk.look(`${path} without a connection`, { brief: true });
    await desk.goWithout(path, OUT_OF_REACH);
    if (path === "/access" && !(await desk.isReal())) continue;
    await page.evaluate(() => document.querySelector("#connection").scrollIntoView());
    await desk.shows('#connection[data-state="live"]', `${path} coming back by itself`);
    again++;
  }
  await noticesSilence(desk);
  return `${DESKS.length} desks without an answer and with a refusal, ${again} back by themselves`;
}

/** The stream still looks open when the line is dead: what is asked beside it tells, and it is opened anew. */
async function noticesSilence(desk) {
  await desk.go("/");
  await desk.shows('#connection[data-state="live"]', "a live board");
  await desk.cutOff();
  await desk.shows('#connection[data-state="lost"]', "that the line is dead");
  await desk.putOn();
  const opened = desk.page.waitForRequest((request) => request.url().includes("/alerts/stream"));
  await desk.shows('#connection[data-state="live"]', "the board live again");
  await opened;
}
