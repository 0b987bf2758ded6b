// A button for what cannot be taken back: it asks once more in its own place, and left alone forgets that it was asked.

import { el } from "./dom.js";

const PATIENCE = 4_000; // ms in which the second press counts

export function sureButton(words, action, props = {}) {
  let asked = 0;
  const button = el("button", { type: "button", class: "act", ...props, on: { click: () => (asked ? (forget(), action()) : ask()) } }, words);
  const ask = () => {
    button.textContent = `Sure? ${words}`;
    asked = setTimeout(forget, PATIENCE);
  };
  const forget = () => {
    clearTimeout(asked);
    asked = 0;
    button.textContent = words;
  };
  return button;
}
