// What stands above the grid: the search box, the order, the size, and how many there are.

import { button, element, fill } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { countOf, counted } from "../shared/words.js";
import { filterCount, isNarrowed, sortedBy } from "./query.js";

const SORTS = { date: "Date", name: "Name", object: "Object" };
const TYPING_MS = 250;
/** On a screen to touch, focus in a box would call up a keyboard. */
const HAS_KEYS = matchMedia("(pointer: fine)");

/**
 * `changed(query, how)` with push or replace; `drawer()` opens the filters on narrow screens;
 * `widen()` shows all images again.
 */
export class Head {
  constructor(size, changed, drawer, widen) {
    this.changed = changed;
    this.box = element("input", {
      type: "search",
      id: "q",
      placeholder: "Name or object",
      maxLength: 200,
    });
    this.box.setAttribute("aria-label", "Search by name or object");
    this.box.addEventListener("input", () => this.typed());
    this.sort = element(
      "select",
      { id: "sort", "aria-label": "Sort by" },
      ...Object.entries(SORTS).map(([value, words]) => element("option", { value }, words)),
    );
    this.sort.addEventListener("change", () =>
      changed(sortedBy(this.query, this.sort.value), "push"),
    );
    this.order = button("", () => this.turn(), "order");
    this.count = element("p", {
      className: "count",
      id: "count",
      role: "status",
      "aria-live": "polite",
    });
    this.filters = button("", drawer, "open-drawer");
    this.clear = button("Clear", () => this.cleared(widen), "link clear");
    this.clear.title = "Clear the search and all filters";
    this.node = element(
      "div",
      { className: "head" },
      this.filters,
      element("div", { className: "find", role: "search" }, this.box),
      element("div", { className: "sorting" }, this.sort, this.order),
      size.node,
      element("span", { className: "spring" }),
      this.clear,
      this.count,
    );
  }

  show(query) {
    this.query = query;
    if (this.box.value.trim() !== query.q && !this.timer) {
      this.box.value = query.q; // Unless somebody is typing.
    }
    this.sort.value = query.sort;
    fill(this.order, query.order === "asc" ? "↑" : "↓");
    const words = query.order === "asc" ? "Ascending" : "Descending";
    this.order.title = words;
    this.order.setAttribute("aria-label", `${words}; turn the order`);
    this.clear.hidden = !isNarrowed(query);
    const set = filterCount(query);
    fill(this.filters, icon("filters"), element("span", {}, set ? `Filters (${set})` : "Filters"));
  }

  typed() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = null;
      const q = this.box.value.trim();
      if (q !== this.query.q) {
        // One entry of the history for all letters of a search.
        this.changed({ ...this.query, q }, this.query.q ? "replace" : "push");
      }
    }, TYPING_MS);
  }

  /** Letters that were just typed lead nowhere any more. */
  forget() {
    clearTimeout(this.timer);
    this.timer = null;
  }

  cleared(widen) {
    this.forget();
    this.box.value = "";
    if (HAS_KEYS.matches) {
      this.box.focus(); // The button goes away, and the focus must not.
    }
    widen();
  }

  turn() {
    this.changed({ ...this.query, order: this.query.order === "asc" ? "desc" : "asc" }, "push");
  }

  /** "12,431 of 80,002", or "80,002 images" */
  counted(total, all) {
    const words = total === all ? countOf(all, "image") : `${counted(total)} of ${counted(all)}`;
    if (this.count.textContent !== words) {
      this.count.textContent = words;
    }
  }
}
