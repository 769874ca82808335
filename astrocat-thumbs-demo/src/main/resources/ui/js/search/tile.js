// One image in the grid: waiting, then ready or failed.

import { whyNoPicture } from "../api.js";
import { isAborted } from "../shared/ask.js";
import { element, fill } from "../shared/dom.js";
import { failureBox } from "../shared/failure.js";
import { isOnlyKept, pictureUrl, versionOf } from "../shared/picture.js";
import { AWAY, problemOf, reasonOf } from "../shared/reasons.js";
import { badgesOf, captionOf, titleOf } from "./caption.js";

const MAKING_AFTER_MS = 2000;

/** A tile; `address(image)` is where it leads. A tile without image is a box that waits for one. */
export class Tile {
  constructor(image, sizes, address) {
    this.image = image;
    this.known = image;
    this.frame = element("div", { className: "frame" });
    this.node = element("li", { className: "tile" }, this.frame);
    this.node.dataset.state = "waiting";
    if (image) {
      this.sizes = sizes;
      this.link = element("a", { className: "open", href: address(image), tabIndex: -1 });
      this.link.title = titleOf(image);
      this.node.dataset.id = image.id;
      this.node.append(captionOf(image), this.link);
      this.begin();
    } else {
      this.node.append(element("div", { className: "caption" }));
    }
  }

  begin() {
    const { image } = this;
    if (image.problem && !isOnlyKept(image)) {
      this.fail(image.problem);
    } else if (image.offline && !isOnlyKept(image)) {
      this.fail(AWAY);
    } else {
      this.load();
    }
  }

  /** Starts to load the picture; the box keeps its size whatever comes. */
  load() {
    this.stop();
    const waiting = element("span", { className: "waiting" }, this.image.file_format);
    const img = this.picture();
    this.timer = setTimeout(() => fill(waiting, "making…"), MAKING_AFTER_MS);
    this.state("waiting", this.image.file_name);
    fill(this.frame, waiting, img, badgesOf(this.image));
    this.img = img;
  }

  /** Shows the picture as it is now, in place of the one before. */
  swap() {
    const img = this.picture();
    img.loading = "eager";
    const old = this.img;
    img.addEventListener("load", () => old?.remove());
    this.img = img;
    this.frame.insertBefore(img, old?.nextSibling ?? null);
  }

  picture() {
    const { image } = this;
    const img = element("img", { alt: "", loading: "lazy", decoding: "async" });
    // Decoded before it is shown: it appears at once and whole.
    img.addEventListener("load", () =>
      img.decode().then(
        () => this.ready(),
        () => this.ready(),
      ),
    );
    img.addEventListener(
      "error",
      () => img === this.img && this.explain(img.currentSrc || img.src),
    );
    img.sizes = this.sizes;
    if (!isOnlyKept(image)) {
      img.srcset = `${pictureUrl(image, "grid")} 320w, ${pictureUrl(image, "page")} 800w`;
    }
    img.src = pictureUrl(image, "page");
    return img;
  }

  ready() {
    clearTimeout(this.timer);
    this.state("ready", this.image.file_name);
  }

  async explain(url) {
    this.asking = new AbortController();
    const failure = await whyNoPicture(url, this.asking.signal);
    if (failure.code === "BROWSER" && !this.cameLate) {
      this.cameLate = true; // It is there now; a second time it would be the browser.
      this.load();
    } else if (!isAborted(failure)) {
      this.fail(problemOf(this.image, failure));
    }
  }

  fail(problem) {
    this.stop();
    this.state("failed", `${this.image.file_name}: ${reasonOf(problem.code)}`);
    fill(
      this.frame,
      failureBox(problem, () => this.retry()),
      badgesOf(this.image),
    );
  }

  /** The button that was pressed is gone then; the focus stays in the tile. */
  retry() {
    this.load();
    this.link.focus({ preventScroll: true });
  }

  state(state, name) {
    this.node.dataset.state = state;
    this.link.setAttribute("aria-label", name);
  }

  /** What a page of images says now, which is mostly what it said before. */
  know(image) {
    if (image && image !== this.known) {
      this.known = image;
      this.update(image);
    }
  }

  /** News of the image: a picture that was made anew is shown, unless it is the one that came. */
  update(news) {
    const before = this.image;
    const [old, first] = [versionOf(before), !before.thumbnail_generated_at && !before.problem];
    this.image = { ...before, ...news };
    if (news.problem && !isOnlyKept(this.image)) {
      this.fail(news.problem);
    } else if (this.node.dataset.state === "failed") {
      this.load();
    } else if (old !== versionOf(this.image) && !(first && before.version === this.image.version)) {
      this.swap();
    }
  }

  /** Wider or narrower: the browser may want another of the sizes. */
  resize(sizes) {
    this.sizes = sizes;
    if (this.img) {
      this.img.sizes = sizes;
    }
  }

  /** Gives up whatever is under way: a browser loads pictures on that nobody sees any more. */
  stop() {
    clearTimeout(this.timer);
    this.asking?.abort();
    if (this.img && !this.img.complete) {
      this.img.removeAttribute("srcset");
      this.img.removeAttribute("src");
    }
  }
}
