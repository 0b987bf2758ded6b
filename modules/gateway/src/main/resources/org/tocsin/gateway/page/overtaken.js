// Somebody else saved the same thing meanwhile: what they say is shown beside what the reader wrote, nothing of either is lost,
// and the reader says which stands. Merging is done in the fields, which stay as they were written.

import { difference } from "./difference.js";
import { el } from "./dom.js";

/**
 * `theirs` and `mine` are the two as they would be saved, `theirs` null where it is gone; `take` gives the reader's up, `keep` saves it
 * over theirs. The first button takes the focus, since the reader's hand was on Save.
 */
export function overtaken({ theirs, mine, names, take, keep }) {
  const choose = (words, act) => el("button", { type: "button", class: "act", on: { click: act } }, words);
  const buttons = el("p", { class: "buttons" }, choose(theirs ? "Take theirs" : "Leave it gone", take), choose("Save mine over it", keep));
  setTimeout(() => buttons.firstElementChild.focus());
  return el(
    "div",
    { class: "changes overtaken", role: "group", "aria-label": "Changed meanwhile" },
    el("p", { role: "alert" }, theirs ? "Somebody else saved it while you wrote. Struck out is what they say, underlined what you do:" : "Somebody else removed it while you wrote."),
    theirs && difference(theirs, mine, names),
    theirs && el("p", { class: "aside" }, "Or take over by hand what you want of theirs, and save."),
    buttons,
  );
}
