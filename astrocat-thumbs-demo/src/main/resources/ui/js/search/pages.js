// Images of a search, by their place in it: pages of 100 come when they are looked at.

import { fetchImages } from "../api.js";
import { isAborted } from "../shared/ask.js";

const PAGE_SIZE = 100;
/** Who drags the scroll bar passes many pages that nobody wants to see. */
const SETTLED_MS = 60;
/** About a screen's worth times twenty; older pages are asked for again when one comes back. */
const KEPT_PAGES = 40;

/** Loads pages; `changed()` after each, `failed(failure)` where none came. */
export class Pages {
  total = 0;
  pages = new Map();
  waiting = new Map();

  constructor(parameters, changed, failed) {
    this.parameters = parameters;
    this.changed = changed;
    this.failed = failed;
  }

  /** The image at a place, if it is here. */
  at(index) {
    return this.pages.get(Math.floor(index / PAGE_SIZE))?.[index % PAGE_SIZE];
  }

  /** Where an image is among those that are here; -1 for nowhere. */
  placeOf(id) {
    for (const [page, images] of this.pages) {
      const at = images.findIndex((image) => image.id === id);
      if (at >= 0) {
        return page * PAGE_SIZE + at;
      }
    }
    return -1;
  }

  /** Wants these images and no others. */
  want(first, end) {
    const from = Math.floor(first / PAGE_SIZE);
    const to = Math.floor(Math.max(first, end - 1) / PAGE_SIZE);
    for (const [page, request] of this.waiting) {
      if (page < from || page > to) {
        request.abort();
        this.waiting.delete(page);
      }
    }
    for (let page = from; page <= to; page++) {
      if (!this.pages.has(page) && !this.waiting.has(page)) {
        this.load(page, this.pages.size ? SETTLED_MS : 0);
      }
    }
  }

  /** Asks again for what is wanted, and shows the old until the new is here. */
  async reload(first, end) {
    const from = Math.floor(first / PAGE_SIZE);
    const to = Math.floor(Math.max(first, end - 1) / PAGE_SIZE);
    [...this.pages.keys()]
      .filter((page) => page < from || page > to)
      .forEach((page) => this.pages.delete(page));
    for (let page = from; page <= to; page++) {
      await this.load(page, 0);
    }
  }

  async load(page, afterMs) {
    const request = new AbortController();
    this.waiting.set(page, request);
    try {
      await new Promise((go) => setTimeout(go, afterMs));
      request.signal.throwIfAborted();
      const answer = await fetchImages(this.parameters, page + 1, PAGE_SIZE, request.signal);
      this.keep(page, answer);
    } catch (failure) {
      if (!isAborted(failure)) {
        this.failed(failure);
      }
    } finally {
      if (this.waiting.get(page) === request) {
        this.waiting.delete(page);
      }
    }
  }

  keep(page, answer) {
    this.total = answer.total;
    this.pages.delete(page);
    this.pages.set(page, answer.items);
    if (this.pages.size > KEPT_PAGES) {
      this.pages.delete(this.pages.keys().next().value);
    }
    this.changed();
  }

  /** Waits for nothing any more. */
  close() {
    this.waiting.forEach((request) => request.abort());
    this.waiting.clear();
  }
}
