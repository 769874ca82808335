// The folders that are watched: whether they are there, and what is in them.

import { fetchIndexerStatus, triggerBulkThumbnails, triggerScan } from "../api.js";
import { whileBusy } from "../shared/busy.js";
import { element, fill } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { live } from "../shared/live.js";
import { isActive } from "../shared/run-words.js";
import { allRuns, followRuns } from "../shared/runs.js";
import { agoInWords, countOf, momentInWords, sizeInWords } from "../shared/words.js";
import { ASKING, adminButton, belong, card } from "./card.js";
import { RunBar } from "./run-bar.js";

export class MountsCard {
  rows = new Map();

  constructor() {
    this.list = element("ul", { className: "mounts" });
    this.none = element("p", { className: "muted" }, ASKING);
    this.node = card("mounts", "Mounts", this.list, this.none);
    live.on("mounts", () => this.reload());
    followRuns(() => this.rows.forEach((row) => row.follow()));
  }

  async reload() {
    try {
      this.show((await fetchIndexerStatus()).mount_points);
    } catch (failure) {
      this.none.hidden = this.rows.size > 0;
      fill(this.none, failure.message);
    }
  }

  show(mounts) {
    this.none.hidden = mounts.length > 0;
    fill(this.none, "No folders are watched.");
    const rows = mounts.map((mount) => {
      const row = this.rows.get(mount.name) ?? new MountRow();
      row.show(mount);
      return [mount.name, row];
    });
    this.rows = new Map(rows);
    const nodes = rows.map(([, row]) => row.node);
    if (
      nodes.some((node, i) => this.list.children[i] !== node) ||
      this.list.children.length > nodes.length
    ) {
      fill(this.list, ...nodes);
    }
  }
}

/** What the last scan found in it, or what the first one has met so far. */
function contents({ last_scan_at: scanned, file_count: count, size_bytes: bytes }) {
  if (!scanned) {
    return count > 0 ? `${countOf(count, "file")} so far` : "not scanned yet";
  }
  return `${countOf(count, "file")}, ${sizeInWords(bytes)}, scanned ${agoInWords(scanned)}`;
}

class MountRow {
  constructor() {
    this.name = element("span", { className: "mount-name", dir: "auto" });
    this.state = element("span", { className: "mount-state" });
    this.path = element("p", { className: "path", dir: "auto" });
    this.words = element("p", { className: "muted" });
    this.scan = adminButton("Scan", () => this.startScan(), "small");
    this.update = adminButton("Update thumbnails", () => this.startUpdate(), "small");
    belong(this.name, this.scan, this.update);
    this.bar = new RunBar();
    this.node = element(
      "li",
      { className: "mount" },
      element(
        "div",
        { className: "mount-head" },
        element(
          "div",
          {},
          element("div", { className: "run-head" }, this.name, this.state),
          this.path,
          this.words,
        ),
        element("div", { className: "buttons" }, this.scan, this.update),
      ),
      this.bar.node,
    );
  }

  show(mount) {
    this.mount = mount;
    const connected = mount.status === "connected";
    this.node.dataset.state = connected ? "connected" : "offline";
    fill(this.name, mount.name);
    const since = mount.offline_since ? ` since ${momentInWords(mount.offline_since)}` : "";
    fill(
      this.state,
      !connected && icon("offline", 16),
      connected ? "Connected" : `Offline${since}`,
    );
    this.path.hidden = mount.path === mount.name;
    fill(this.path, mount.path);
    fill(this.words, contents(mount));
    this.follow();
  }

  /** The run of this mount, from the news where they are later than the list of mounts. */
  follow() {
    const told = this.mount.bulk_thumbnails;
    const run = allRuns().find(({ key }) => key === told?.key) ?? told;
    const own = run && isActive(run) ? run : this.mount.bulk_rescan;
    const shown = own && own.total >= 0 && isActive(own);
    this.bar.node.hidden = !shown;
    if (shown) {
      this.bar.show({ kind: "thumbnails", label: this.mount.name, ...own });
    }
  }

  startScan() {
    whileBusy(this.scan, "Starting…", async () => {
      await triggerScan(this.mount.path);
      return `Looking through ${this.mount.name}.`;
    });
  }

  startUpdate() {
    whileBusy(this.update, "Starting…", async () => {
      const { key } = await triggerBulkThumbnails(this.mount.path);
      this.mount = { ...this.mount, bulk_thumbnails: { key, status: "started" } };
      this.follow();
      return `Updating the thumbnails of ${this.mount.name}.`;
    });
  }
}
