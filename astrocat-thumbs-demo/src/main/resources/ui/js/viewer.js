// One picture in large, over the page; the address says which, so Back closes it.

import { ADDRESS, addressOf } from "./address.js";
import { thumbnailUrl, whyNoThumbnail } from "./api.js";
import { element } from "./dom.js";
import { failureBox } from "./failure.js";
import { dateInWords, sizeInWords } from "./words.js";

const part = (name) => document.getElementById(`viewer-${name}`);

/** Opens and closes with the address; `grid` knows the images and gets the focus back. */
export class Viewer {
  constructor(dialog, grid) {
    this.dialog = dialog;
    this.grid = grid;
    part("close").addEventListener("click", () => dialog.close());
    part("previous").addEventListener("click", () => this.step(-1));
    part("next").addEventListener("click", () => this.step(1));
    dialog.addEventListener("keydown", (event) => this.key(event));
    dialog.addEventListener("close", () => this.closed());
    addEventListener("hashchange", () => this.follow());
  }

  /** Shows what the address says. */
  follow() {
    // Compared as it stands: an address that somebody cut short cannot always be decoded.
    const index = this.grid.images.findIndex((image) => addressOf(image) === location.hash);
    if (index >= 0) {
      this.show(index);
    } else if (this.dialog.open) {
      this.dialog.close();
    }
  }

  show(index) {
    this.index = index;
    const image = this.grid.images[index];
    part("name").textContent = image.file_name;
    part("facts").textContent =
      `${sizeInWords(image.file_size_bytes)}, ${dateInWords(image.file_last_modified)}`;
    part("previous").disabled = index === 0;
    part("next").disabled = index === this.grid.images.length - 1;
    part("picture").replaceChildren(this.picture(image));
    if (!this.dialog.open) {
      this.dialog.showModal();
    }
  }

  picture(image) {
    const img = element("img");
    img.alt = `Picture of ${image.file_name}`;
    img.addEventListener("error", async () => {
      const failure = await whyNoThumbnail(img.src);
      img.replaceWith(failureBox(failure));
    });
    img.src = thumbnailUrl(image.id, "detail");
    return img;
  }

  step(by) {
    const image = this.grid.images[this.index + by];
    if (image) {
      history.replaceState(null, "", addressOf(image));
      this.show(this.index + by);
    }
  }

  key(event) {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by) {
      event.preventDefault();
      this.step(by);
    }
  }

  closed() {
    if (location.hash.startsWith(ADDRESS)) {
      history.replaceState(null, "", location.pathname);
    }
    this.grid.focus(this.grid.images[this.index]?.id);
  }
}
