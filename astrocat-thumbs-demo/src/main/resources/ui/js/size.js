// How wide tiles are; kept for the next visit.

import { keep, kept } from "./kept.js";
import { sizesOf } from "./tile.js";

const KEY = "thumbnailSize";
const LEAST = 150;
const MOST = 500;
const USUAL = 280;
const STEP = 30;

/** Lets a slider set the width of tiles. */
export function followSize(slider) {
  const apply = (size) => {
    const pixels = Math.max(LEAST, Math.min(MOST, size || USUAL));
    slider.value = pixels;
    slider.setAttribute("aria-valuetext", `${pixels} pixels`);
    document.documentElement.style.setProperty("--tile", `${pixels}px`);
    document.querySelectorAll(".tile img").forEach((img) => (img.sizes = sizesOf(pixels)));
    keep(KEY, pixels);
  };
  slider.addEventListener("input", () => apply(Number(slider.value)));
  apply(Number(kept(KEY)));
  return {
    larger: () => apply(Number(slider.value) + STEP),
    smaller: () => apply(Number(slider.value) - STEP),
    pixels: () => Number(slider.value),
  };
}
