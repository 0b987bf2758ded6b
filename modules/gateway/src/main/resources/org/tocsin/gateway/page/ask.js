// A question in a dialog, with one button that does it. What is refused is said in the dialog, which stays open.

import { el } from "./dom.js";

export function ask({ title, main, content, done }) {
  const dialog = document.getElementById("ask");
  const fault = el("p", { class: "fault", role: "alert" });
  const form = el(
    "form",
    {
      on: {
        submit: async (event) => {
          event.preventDefault();
          fault.textContent = "";
          try {
            await done();
            dialog.close();
          } catch (problem) {
            fault.textContent = problem.message;
            problem.then?.(dialog);
          }
        },
      },
    },
    el("h2", { id: "ask-title" }, title),
    ...content,
    fault,
    el("p", { class: "buttons" }, el("button", { type: "button", class: "act", on: { click: () => dialog.close() } }, "Cancel"), el("button", { class: "act main" }, main)),
  );
  dialog.replaceChildren(form);
  dialog.showModal();
  return dialog;
}
