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

/** So many chips of a section are shown at first, unless there are only few more. */
const FIRST = 12;
const FEW = 3;

/** Chips for all values in `all`, with the counts that `some`, the facets of the search, tells. */
export class Facets {
  unfolded = new Set();

  constructor(changed) {
    this.changed = changed;
    this.node = element("div", { className: "facets" });
  }

  show(query, all, some) {
    this.again = () => this.show(query, all, some);
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
      this.focus(focused);
    }
  }

  section(query, name, title, values, counts) {
    const asked = query[name].filter((value) => !values.some((known) => known.value === value));
    const names = [...values.map(({ value }) => value), ...asked];
    const isLong = names.length > FIRST + FEW && !this.unfolded.has(name);
    const shown = names.filter((value, i) => !isLong || i < FIRST || query[name].includes(value));
    const chips = shown.map((value) => {
      const count = counts.find((known) => known.value === value)?.count ?? 0;
      return this.chip(query, name, value, value, count);
    });
    if (isLong) {
      chips.push(this.more(name, names.length - shown.length, names[FIRST]));
    }
    return chips.length > 0 && this.group(title, chips);
  }

  /** Unfolds a section; the focus goes on to the first chip that was hidden. */
  more(name, count, first) {
    const words = element("span", {}, `${counted(count)} more`);
    const more = element("button", { type: "button", className: "more-chips link" }, words);
    more.addEventListener("click", () => {
      this.unfolded.add(name);
      this.again();
      this.focus(`${name} ${first}`);
    });
    return more;
  }

  focus(chip) {
    this.node.querySelector(`[data-chip="${CSS.escape(chip)}"]`)?.focus();
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
