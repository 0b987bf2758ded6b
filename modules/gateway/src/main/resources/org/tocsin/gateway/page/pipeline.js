// How the stages stand, how far each is behind, and how long news takes; below, what could not be processed. The gateway draws it
// (PipelineParts); what it was since the page was opened is kept and drawn here.

import { count, svg } from "./dom.js";
import { listen } from "./keys.js";
import { Letters } from "./letters.js";
import { renew } from "./parts.js";
import { connection, lost, may } from "./shell.js";
import { keepTimesTrue } from "./time.js";

const EVERY = 5_000;
const KEPT = 120; // points of a trace: ten minutes
const lags = new Map(); // stage -> how many records waited, each time that we looked
const letters = new Letters(load);

async function load() {
  try {
    await renew();
    connection("live", may("system:read") ? "Up to date" : "Dead letters; operators see the stages as well");
    for (const trace of document.querySelectorAll(".trace")) draw(trace);
  } catch (problem) {
    lost(problem);
  }
}

/** How the lag went since the page was opened. */
function draw(trace) {
  const stage = trace.closest("[data-key]").dataset.key;
  if (trace.dataset.lag === "") return trace.replaceChildren();
  const known = [...(lags.get(stage) ?? []), Number(trace.dataset.lag)].slice(-KEPT);
  lags.set(stage, known);
  const most = Math.max(...known, 1);
  const points = known.map((value, n) => `${KEPT - known.length + n},${20 - (value / most) * 20}`).join(" ");
  const label = `${stage}: at most ${count(most, "record")} waited since this page was opened`;
  trace.replaceChildren(svg("svg", { class: "spark", viewBox: `0 0 ${KEPT} 20`, preserveAspectRatio: "none", role: "img", "aria-label": label }, svg("polyline", { points })));
}

listen([["r", "look again now", load]]);
setInterval(() => document.hidden || load(), EVERY);
keepTimesTrue();
load();
