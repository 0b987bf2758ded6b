// A secret that is shown once, in its dialog, and forgotten when that closes.

const $ = (id) => document.getElementById(id);

export class Secret {
  constructor() {
    $("copy").addEventListener("click", () => this.#copy());
    $("secret").addEventListener("close", () => {
      $("secret-value").textContent = "";
      $("copy").textContent = "Copy";
    });
  }

  show(secret) {
    $("secret-value").textContent = secret;
    $("secret").showModal();
  }

  /** A page that came over plain HTTP from elsewhere has no clipboard: it marks the words instead. */
  async #copy() {
    try {
      await navigator.clipboard.writeText($("secret-value").textContent);
      $("copy").textContent = "Copied";
    } catch {
      getSelection().selectAllChildren($("secret-value"));
    }
  }
}
