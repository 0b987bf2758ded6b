// Signing in: a token that does not count is refused in words; a viewer's opens every desk, none of which offers what viewers may
// not do; the account says who one is, and the way out ends it.

export const name = "account";

const DESKS = ["/?show=all", "/watchlists", "/feeds", "/lexicon", "/pipeline", "/delivery", "/access"];

export async function visit(desk) {
  const { page } = desk;
  await desk.go("/login?next=%2Faccount");
  await page.fill("#token", "tocsin_nobody");
  await desk.refusedWith(401, "/login", () => page.press("#token", "Enter"));
  await desk.shows(".refusal:not(:empty)", "that a wrong token is refused");
  await desk.look("signing in");
  await desk.walk("signing in");

  const viewer = await token(page);
  await page.fill("#token", viewer.secret);
  await Promise.all([page.waitForURL("**/account"), page.press("#token", "Enter")]);
  await desk.look("the account");
  await desk.walk("the account");
  await desk.shot("account");
  const may = await desk.count(".permissions > li");
  for (const path of DESKS) await offersNothing(desk, path);

  const weight = await desk.weigh("/account");
  await desk.go("/account");
  await Promise.all([page.waitForURL("**/login"), page.click("text=Sign out")]);
  await page.evaluate((id) => fetch(`/api/v1/tokens/${id}`, { method: "DELETE" }), viewer.id);
  return `a wrong token refused, a viewer's taken, who may do ${may} things and is offered no other on ${DESKS.length} desks; its own page: ${weight}; signing in: ${await desk.weigh("/login")}`;
}

/** Made by whoever runs the check. */
async function token(page) {
  const { token, secret, detail } = await page.evaluate(async () => {
    const body = JSON.stringify({ name: "browser check", scopes: ["viewer"], expires: "PT1H", perMinute: 6000 });
    return (await fetch("/api/v1/tokens", { method: "POST", headers: { "Content-Type": "application/json" }, body })).json();
  });
  if (!secret) throw new Error(`no token was made: ${detail}`);
  return { id: token.id, secret };
}

async function offersNothing(desk, path) {
  await desk.go(path);
  await desk.shows('#connection[data-state="live"]', `${path} for a viewer`);
  const allowed = new Set((await desk.page.getAttribute("body", "data-may")).split(" "));
  const offered = await desk.page.evaluate(() => [...document.querySelectorAll("[data-needs]")].filter((each) => each.checkVisibility()).map((each) => each.dataset.needs));
  const leads = await desk.page.evaluate(() => [...document.querySelectorAll(".bar nav a")].filter((each) => each.checkVisibility()).map((each) => each.pathname));
  if (leads.includes("/pipeline")) desk.fault(`${path} leads a viewer to the pipeline`);
  for (const needed of new Set(offered)) if (!allowed.has(needed)) desk.fault(`${path} offers a viewer what needs ${needed}`);
}
