// How wide tiles are; kept for the next visit.

import { element } from "../shared/dom.js";
import { keep, kept } from "../shared/kept.js";

const KEY = "thumbnailSize";
const LEAST = 150;
const MOST = 500;
const USUAL = 280;
const STEP = 30;

/** A slider for the width of tiles; `changed()` when it moved. */
export class Size {
  constructor(changed) {
    this.changed = changed;
    this.slider = element("input", { id: "size", type: "range", min: LEAST, max: MOST, step: 10 });
    this.node = element("label", { className: "size" }, element("span", {}, "Size"), this.slider);
    this.slider.addEventListener("input", () => this.apply(Number(this.slider.value)));
    this.show(Number(kept(KEY)) || USUAL);
  }

  pixels() {
    return Number(this.slider.value);
  }

  larger() {
    this.apply(this.pixels() + STEP);
  }

  smaller() {
    this.apply(this.pixels() - STEP);
  }

  apply(pixels) {
    this.show(pixels);
    keep(KEY, this.slider.value);
    this.changed();
  }

  show(pixels) {
    this.slider.value = Math.max(LEAST, Math.min(MOST, pixels));
    this.slider.setAttribute("aria-valuetext", `${this.slider.value} pixels`);
  }
}
