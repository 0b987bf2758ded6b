// Stands in the page itself. Its scripts come after the first paint; what is pressed, sent or chosen until then waits for them, and
// is done when they are there. Links, and what the browser does by itself, are left to it.
{
  const TAKEN = ["click", "submit", "keydown"];
  const NOTED = ["input", "change"];
  const FIELD = "input, select, textarea";
  const held = [];

  const redo = {
    click: ({ target }) => target.click(),
    submit: ({ target, submitter }) => target.requestSubmit(submitter),
    keydown: ({ key }) => {
      const field = document.activeElement;
      // Where an earlier key led into a field, this one is a letter of it.
      if (!field.matches(FIELD)) field.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      else if (field.setRangeText) {
        field.setRangeText(key, field.selectionStart, field.selectionEnd, "end");
        field.dispatchEvent(new InputEvent("input", { data: key, bubbles: true }));
      }
    },
    input: again,
    change: again,
  };

  function again({ type, target, value }) {
    target.value = value;
    target.dispatchEvent(new Event(type, { bubbles: true }));
  }

  function take(event) {
    const { type, key, submitter } = event;
    const target = type === "click" ? event.target.closest("button") : event.target;
    const isShortcut = key?.length === 1 && key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey && !target.closest(FIELD);
    if (!target || (type === "keydown" && !isShortcut)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    held.push({ type, target, key, submitter });
  }

  function note({ type, target }) {
    if (target.matches(FIELD) && target.type !== "checkbox" && target.type !== "radio") held.push({ type, target, value: target.value });
  }

  function hearken() {
    for (const type of TAKEN) removeEventListener(type, take, true);
    for (const type of NOTED) removeEventListener(type, note, true);
  }

  for (const type of TAKEN) addEventListener(type, take, true);
  for (const type of NOTED) addEventListener(type, note, true);

  // The desk one is at may be the last of a bar that is wider than the window.
  addEventListener("DOMContentLoaded", () => document.querySelector(".bar nav [aria-current]").scrollIntoView({ block: "nearest", inline: "nearest" }));

  let started;
  // A page in a tab behind others does not paint: half a second is enough.
  const start = () =>
    (started ??= import("{{script}}").finally(hearken).then(() => {
      for (const one of held.splice(0)) if (one.target.isConnected) redo[one.type](one);
    }));
  new PerformanceObserver((seen) => seen.getEntriesByName("first-contentful-paint").length && start()).observe({ type: "paint", buffered: true });
  setTimeout(start, 500);
}
