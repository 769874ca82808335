// Folders and filters: beside the grid, or over it on narrow screens.

import { button, element } from "../shared/dom.js";

export class Drawer {
  constructor(...children) {
    const close = button("✕", () => this.close(), "quiet close-drawer");
    close.setAttribute("aria-label", "Close filters");
    this.side = element(
      "aside",
      { className: "side", "aria-label": "Filters" },
      close,
      ...children,
    );
    this.scrim = element("div", { className: "scrim", onclick: () => this.close() });
    this.node = element("div", { className: "drawer" }, this.scrim, this.side);
    // Beside the grid it covers nothing.
    matchMedia("(max-width: 800px)").addEventListener("change", () => this.close());
  }

  open() {
    this.opener = document.activeElement;
    this.node.classList.add("open");
    this.behind(true);
    this.side.querySelector("button").focus();
  }

  /** What is under it is out of reach, of the Tab key too. */
  behind(isInert) {
    const siblings = [...this.node.parentElement.children].filter((node) => node !== this.node);
    [document.querySelector("header.bar"), ...siblings].forEach((node) => (node.inert = isInert));
  }

  /** Whether it was open. */
  close() {
    const was = this.node.classList.contains("open");
    this.node.classList.remove("open");
    if (was) {
      this.behind(false);
      this.opener?.focus();
    }
    return was;
  }
}
