// A run: a bar in segments, and what it says in words.

import { element, fill } from "../shared/dom.js";
import { isActive, nameOf, partsOf, runInWords, statusInWords } from "../shared/run-words.js";
import { counted } from "../shared/words.js";

/** A bar that follows the news of a run without being made anew. */
export class RunBar {
  constructor() {
    this.bar = element("div", {
      className: "segments",
      role: "progressbar",
      "aria-valuemin": 0,
      "aria-valuemax": 100,
    });
    this.words = element("p", { className: "run-words" });
    this.node = element("div", { className: "run-bar" }, this.bar, this.words);
  }

  show(run) {
    const parts = partsOf(run);
    while (this.bar.children.length < parts.length) {
      this.bar.append(element("span", {}));
    }
    parts.forEach(({ name, count, share }, i) => {
      const segment = this.bar.children[i];
      segment.className = `segment ${name}`;
      segment.style.width = `${share}%`;
      segment.title = `${counted(count)} ${name}`;
    });
    const through = parts.filter(({ name }) => name !== "running" && name !== "queued");
    const share = Math.floor(through.reduce((sum, part) => sum + part.share, 0) + 1e-9);
    this.bar.setAttribute("aria-valuenow", Math.min(100, share));
    this.bar.setAttribute(
      "aria-valuetext",
      `${nameOf(run)}: ${statusInWords(run)}, ${runInWords(run)}`,
    );
    this.bar.setAttribute("aria-label", nameOf(run));
    fill(this.words, runInWords(run));
    this.node.dataset.active = isActive(run);
  }
}
