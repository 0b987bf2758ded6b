// The page is built from text nodes only: what a feed wrote is never parsed as HTML.

/** An element; `props` are attributes, `on` listeners, and children text, elements or nothing. */
export function el(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name === "on") {
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    } else if (value === true) {
      element.setAttribute(name, "");
    } else if (value !== false && value != null) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat().filter((child) => child != null && child !== false).map(plain));
  return element;
}

/**
 * Text without what overrides its direction, by which "gnp.exe" shows as "exe.png"; no news needs that. It stays as long as it was,
 * for the offsets of evidence.
 */
export function plain(child) {
  return typeof child === "string" ? child.replace(/[\u202d\u202e]/g, "\u2060") : child;
}

/** The same for drawings; `props` are attributes. */
export function svg(tag, props, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(props)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

const KINDS = {
  NEW: "new",
  UPDATE: "update",
  ESCALATED: "↑ escalated",
  CORRECTED: "✕ corrected",
  EXPIRED: "quiet",
};
const SHAPES = "http://www.w3.org/2000/svg";

/** A shape that the page holds under that id. */
export function shape(id) {
  const shape = document.createElementNS(SHAPES, "svg");
  shape.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SHAPES, "use");
  use.setAttribute("href", "#" + id);
  shape.append(use);
  return shape;
}

/** A severity, by shape, word and colour. */
export function severity(level) {
  return el("span", { class: "severity", "data-severity": level }, shape(level), el("span", {}, level));
}

/** What became of a thread, in the reader's words. */
export function kind(alert) {
  return el("span", { class: "kind" }, KINDS[alert.kind] ?? alert.kind.toLowerCase());
}

/** A clause of a rule, which may go on in the next line behind its signs and nowhere within a word. */
export function clause(text) {
  return el("code", {}, text.split(/(?<=[:[\]|,=])/).flatMap((part, n) => (n ? [document.createElement("wbr"), part] : [part])));
}

/** Words of a feed, which may run either way. */
export function told(tag, text, props = {}) {
  return el(tag, { dir: "auto", ...props }, text);
}

export function count(n, one, many = one + "s") {
  return `${n} ${n === 1 ? one : many}`;
}
