// Chips: what the images are, how many of each, and which are asked for.

import { element, fill } from "../shared/dom.js";
import { counted } from "../shared/words.js";
import { byGroup } from "./kinds.js";
import { toggled } from "./query.js";

const SECTIONS = [
  ["kind", "Kind", (facets) => byGroup(facets.kinds)],
  ["format", "Format", (facets) => facets.formats],
  ["filter", "Filter", (facets) => facets.filters],
];

/** Chips for all values in `all`, with the counts that `some`, the facets of the search, tells. */
export class Facets {
  constructor(changed) {
    this.changed = changed;
    this.node = element("div", { className: "facets" });
  }

  show(query, all, some) {
    const focused = document.activeElement?.dataset.chip;
    fill(
      this.node,
      ...SECTIONS.map(([name, title, values]) =>
        this.section(query, name, title, values(all), values(some)),
      ),
      this.group("Only", [
        this.chip(query, "solved", true, "Plate-solved", some.solved),
        this.chip(query, "problem", true, "Problems", some.problems),
      ]),
    );
    if (focused) {
      this.node.querySelector(`[data-chip="${CSS.escape(focused)}"]`)?.focus();
    }
  }

  section(query, name, title, values, counts) {
    const asked = query[name].filter((value) => !values.some((known) => known.value === value));
    const chips = [...values.map(({ value }) => value), ...asked].map((value) => {
      const count = counts.find((known) => known.value === value)?.count ?? 0;
      return this.chip(query, name, value, value, count);
    });
    return chips.length > 0 && this.group(title, chips);
  }

  group(title, chips) {
    return element(
      "section",
      {},
      element("h2", {}, title),
      element("div", { className: "chips", role: "group", "aria-label": title }, ...chips),
    );
  }

  chip(query, name, value, words, count) {
    const on = value === true ? query[name] : query[name].includes(value);
    const chip = element(
      "button",
      { type: "button", className: "chip", "data-chip": `${name} ${value}`, "aria-pressed": on },
      element("span", { className: "chip-words", dir: "auto" }, words),
      element("span", { className: "chip-count" }, counted(count)),
    );
    chip.addEventListener("click", () => this.changed(toggled(query, name, value)));
    return chip;
  }
}
