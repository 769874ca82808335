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
