// A button for what cannot be taken back: it asks once more in its own place, and left alone forgets that it was asked.

import { el } from "./dom.js";

const PATIENCE = 4_000; // ms in which the second press counts
const timers = new WeakMap();

export function sureButton(words, action, props = {}) {
  const button = el("button", { type: "button", class: "act", ...props, on: { click: () => press(button, action) } }, words);
  return button;
}

/** The same for a button that the gateway drew: its first press asks, its second does it. */
export function press(button, action) {
  if (timers.has(button)) {
    forget(button);
    action();
  } else {
    button.dataset.asked = "";
    button.firstChild.data = `Sure? ${button.firstChild.data}`;
    timers.set(button, setTimeout(forget, PATIENCE, button));
  }
}

function forget(button) {
  clearTimeout(timers.get(button));
  timers.delete(button);
  delete button.dataset.asked;
  button.firstChild.data = button.firstChild.data.replace(/^Sure\? /, "");
}
