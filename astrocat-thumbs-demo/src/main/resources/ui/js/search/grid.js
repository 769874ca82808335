// The grid: only tiles in sight are there, however many images there are.

import { element } from "../shared/dom.js";
import { layoutOf, stepOf, windowOf } from "./layout.js";
import { Tile } from "./tile.js";

const MARGIN_ROWS = 2;

/** Shows the images of `pages` (see Pages); `address(image)` is where a tile leads. */
export class Grid {
  tiles = new Map();
  place = 0;

  constructor(pixels, address) {
    this.pixels = pixels;
    this.address = address;
    this.list = element("ul", { className: "tiles", role: "list", "aria-label": "Images" });
    this.node = element("div", { className: "grid" }, this.list);
    this.list.addEventListener("keydown", (event) => this.walk(event));
    this.list.addEventListener("focusin", (event) => this.visited(event));
    new ResizeObserver(() => this.resized()).observe(this.node);
    addEventListener("scroll", () => this.later(), { passive: true });
  }

  /** Shows other images, from the top. */
  follow(pages) {
    this.pages?.close();
    this.pages = pages;
    this.place = 0;
    this.clear();
    this.pages.want(0, 1);
  }

  clear() {
    this.tiles.forEach((tile) => tile.stop());
    this.tiles.clear();
    this.list.replaceChildren();
  }

  later() {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null;
      this.draw();
    });
  }

  resized() {
    const { clientWidth } = this.node;
    if (!clientWidth || clientWidth === this.width) {
      return; // Out of sight, or only its height changed.
    }
    this.relayout();
  }

  /** Tiles of another width; the row that was on top stays there. */
  relayout() {
    const kept = this.width && this.top() > 0 ? this.first : null;
    this.draw();
    this.tiles.forEach((tile) => tile.resize(this.sizes()));
    if (kept !== null) {
      this.reveal(kept, "start");
    }
  }

  /** As laid out. "auto" would say the same, but Chromium keeps every such picture for ever. */
  sizes() {
    return `${Math.round(this.layout.tileWidth)}px`;
  }

  draw() {
    const width = this.node.clientWidth;
    if (!width || !this.pages) {
      return;
    }
    this.width = width;
    const gap = parseFloat(getComputedStyle(this.list).rowGap);
    this.layout = layoutOf(this.pages.total, width, Math.min(this.pixels(), width), gap);
    this.node.style.height = `${this.layout.height}px`;
    const top = this.top();
    this.first = Math.max(0, Math.floor(top / this.layout.rowHeight)) * this.layout.columns;
    this.show(windowOf(this.layout, top, top + innerHeight, MARGIN_ROWS));
  }

  /** How far the grid is scrolled under the bar. */
  top() {
    return -this.node.getBoundingClientRect().top;
  }

  show({ firstRow, first, end }) {
    this.list.style.transform = `translateY(${firstRow * this.layout.rowHeight}px)`;
    this.list.style.setProperty("--columns", this.layout.columns);
    this.list.style.setProperty("--row", `${this.layout.rowHeight}px`);
    this.pages.want(first, end);
    for (const [index, tile] of this.tiles) {
      if (index < first || index >= end || this.isOther(tile.image, this.pages.at(index))) {
        tile.stop();
        tile.node.remove();
        this.tiles.delete(index);
      }
    }
    for (let index = first, before = null; index < end; index++) {
      const tile = this.tiles.get(index) ?? this.make(index);
      tile.know(this.pages.at(index));
      const goal = before ? before.nextSibling : this.list.firstChild;
      if (tile.node !== goal) {
        this.list.insertBefore(tile.node, goal);
      }
      before = tile.node;
    }
    this.rove();
  }

  isOther(shown, wanted) {
    return wanted !== undefined && shown?.id !== wanted.id;
  }

  make(index) {
    const tile = new Tile(this.pages.at(index), this.sizes(), this.address);
    tile.node.setAttribute("aria-posinset", index + 1);
    tile.node.setAttribute("aria-setsize", this.layout.total);
    tile.node.dataset.index = index;
    this.tiles.set(index, tile);
    return tile;
  }

  /** Tab enters the grid at one tile only: the one that was visited last, or the first in sight. */
  rove() {
    const entrance = this.tiles.has(this.place) ? this.place : this.first;
    this.tiles.forEach((tile, index) => {
      if (tile.link) {
        tile.link.tabIndex = index === entrance ? 0 : -1;
      }
    });
    if (this.wanted !== undefined && this.tiles.get(this.wanted)?.link) {
      this.tiles.get(this.wanted).link.focus({ preventScroll: true });
      this.wanted = undefined;
    }
  }

  visited(event) {
    this.place = Number(event.target.closest(".tile").dataset.index);
    this.rove();
  }

  walk(event) {
    const rows = Math.max(1, Math.floor(innerHeight / this.layout.rowHeight) - 1);
    const goal = stepOf(this.layout, this.place, event.key, rows);
    if (goal !== null && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      this.focus(goal);
    }
  }

  /** Scrolls to a tile and gives it the focus, as soon as it is there. */
  focus(index) {
    this.place = index;
    this.wanted = index;
    this.reveal(index, "nearest");
    this.draw();
  }

  reveal(index, block) {
    const row = Math.floor(index / this.layout.columns) * this.layout.rowHeight;
    const sticky = parseFloat(getComputedStyle(this.node).scrollMarginTop);
    const [over, under] = [this.top() + sticky, this.top() + innerHeight];
    if (block === "start" || row < over) {
      scrollBy(0, row - over);
    } else if (row + this.layout.rowHeight > under) {
      scrollBy(0, row + this.layout.rowHeight - under);
    }
  }

  /** The image that has the focus. */
  focused() {
    const index = document.activeElement?.closest(".tile")?.dataset.index;
    return index === undefined ? null : this.tiles.get(Number(index))?.image;
  }

  /** Makes all tiles anew, since pictures have other addresses now. */
  redraw() {
    const had = this.focused();
    this.clear();
    if (had) {
      this.wanted = this.place;
    }
    this.draw();
  }

  /** Asks again for what is in sight. */
  async reload() {
    const indexes = [...this.tiles.keys()];
    await this.pages?.reload(
      indexes.length ? Math.min(...indexes) : 0,
      Math.max(...indexes, 0) + 1,
    );
  }

  /** News of one image. */
  update(news) {
    const index = this.pages?.placeOf(news.id) ?? -1;
    if (index >= 0) {
      const tile = this.tiles.get(index);
      tile?.update(news);
      Object.assign(this.pages.at(index), news);
    }
  }
}
