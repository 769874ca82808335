// The thumbnails that are there, and the three things to do with them.

import {
  clearThumbnailCache,
  fetchImages,
  fetchLibrary,
  fetchThumbnailStats,
  regenerateThumbnails,
} from "../api.js";
import { whileBusy } from "../shared/busy.js";
import { confirmed } from "../shared/dialog.js";
import { element, fill } from "../shared/dom.js";
import { live } from "../shared/live.js";
import { allRuns } from "../shared/runs.js";
import { countOf, durationInWords, momentInWords, sizeInWords } from "../shared/words.js";
import { ASKING, CardBody, adminButton, card, facts } from "./card.js";

const ASKED_ABOVE = 1000;

export class CacheCard {
  constructor() {
    this.sum = element("p", { className: "sum" }, ASKING);
    this.facts = new CardBody();
    this.missing = adminButton("Make missing", () => this.makeMissing(), "primary");
    this.all = adminButton("Regenerate All", () => this.regenerate());
    this.clear = adminButton("Clear Cache", () => this.clearAll(), "danger");
    this.clear.id = "clear-cache";
    this.node = card(
      "cache",
      "Cache",
      this.sum,
      this.facts.node,
      element("div", { className: "buttons" }, this.missing, this.all, this.clear),
    );
    live.on("stats", (stats) => this.show(stats));
  }

  async reload() {
    try {
      this.show(await fetchThumbnailStats());
      this.folder ??= (await fetchLibrary()).settings.find(
        (s) => s.variable === "THUMBNAIL_CACHE_PATH",
      )?.value;
      this.show(this.stats);
    } catch (failure) {
      if (!this.stats) {
        this.facts.say(failure.message);
      }
    }
  }

  show(stats) {
    this.stats = { ...this.stats, ...stats };
    const { count, size_bytes: bytes, free_bytes: free, updated_at: updated } = this.stats;
    const sum = `${countOf(count, "thumbnail")}, ${sizeInWords(bytes)}`;
    if (this.sum.textContent !== sum) {
      fill(this.sum, sum);
    }
    const pairs = [
      ["Free on the disk", free >= 0 ? sizeInWords(free) : null],
      ["Folder", this.folder],
      ["Counted", updated && momentInWords(updated)],
    ];
    this.facts.show(pairs, () => [facts(...pairs)]);
  }

  makeMissing() {
    whileBusy(this.missing, "Starting…", async () => {
      await regenerateThumbnails("missing");
      return "Making the missing thumbnails; see Work now.";
    });
  }

  async regenerate() {
    let total = null;
    await whileBusy(this.all, "Counting…", async () => {
      ({ total } = await fetchImages("", 1, 1));
    });
    if (total !== null && (await this.mayRegenerate(total))) {
      whileBusy(this.all, "Starting…", async () => {
        await regenerateThumbnails();
        return "Regenerating all thumbnails; see Work now.";
      });
    }
  }

  async mayRegenerate(total) {
    return (
      total <= ASKED_ABOVE ||
      (await confirmed("Regenerate all thumbnails?", this.effort(total), "Regenerate All"))
    );
  }

  /** By the pace of the last run, where there was one. */
  effort(total) {
    const pace = allRuns().find(
      (run) => run.images_per_second > 0 && run.done > 0,
    )?.images_per_second;
    const time = pace ? `, about ${durationInWords(total / pace)}` : "";
    return `${countOf(total, "image")}${time}. Those that are there stay until theirs is made anew.`;
  }

  async clearAll() {
    const { count = 0, size_bytes: bytes = 0 } = this.stats ?? {};
    const text =
      `${countOf(count, "thumbnail")}, ${sizeInWords(bytes)}, are deleted and made again when ` +
      "they are looked at. Annotated pictures stay.";
    if (await confirmed("Clear the cache?", text, "Clear Cache", "danger")) {
      whileBusy(this.clear, "Clearing…", async () => {
        const { files_deleted: deleted } = await clearThumbnailCache();
        this.show(await fetchThumbnailStats());
        return deleted === undefined
          ? "The cache is cleared."
          : `The cache is cleared: ${countOf(deleted, "file")} deleted.`;
      });
    }
  }
}
