// The grid: pages come as one scrolls, arrow keys walk over tiles.

import { fetchImages } from "./api.js";
import { makeTile } from "./tile.js";

const PAGE_SIZE = 100;

/** Fills a list with tiles. Tells how many there are through `told(shown, total)`. */
export class Grid {
  images = [];

  constructor(list, end, size, told, failed) {
    this.list = list;
    this.size = size;
    this.told = told;
    this.failed = failed;
    this.total = Infinity;
    this.loading = false;
    list.addEventListener("keydown", (event) => this.walk(event));
    list.addEventListener("focusin", (event) => this.rove(event.target.closest(".tile")));
    this.watcher = new IntersectionObserver(() => this.loadMore(), { rootMargin: "1200px" });
    this.end = end;
    this.watcher.observe(end);
  }

  async loadMore() {
    if (this.loading || this.images.length >= this.total) {
      return;
    }
    this.loading = true;
    try {
      const page = await fetchImages(1 + this.images.length / PAGE_SIZE, PAGE_SIZE);
      this.add(page);
      this.watchAgain();
    } catch (failure) {
      this.failed(failure);
    } finally {
      this.loading = false;
    }
  }

  /** The end may still be in sight on a large screen, which the watcher tells only when asked anew. */
  watchAgain() {
    this.watcher.unobserve(this.end);
    this.watcher.observe(this.end);
  }

  add(page) {
    this.total = page.total;
    this.images.push(...page.items);
    const width = this.size.pixels();
    this.list.append(...page.items.map((image) => makeTile(image, width)));
    this.rove(this.entrance ?? this.list.querySelector(".tile"));
    this.told(this.images.length, this.total);
  }

  tiles() {
    return [...this.list.querySelectorAll(".tile")];
  }

  /** Tab enters the grid at one tile only: the one that was visited last. */
  rove(tile) {
    if (tile && tile !== this.entrance) {
      this.entrance?.setAttribute("tabindex", "-1");
      tile.setAttribute("tabindex", "0");
      this.entrance = tile;
    }
  }

  columns() {
    return getComputedStyle(this.list).gridTemplateColumns.split(" ").length;
  }

  walk(event) {
    const tiles = this.tiles();
    const at = tiles.indexOf(event.target.closest(".tile"));
    const steps = {
      ArrowRight: 1,
      ArrowLeft: -1,
      ArrowDown: this.columns(),
      ArrowUp: -this.columns(),
      Home: -at,
      End: tiles.length - 1 - at,
    };
    const goal = tiles[at + steps[event.key]];
    if (at >= 0 && goal && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      goal.focus();
    }
  }

  /** Focus, after the viewer closed, on what it showed last. */
  focus(id) {
    this.tiles()[this.images.findIndex((image) => image.id === id)]?.focus();
  }
}
