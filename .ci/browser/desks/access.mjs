// Access: a token made by keyboard, its secret shown once, what the audit says of it, and the token taken back.

export const name = "access";

const NAME = `Browser check ${Date.now().toString(36)}`;

export async function visit(desk) {
  const { page } = desk;
  await desk.hearsEarly("/access", "#new", "#form:not([hidden]) #name:focus");
  await desk.go("/access");
  await desk.shows('#chain[data-sound="true"]', "that the audit is whole");
  await desk.shows("#audit > li", "who changed what");
  const stops = await desk.walk("access");
  await desk.listsItsKeys();

  await desk.press("n");
  await desk.shows("#form:not([hidden]) #name:focus", "the form by its key");
  await desk.refusedWith(422, "/api/v1/tokens", () => desk.press("Enter"));
  await desk.shows("#name-fault:not(:empty)", "that a token needs a name");
  await desk.look("a token in the making");
  await page.keyboard.type(NAME);
  await desk.press("Enter");
  await desk.shows("#secret[open] code:not(:empty)", "the secret");
  await desk.look("the secret", { brief: true });
  const secret = await page.textContent("#secret-value");
  await desk.press("Escape");
  await desk.becomes((secret) => !document.documentElement.outerHTML.includes(secret), "the secret gone from the page after it was shown", secret);

  const row = page.locator("#tokens tr", { hasText: NAME });
  await row.waitFor();
  await page.selectOption("#kind", "token");
  await desk.becomes((name) => document.querySelector("#audit > li .line").textContent.includes(name) && ![...document.querySelectorAll("#audit .line")].some(({ textContent }) => !textContent.includes("the token")), "the changes of tokens alone", NAME);
  await page.locator("#audit summary").first().press("Enter");
  await desk.shows("#audit .changes ins", "what the change says");
  await desk.look("access");
  await desk.shot("access");
  const answers = () => page.request.get(new URL("/api/v1/me", page.url()).href, { headers: { Authorization: `Bearer ${secret}` } });
  if (!(await answers()).ok()) desk.fault("the token does not let in");
  await row.getByRole("button").press("Enter");
  await row.getByText("Sure?").press("Enter");
  await row.waitFor({ state: "detached" });
  if ((await answers()).status() !== 401) desk.fault("a token that was taken back lets in");
  return `a token made, used and taken back, ${await desk.count("#audit > li")} changes of tokens, ${stops} stops of Tab, ${await desk.weigh("/access")}`;
}
