// A hostile feed, all the way from its server to the page: what it says shows as words, runs nothing, leads nowhere but to the web,
// and turns no text around it.

import { createServer } from "node:http";

export const name = "hostile";

const WORD = `zyx${Date.now().toString(36)}`;
const OVERRIDE = "\u202e";
const RUN = "globalThis.ran=1";
const HOUR = 3_600_000;
const REPLAY = 300_000;
const ITEMS = [
  { guid: 1, link: `javascript:${RUN}`, title: `${WORD} one &lt;img src=x onerror="${RUN}"&gt;`, body: `<script>${RUN}</script><p onclick="${RUN}">Boats <b>leave</b> the ${WORD} harbour.</p><svg onload="${RUN}"></svg><iframe srcdoc="&lt;script&gt;parent.ran=1&lt;/script&gt;"></iframe><a href="javascript:${RUN}">more</a>` },
  { guid: 2, link: `data:text/html,&lt;script&gt;${RUN}&lt;/script&gt;`, title: `${WORD} two ${OVERRIDE}gnp.exe`, body: `<style>*{display:none}</style><p>Tugs ${OVERRIDE} leave ${WORD} too, and &lt;script&gt;${RUN}&lt;/script&gt; stays a word.</p>` },
];

export async function visit(desk) {
  const { page } = desk;
  await desk.go("/feeds");
  if (!(await desk.isReal())) return "not asked over invented news";
  await desk.comes(isNearNow, "the demo's clock makes up its four days", HOUR, REPLAY);
  const server = await serve();
  const watchlist = `hostile-${WORD}`;
  // First what watches, then what tells: a watchlist asks only what comes after it, and a feed is read at once.
  await desk.elsewhere("PUT", `/api/v1/watchlists/${watchlist}`, { id: watchlist, title: `<script>${RUN}</script>`, when: WORD, severity: "low" });
  await desk.comes(async (watchlist) => (await fetch(`/api/v1/watchlists/${watchlist}`)).ok, "its watchlist is in force", watchlist);
  const { id } = await desk.elsewhere("POST", "/api/v1/feeds", { url: `http://127.0.0.1:${server.address().port}/feed.xml`, title: `<img src=x onerror=${RUN}> ${OVERRIDE}deef`, robots: false });
  try {
    await desk.comes(async (id) => (await (await fetch(`/api/v1/feeds/${id}/report`)).json()).report?.items === 2, "the hostile feed is read", id);
    await desk.go("/feeds");
    await page.fill("#find", "onerror");
    await desk.shows(".coverage > li:not([data-first])", "the feed by its name");
    await harmless(desk, "the feeds");
    await desk.comes(async (word) => (await (await fetch("/api/v1/stories?limit=500")).text()).includes(word), "its items are stories", WORD);
    const threads = await alertsOf(desk, watchlist);
    for (const thread of threads) {
      await desk.go(`/?thread=${encodeURIComponent(thread)}`);
      await desk.shows("#detail article", "an article of the hostile feed");
      await harmless(desk, "an alert");
    }
    await desk.look("an alert of a hostile feed", { brief: true });
    await desk.shot("hostile");
    return `${threads.length} alerts of a hostile feed, none of which did anything`;
  } finally {
    await desk.elsewhere("DELETE", `/api/v1/feeds/${id}`);
    await desk.elsewhere("DELETE", `/api/v1/watchlists/${watchlist}`);
    server.close();
  }
}

async function alertsOf(desk, watchlist) {
  await desk.comes(async (watchlist) => (await (await fetch(`/api/v1/alerts?watchlist=${watchlist}`)).json()).alerts.length > 0, "what the hostile feed tells rings", watchlist);
  const { alerts } = await desk.elsewhere("GET", `/api/v1/alerts?watchlist=${watchlist}`);
  return alerts.map(({ thread }) => thread);
}

async function harmless(desk, where) {
  const found = await desk.page.evaluate((override) => {
    const wrong = [];
    if (globalThis.ran) wrong.push("a script of the feed ran");
    for (const each of document.querySelectorAll("img, iframe, object, embed, body script, main style, main svg[onload], [onclick], [onerror]")) if (!each.nonce) wrong.push(`${each.localName} stands in the page`);
    for (const { href } of document.querySelectorAll("a[href]")) if (!/^https?:/.test(href)) wrong.push(`a link leads to ${href.slice(0, 30)}`);
    if (document.body.innerText.includes(override)) wrong.push("an override shows words backwards");
    return wrong;
  }, OVERRIDE);
  for (const wrong of new Set(found)) desk.fault(`${where}: ${wrong}`);
}

/** A date more than a day ahead of the demo's clock is not believed, and what has none is a new feed's backlog: it rings nothing. */
async function isNearNow(hour) {
  const { reports } = await (await fetch("/api/v1/feeds/reports")).json();
  return reports.some(({ fetched }) => Date.now() - Date.parse(fetched) < 12 * hour);
}

function serve() {
  const now = new Date().toUTCString();
  const items = ITEMS.map(({ guid, link, title, body }) => `<item><guid isPermaLink="false">${WORD}-${guid}</guid><link>${link}</link><title>${title}</title><pubDate>${now}</pubDate><description><![CDATA[${body}]]></description></item>`);
  const feed = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Hostile</title>${items.join("")}</channel></rss>`;
  const server = createServer((_, response) => response.writeHead(200, { "Content-Type": "application/rss+xml; charset=utf-8" }).end(feed));
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
}
