// Cards of the Admin page.

import { button, element, fill } from "../shared/dom.js";
import { followSession, session } from "../shared/session.js";

/** A card with a title and a body that changes. */
export function card(name, title, ...children) {
  return element(
    "section",
    { className: `card ${name}`, "aria-labelledby": `card-${name}` },
    element("h2", { id: `card-${name}` }, title),
    ...children,
  );
}

/** Until the first answer. */
export const ASKING = "…";

/**
 * What a card says. It is made anew only when there is news: what somebody has marked in it, or has
 * the focus on, stays.
 */
export class CardBody {
  shown = "";

  constructor() {
    this.node = element("div", {});
    this.say(ASKING);
  }

  /** Shows what `make()` gives, unless `news` are what was shown before. */
  show(news, make) {
    const text = JSON.stringify(news);
    if (text !== this.shown) {
      fill(this.node, ...make());
      this.shown = text;
    }
  }

  say(words) {
    fill(this.node, element("p", { className: "muted" }, words));
    this.shown = "";
  }

  /** Old news are better than none. */
  failed(failure) {
    if (!this.shown) {
      this.say(failure.message);
    }
  }
}

/** A button that only an administrator can press. */
export function adminButton(text, onclick, className = "") {
  const made = button(text, onclick, `${className} for-admin`);
  made.disabled = !session.admin;
  return made;
}

/** Buttons that are there once for each of many things belong to the name of one. */
export function belong(name, ...buttons) {
  name.id ||= `name-${++names}`;
  buttons.forEach((made) => made.setAttribute("aria-describedby", name.id));
}

let names = 0;

followSession(() => {
  document.querySelectorAll("button.for-admin:not([aria-busy])").forEach((made) => {
    made.disabled = !session.admin;
  });
});

/** Pairs of a name and what it is. */
export function facts(...pairs) {
  return element(
    "dl",
    { className: "facts-list" },
    ...pairs
      .filter(([, value]) => value !== null && value !== undefined && value !== "")
      .flatMap(([name, value]) => [element("dt", {}, name), element("dd", { dir: "auto" }, value)]),
  );
}
