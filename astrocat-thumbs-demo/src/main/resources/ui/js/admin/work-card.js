// What is being worked on now; finished runs stay an hour.

import { steerRun } from "../api.js";
import { whileBusy } from "../shared/busy.js";
import { element, fill } from "../shared/dom.js";
import { errorInWords } from "../shared/reasons.js";
import { isActive, nameOf, statusInWords } from "../shared/run-words.js";
import { allRuns, followRuns, remember } from "../shared/runs.js";
import { live } from "../shared/live.js";
import { agoInWords, countOf, rateInWords } from "../shared/words.js";
import { adminButton, belong, card } from "./card.js";
import { RunBar } from "./run-bar.js";

export class WorkCard {
  rows = new Map();

  constructor() {
    this.scan = element("p", { className: "scan-now", hidden: true });
    this.list = element("ul", { className: "runs" });
    this.none = element("p", { className: "muted" }, "Nothing at the moment.");
    this.node = card("work", "Work now", this.scan, this.list, this.none);
    live.on("scan", (scan) => this.showScan(scan));
    followRuns(() => this.reload());
    this.reload();
  }

  reload() {
    const runs = allRuns();
    this.none.hidden = runs.length > 0 || !this.scan.hidden;
    for (const [key, row] of this.rows) {
      if (!runs.some((run) => run.key === key)) {
        row.node.remove();
        this.rows.delete(key);
      }
    }
    runs.forEach((run, i) => {
      const row = this.rows.get(run.key) ?? this.row(run.key);
      row.show(run);
      if (this.list.children[i] !== row.node) {
        this.list.insertBefore(row.node, this.list.children[i] ?? null);
      }
    });
  }

  row(key) {
    const row = new RunRow();
    this.rows.set(key, row);
    return row;
  }

  showScan(scan) {
    this.scan.hidden = !scan;
    if (scan) {
      const pace = scan.per_second ? `, ${rateInWords(scan.per_second)}/s` : "";
      fill(
        this.scan,
        `Looking through ${scan.path ?? "the folders"}: ${countOf(scan.found ?? 0, "file")}${pace}`,
      );
    }
    this.none.hidden = allRuns().length > 0 || Boolean(scan);
  }
}

/** One run, with its name, its state, its bar and what can be done about it. */
class RunRow {
  constructor() {
    this.name = element("span", { className: "run-name", dir: "auto" });
    this.status = element("span", { className: "run-status" });
    this.bar = new RunBar();
    this.pause = adminButton(
      "Pause",
      () => this.steer(this.pause, this.run.status === "paused" ? "resume" : "pause"),
      "small",
    );
    this.cancel = adminButton("Cancel", () => this.steer(this.cancel, "cancel"), "small");
    belong(this.name, this.pause, this.cancel);
    this.error = element("p", { className: "run-error", dir: "auto" });
    this.node = element(
      "li",
      { className: "run" },
      element(
        "div",
        { className: "run-head" },
        this.name,
        this.status,
        element("div", { className: "buttons" }, this.pause, this.cancel),
      ),
      this.bar.node,
      this.error,
    );
  }

  show(run) {
    this.run = run;
    this.node.dataset.status = run.status;
    this.node.dataset.key = run.key;
    fill(this.name, nameOf(run));
    const ended = !isActive(run) && run.updated_at ? `, ${agoInWords(run.updated_at * 1000)}` : "";
    fill(this.status, statusInWords(run) + ended);
    this.bar.show(run);
    this.pause.hidden = this.cancel.hidden = !isActive(run);
    if (!this.pause.hasAttribute("aria-busy")) {
      this.pause.textContent = run.status === "paused" ? "Resume" : "Pause";
    }
    this.error.hidden = !run.error;
    fill(this.error, run.error ? `Last failure: ${errorInWords(run.error)}` : "");
  }

  async steer(button, what) {
    await whileBusy(
      button,
      { pause: "Pausing…", resume: "Resuming…", cancel: "Cancelling…" }[what],
      async () => {
        remember([await steerRun(this.run.key, what)]);
      },
    );
    this.show(this.run);
  }
}
