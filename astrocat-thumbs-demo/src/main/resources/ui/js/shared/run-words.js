// Runs in words and parts. Nothing here knows the page.

import { capital, counted, durationInWords, plainly, rateInWords, sizeInWords } from "./words.js";

const ACTIVE = ["queued", "running", "paused", "pending"];

export const isActive = (run) => ACTIVE.includes(run.status);

/** In the order of the bar. */
export const PARTS = ["done", "skipped", "failed", "running", "queued"];

/** How much of the bar each part takes, in hundredths. */
export function partsOf(run) {
  const total = Math.max(1, run.total);
  return PARTS.map((name) => ({
    name,
    count: run[name] ?? 0,
    share: (100 * (run[name] ?? 0)) / total,
  }));
}

/** How far all active runs are, 0 to 1; null when there is none. */
export function progressOf(runs) {
  const active = runs.filter(isActive);
  if (!active.length) {
    return null;
  }
  const sum = (count) => active.reduce((all, run) => all + count(run), 0);
  return (
    sum((run) => dealtWith(run)) /
    Math.max(
      1,
      sum((run) => run.total),
    )
  );
}

const dealtWith = (run) => (run.done ?? 0) + (run.failed ?? 0) + (run.skipped ?? 0);

/** "31,204 of 80,002, 12.4/s, 108 MB/s, about 1 h 6 min, 14 failed" */
export function runInWords(run, now = Date.now()) {
  const words = [`${counted(dealtWith(run))} of ${counted(run.total)}`];
  if (isActive(run) && run.status !== "paused") {
    words.push(...pace(run, now));
  }
  if (run.skipped) {
    words.push(`${counted(run.skipped)} skipped`);
  }
  if (run.failed) {
    words.push(`${counted(run.failed)} failed`);
  }
  return words.join(", ");
}

function pace(run, now) {
  const words = [];
  if (run.images_per_second > 0) {
    words.push(`${rateInWords(run.images_per_second)}/s`);
  }
  if (run.bytes_per_second > 0) {
    words.push(`${sizeInWords(run.bytes_per_second)}/s`);
  }
  if (run.estimated_end) {
    words.push(`about ${durationInWords(Math.max(0, run.estimated_end - now / 1000))}`);
  }
  return words;
}

const DOINGS = { thumbnails: "Thumbnails", scan: "Scan", rescan: "Scan anew" };

/** "Thumbnails: NAS/M31" */
export const nameOf = (run) => [DOINGS[run.kind], run.label].filter(Boolean).join(": ");

/** "Running", "Completed with errors" */
export const statusInWords = (run) => capital(plainly(run.status));
