// One image in the grid: waiting, then ready or failed.

import { addressOf } from "./address.js";
import { thumbnailUrl, whyNoThumbnail } from "./api.js";
import { element } from "./dom.js";
import { failureBox } from "./failure.js";
import { reasonOf } from "./words.js";

const END_OF_NAME = 12;
const MAKING_AFTER_MS = 2000;

/** A list item with a link that opens the image, about so many pixels wide. */
export function makeTile(image, width) {
  const waiting = element("span", "waiting", image.file_format);
  const frame = element("div", "frame", waiting);
  const link = element("a", "tile", frame, caption(image));
  link.href = addressOf(image);
  link.title = image.folder ? `${image.folder}/${image.file_name}` : image.file_name;
  link.dataset.state = "waiting";
  link.tabIndex = -1;
  link.setAttribute("aria-label", image.file_name);
  frame.append(picture(image, width, link, frame, waiting));
  return element("li", "", link);
}

/** How wide the picture is shown: as laid out, where browsers know that, else about this wide. */
export function sizesOf(width) {
  return `auto, ${width}px`;
}

function caption(image) {
  const name = image.file_name;
  const cut = Math.max(1, name.length - END_OF_NAME);
  const file = element(
    "span",
    "file",
    element("span", "start", name.slice(0, cut)),
    element("span", "end", name.slice(cut)),
  );
  return element("div", "caption", file, element("span", "format", image.file_format));
}

function picture(image, width, link, frame, waiting) {
  const img = element("img");
  const timer = setTimeout(() => {
    waiting.textContent = "making…";
  }, MAKING_AFTER_MS);
  const ready = () => {
    clearTimeout(timer);
    link.dataset.state = "ready";
  };
  // Decoded before it is shown: it appears at once and whole.
  img.addEventListener("load", () => img.decode().then(ready, ready));
  img.addEventListener("error", async () => {
    clearTimeout(timer);
    const failure = await whyNoThumbnail(img.currentSrc || img.src);
    link.dataset.state = "failed";
    link.setAttribute("aria-label", `${image.file_name}: ${reasonOf(failure)}`);
    frame.replaceChildren(failureBox(failure));
  });
  img.alt = `Thumbnail of ${image.file_name}`;
  img.loading = "lazy";
  img.decoding = "async";
  img.sizes = sizesOf(width);
  img.srcset = `${thumbnailUrl(image.id, "grid")} 320w, ${thumbnailUrl(image.id, "page")} 800w`;
  img.src = thumbnailUrl(image.id, "page");
  return img;
}
