// What the page says when there is no grid to show, or one that is still growing.

import { fetchIndexerStatus, fetchLibrary } from "../api.js";
import { button, element, fill } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { countOf, counted, plainly, rateInWords } from "../shared/words.js";

/** Decoders that are no formats of their own. */
const BESIDES = ["embedded-preview", "xisf-thumbnail", "unsupported"];

/** One line above the grid, and a box in its place. */
export class States {
  constructor(widen) {
    this.widen = widen;
    this.line = element("p", { className: "scan-line", hidden: true });
    this.box = element("div", { className: "nothing", hidden: true });
  }

  /** "Looking through /data/sky: 12,400 files, 38/s" */
  scanning(scan) {
    this.scan = scan;
    this.line.hidden = !scan;
    if (scan) {
      const where = scan.path ? ` ${scan.path}` : "";
      const pace = scan.per_second ? `, ${rateInWords(scan.per_second)}/s` : "";
      fill(this.line, `Looking through${where}: ${countOf(scan.found ?? 0, "file")}${pace}`);
    }
  }

  show(total, isNarrowed) {
    const kind = total > 0 ? "" : isNarrowed ? "match" : this.scan ? "scan" : "files";
    if (kind === this.kind) {
      return;
    }
    this.kind = kind;
    this.box.hidden = !kind;
    if (kind === "match") {
      this.say("Nothing matches", button("Clear filters", this.widen, "primary"));
    } else if (kind === "scan") {
      this.say(
        "Looking through your folders",
        element("p", {}, "Images appear here as they are found."),
      );
    } else if (kind === "files") {
      this.noFiles();
    }
  }

  say(title, ...more) {
    fill(this.box, icon("empty", 48), element("h2", {}, title), ...more);
  }

  async noFiles() {
    this.say(
      "No images here",
      element("p", {}, "Start the server with --library and a folder that has some."),
    );
    try {
      const [status, library] = await Promise.all([fetchIndexerStatus(), fetchLibrary()]);
      if (this.kind === "files") {
        this.box.append(...lookedAt(status), known(library));
      }
    } catch {
      this.kind = null; // The banner tells why; the next answer tries again.
    }
  }
}

function lookedAt(status) {
  const mounts = status.mount_points.map((mount) => element("li", { dir: "auto" }, mount.path));
  const all = status.mount_points.flatMap((mount) => Object.entries(mount.skipped ?? {}));
  const sums = new Map();
  all.forEach(([reason, count]) => sums.set(reason, (sums.get(reason) ?? 0) + count));
  const words = [...sums]
    .map(([reason, count]) => `${counted(count)} ${plainly(reason)}`)
    .join(", ");
  return [
    mounts.length > 0 &&
      element("ul", { className: "looked-at", "aria-label": "Folders" }, ...mounts),
    words && element("p", {}, `Skipped: ${words}.`),
  ].filter(Boolean);
}

function known(library) {
  const names = Object.entries(library.decoders)
    .filter(([id, state]) => state.ready && !BESIDES.includes(id))
    .map(([id]) => (id === "libraw" ? "camera RAW" : id.toUpperCase()));
  return element("p", {}, `Known formats: ${names.join(", ")}.`);
}
