// The keyboard. Keys with a modifier, and keys typed into a field, are somebody else's.

import { el } from "./dom.js";
import { may, undoLast } from "./shell.js";

const PATIENCE = 1500; // ms between the keys of a sequence
const NAMES = { ArrowDown: "↓", ArrowUp: "↑", ArrowLeft: "←", ArrowRight: "→", Escape: "Esc" };

/**
 * Binds keys: each row is [key, what it does, action]. A key is as the browser names it, or two of them ("g a"). Rows with a word
 * are listed behind "?", rows without (null) are other ways to do the same. An action that returns false did not take the key. A
 * fourth entry names the permission that it needs: whoever has it not has no such key.
 */
export function listen(rows) {
  const all = [...rows.filter(([, , , needs]) => !needs || may(needs)), ...desks(), ["z", "take back what was just done", undoLast], ["?", "this list", show]];
  const actions = new Map(all.map(([key, , action]) => [key, action]));
  const prefixes = new Set([...actions.keys()].filter((key) => key.includes(" ")).map((key) => key.split(" ")[0]));
  let before = null;
  let since = 0;
  addEventListener("keydown", (event) => {
    // A dialog that was closed keeps the focus until the next frame.
    const typing = event.target.closest("input, select, textarea, dialog[open], [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const sequence = before && event.timeStamp - since < PATIENCE ? `${before} ${event.key}` : null;
    before = null;
    const action = actions.get(sequence) ?? actions.get(event.key);
    if (action) {
      if (action(event) !== false) event.preventDefault();
    } else if (prefixes.has(event.key)) {
      before = event.key;
      since = event.timeStamp;
    }
  });
  document.getElementById("help").addEventListener("click", show);
  document.getElementById("keys-list").replaceChildren(...listed(all));
}

/** Each desk by g and the letter that its link names. */
function desks() {
  return [...document.querySelectorAll(".bar nav li")].filter(({ dataset }) => !dataset.needs || may(dataset.needs)).map((item) => item.firstElementChild).map((link) => [`g ${link.dataset.key}`, link.textContent.trim(), () => link.click()]);
}

/** Rows that say the same stand in one line. */
function listed(rows) {
  const byWord = new Map();
  for (const [key, word] of rows) if (word) byWord.set(word, [...(byWord.get(word) ?? []), key]);
  return [...byWord].map(([word, keys]) =>
    el("div", {}, el("dt", {}, keys.flatMap((key, n) => [n ? " " : "", ...key.split(" ").flatMap((one) => [el("kbd", {}, NAMES[one] ?? one), " "])])), el("dd", {}, word)),
  );
}

function show() {
  document.getElementById("keys").showModal();
}
