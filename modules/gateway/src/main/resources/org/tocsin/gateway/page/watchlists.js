// The desk of the watchlists: the list, or one of them with ?id=…, or a new one with ?new.

import { editor } from "./editor.js";
import { roster } from "./roster.js";
import { connection, lost } from "./shell.js";
import { keepTimesTrue } from "./time.js";

const params = new URLSearchParams(location.search);

async function start() {
  try {
    await (params.has("id") || params.has("new") ? editor(params.get("id")) : roster());
    connection("live", "Up to date");
  } catch (problem) {
    if (problem.status === 404) return gone(problem.message);
    lost(problem);
    setTimeout(start, 3000);
  }
}

function gone(why) {
  const empty = document.getElementById("watch-empty");
  const back = document.createElement("a");
  back.href = "/watchlists";
  back.textContent = "All watchlists";
  empty.replaceChildren(document.createElement("p"), back);
  empty.firstChild.textContent = why;
  empty.hidden = false;
  connection("live", "Up to date");
}

keepTimesTrue();
start();
