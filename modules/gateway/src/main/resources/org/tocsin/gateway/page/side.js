// The side of the board: stories, volume or mutes, as the address says. Tabs after the ARIA Authoring Practices.

import { put } from "./filters.js";

const NAMES = ["stories", "volume", "mutes"];
const $ = (id) => document.getElementById(id);

/** `shown` is called with the name of what is shown. */
export function side(shown) {
  const tabs = NAMES.map((name) => $(`${name}-tab`));
  const show = (name) => {
    for (const tab of tabs) {
      const isShown = tab.id === `${name}-tab`;
      tab.setAttribute("aria-selected", String(isShown));
      tab.tabIndex = isShown ? 0 : -1;
      $(tab.getAttribute("aria-controls")).hidden = !isShown;
    }
    put({ side: name === NAMES[0] ? "" : name });
    shown(name);
  };
  tabs.forEach((tab, n) => {
    tab.addEventListener("click", () => show(NAMES[n]));
    tab.addEventListener("keydown", (event) => {
      const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!by) return;
      const next = (n + by + NAMES.length) % NAMES.length;
      tabs[next].focus();
      show(NAMES[next]);
      event.preventDefault();
    });
  });
  const asked = new URLSearchParams(location.search).get("side");
  show(NAMES.includes(asked) ? asked : NAMES[0]);
  return show;
}
