// What the gateway draws of a desk, put into its place again where it differs from what stands there: whatever did not change keeps
// its focus, its open lists and its place under the hand. News stands in it as text, by the gateway's own escaping (Drawn).

import { send } from "./api.js";
import { localise } from "./time.js";

/** Asks for the parts of this desk anew, for the address as it is now. */
export async function renew() {
  const { body } = await send("GET", `${location.pathname}/parts${location.search}`, undefined, { Accept: "text/html" });
  const drawn = new DOMParser().parseFromString(body, "text/html");
  for (const { dataset, content } of drawn.querySelectorAll("template[data-part]")) {
    const place = document.getElementById(dataset.part);
    if (place) fill(place, content);
  }
  localise();
}

/** Rows are told apart by `data-key`; everything else by its place among its neighbours. */
function fill(place, content) {
  const known = new Map([...place.children].filter(isKeyed).map((child) => [child.dataset.key, child]));
  let at = place.firstChild;
  for (const next of [...content.childNodes]) {
    const key = next.dataset?.key;
    const here = key === undefined ? at : known.get(key);
    if (!here || (key === undefined && isKeyed(here))) place.insertBefore(next, at);
    else {
      if (here !== at) place.insertBefore(here, at);
      at = here.nextSibling;
      become(here, next);
    }
  }
  while (at) {
    const after = at.nextSibling;
    at.remove();
    at = after;
  }
}

function become(now, next) {
  if (now.nodeName !== next.nodeName) return now.replaceWith(next);
  if (now.nodeType === Node.TEXT_NODE) {
    if (now.data !== next.data) now.data = next.data;
    return;
  }
  // A button that asks whether one is sure goes on asking, and a time says itself in the reader's own zone.
  if (now.dataset.asked !== undefined) return;
  if (now.nodeName === "TIME") return now.dateTime === next.dateTime || now.replaceWith(next);
  for (const { name } of [...now.attributes]) if (name !== "open" && !next.hasAttribute(name)) now.removeAttribute(name);
  for (const { name, value } of next.attributes) if (now.getAttribute(name) !== value) now.setAttribute(name, value);
  // What is in these the scripts draw themselves.
  if (now.dataset.own === undefined) fill(now, next);
}

function isKeyed(node) {
  return node.dataset?.key !== undefined;
}
