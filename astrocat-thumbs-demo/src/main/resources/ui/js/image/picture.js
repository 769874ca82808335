// The large picture. It is swapped in place: the one before stays until the next is here.

import { whyNoPicture } from "../api.js";
import { element, fill } from "../shared/dom.js";
import { failureBox } from "../shared/failure.js";
import { largestOf, pictureUrl } from "../shared/picture.js";
import { problemOf } from "../shared/reasons.js";

const WAITING_AFTER_MS = 300;

export class Picture {
  constructor() {
    this.node = element("div", { className: "picture", "aria-live": "polite" });
  }

  /** `url` in place of the thumbnail shows something else, such as the annotated picture. */
  show(image, choice = {}, url = pictureUrl(image, largestOf(image), choice)) {
    this.again = () => this.show(image, choice, url);
    if (this.url === url && this.img?.isConnected) {
      return;
    }
    this.url = url;
    if (image.id !== this.id) {
      this.node.replaceChildren();
      this.id = image.id;
    }
    this.load(image, url);
  }

  /** What is known to have no picture is not asked for one. */
  fail(problem) {
    this.url = null;
    this.say(failureBox(problem));
  }

  load(image, url) {
    const img = element("img", { alt: `Picture of ${image.file_name}`, decoding: "async" });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.node.classList.add("waiting"), WAITING_AFTER_MS);
    img.addEventListener("load", async () => {
      await img.decode().catch(() => {}); // What cannot be decoded ahead is shown as it is.
      if (this.url === url) {
        this.img = img;
        this.say(img);
      }
    });
    img.addEventListener("error", async () => {
      const failure = await whyNoPicture(url);
      if (this.url === url && failure.code === "BROWSER" && this.late !== url) {
        this.late = url; // It is there now; a second time it would be the browser.
        this.load(image, url);
      } else if (this.url === url) {
        this.url = null;
        this.say(failureBox(problemOf(image, failure), this.again));
      }
    });
    img.src = url;
  }

  say(node) {
    clearTimeout(this.timer);
    this.node.classList.remove("waiting");
    fill(this.node, node);
  }
}
