// How the server is set, and with which variable each thing is.

import { fetchLibrary } from "../api.js";
import { element } from "../shared/dom.js";
import { lookInWords } from "../shared/look.js";
import { CardBody, card, facts } from "./card.js";

export class LibraryCard {
  constructor() {
    this.body = new CardBody();
    this.node = card("library", "Library", this.body.node);
  }

  async reload() {
    try {
      const library = await fetchLibrary();
      this.body.show(library, () => told(library));
    } catch (failure) {
      this.body.failed(failure);
    }
  }
}

function told({ look, sizes, settings }) {
  const named = Object.entries(sizes).map(([name, pixels]) => `${name} ${pixels}`);
  return [
    facts(["Look", lookInWords(look.toLowerCase())], ["Sizes", named.join(", ")]),
    settings.length === 0 &&
      element("p", { className: "muted locked" }, "Unlock to see the settings."),
    settings.length > 0 &&
      element(
        "div",
        { className: "scroll-x", tabIndex: 0, role: "region", "aria-label": "Settings" },
        element(
          "table",
          { className: "settings" },
          element(
            "thead",
            {},
            element(
              "tr",
              {},
              ...["Setting", "Value", "Variable"].map((name) =>
                element("th", { scope: "col" }, name),
              ),
            ),
          ),
          element("tbody", {}, ...settings.map(setting)),
        ),
      ),
  ];
}

function setting({ name, value, variable, option }) {
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, name),
    element("td", { dir: "auto" }, value ?? ""),
    element("td", { title: option }, element("code", {}, variable)),
  );
}
