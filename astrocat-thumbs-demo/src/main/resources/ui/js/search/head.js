// What stands above the grid: the search box, the order, the size, and how many there are.

import { button, element, fill } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { countOf, counted } from "../shared/words.js";
import { filterCount, sortedBy } from "./query.js";

const SORTS = { date: "Date", name: "Name", object: "Object" };
const TYPING_MS = 250;

/** `changed(query, how)` with push or replace; `drawer()` opens the filters on narrow screens. */
export class Head {
  constructor(size, changed, drawer) {
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
    this.node = element(
      "div",
      { className: "head" },
      this.filters,
      element("div", { className: "find", role: "search" }, this.box),
      element("div", { className: "sorting" }, this.sort, this.order),
      size.node,
      element("span", { className: "spring" }),
      this.count,
    );
  }

  show(query) {
    this.query = query;
    if (this.box.value !== query.q && document.activeElement !== this.box) {
      this.box.value = query.q;
    }
    this.sort.value = query.sort;
    fill(this.order, query.order === "asc" ? "↑" : "↓");
    const words = query.order === "asc" ? "Ascending" : "Descending";
    this.order.title = words;
    this.order.setAttribute("aria-label", `${words}; turn the order`);
    const set = filterCount(query);
    fill(this.filters, icon("filters"), element("span", {}, set ? `Filters (${set})` : "Filters"));
  }

  typed() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const q = this.box.value.trim();
      if (q !== this.query.q) {
        // One entry of the history for all letters of a search.
        this.changed({ ...this.query, q }, this.query.q ? "replace" : "push");
      }
    }, TYPING_MS);
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
