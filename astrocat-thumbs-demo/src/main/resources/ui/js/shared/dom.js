// Elements without markup: texts from files are only ever texts.

const SVG = "http://www.w3.org/2000/svg";

/**
 * An element. What stands in `properties` is set as attribute (`aria-…`, `data-…`, `role`), as
 * listener (`onclick`) or as property; children are elements or texts, and nothing for null.
 */
export function element(tag, properties, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (name.startsWith("on")) {
      made.addEventListener(name.slice(2), value);
    } else if (name.includes("-") || !(name in made)) {
      made.setAttribute(name, value);
    } else {
      made[name] = value;
    }
  }
  made.append(...present(children));
  return made;
}

/** An element of a drawing. */
export function drawn(tag, attributes, ...children) {
  const made = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
  made.append(...present(children));
  return made;
}

export function button(text, onclick, className = "") {
  return element("button", { type: "button", className, onclick }, text);
}

export const byId = (id) => document.getElementById(id);

/** Puts children in the place of those that are there. */
export function fill(parent, ...children) {
  parent.replaceChildren(...present(children));
  return parent;
}

function present(children) {
  return children.filter((child) => child !== null && child !== undefined && child !== false);
}
