// Regenerate, annotation, download.

import { annotationUrl, downloadUrl, fetchImage, regenerateThumbnail } from "../api.js";
import { whileBusy } from "../shared/busy.js";
import { button, element } from "../shared/dom.js";
import { versionOf } from "../shared/picture.js";

const LOOK_MS = 1000;
const PATIENCE_MS = 120_000;

/** `saw(image)` when the image was made anew. */
export class Actions {
  constructor(picture, saw) {
    this.picture = picture;
    this.saw = saw;
    this.again = button("Regenerate", () => this.regenerate(), "regenerate");
    this.annotation = element("input", { type: "checkbox", id: "annotation" });
    this.annotation.addEventListener("change", () => this.annotate());
    this.annotated = element("label", { className: "check" }, this.annotation, "Annotation");
    this.download = element("a", { className: "button", id: "download" }, "Download");
    this.node = element("div", { className: "buttons" }, this.again, this.download, this.annotated);
  }

  show(image) {
    if (image.id !== this.image?.id) {
      this.annotation.checked = false;
      this.arrived?.(null);
    }
    this.image = image;
    this.annotated.hidden = !image.has_annotated_image;
    this.download.hidden = Boolean(image.problem);
    this.download.href = downloadUrl(image.id, "jpg");
    this.download.download = "";
  }

  annotate() {
    if (this.annotation.checked) {
      this.picture.show(this.image, {}, annotationUrl(this.image.id));
    } else {
      this.saw(this.image);
    }
  }

  /** Nobody waits any more. */
  forget() {
    this.arrived?.(null);
    this.image = null;
  }

  /** News came that the picture was made anew. */
  came(image) {
    this.image = image;
    this.arrived?.(image);
  }

  regenerate() {
    if (this.again.disabled) {
      return;
    }
    whileBusy(this.again, "Regenerating…", async () => {
      const before = this.image;
      await regenerateThumbnail(before.id);
      const now = await this.change(before);
      if (now && now.id === this.image?.id) {
        this.saw(now);
        return now.problem ? "" : "Made anew.";
      }
      return now === undefined ? "It is queued and will appear when its turn comes." : "";
    });
  }

  /** The image once it changed: from the news, or by asking; null when one has gone elsewhere. */
  async change(before) {
    const news = new Promise((arrived) => (this.arrived = arrived));
    const end = Date.now() + PATIENCE_MS;
    while (Date.now() < end) {
      const came = await Promise.race([news, later(LOOK_MS)]);
      if (came !== undefined) {
        return came;
      }
      const now = await fetchImage(before.id);
      if (versionOf(now) !== versionOf(before) || now.problem?.since !== before.problem?.since) {
        return now;
      }
    }
    return undefined;
  }
}

const later = (ms) => new Promise((done) => setTimeout(done, ms));
