// Where one was in the grid: kept in the entry of the history, so that Back leads there.

const SETTLED_MS = 150;

/** Keeps the place while the page is open. */
export class Place {
  constructor(tell) {
    this.tell = tell;
    this.isOpen = false;
    const later = () => this.later();
    addEventListener("scroll", later, { passive: true });
    document.addEventListener("focusin", later);
  }

  later() {
    clearTimeout(this.timer);
    if (this.isOpen) {
      this.timer = setTimeout(() => this.keep(), SETTLED_MS);
    }
  }

  open() {
    clearTimeout(this.timer);
    this.isOpen = true;
  }

  close() {
    clearTimeout(this.timer);
    this.isOpen = false;
  }

  keep() {
    if (this.isOpen) {
      history.replaceState(this.tell(), "");
    }
  }
}

let walk = null;

/** Remembers the place of the image that one has walked to at its own page, from the grid. */
export function walkedFrom(search, place) {
  walk = { search, place };
}

/** That place, once, where it is one of this search; null for nowhere. */
export function walkedTo(search) {
  const place = walk?.search === search ? walk.place : null;
  walk = null;
  return place;
}
