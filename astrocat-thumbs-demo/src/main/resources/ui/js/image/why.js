// Why it looks so, in sentences, a histogram, and all details for those who want them.

import { explainImage } from "../api.js";
import { isAborted } from "../shared/ask.js";
import { element, fill } from "../shared/dom.js";
import { wantedLook } from "../shared/look.js";
import { counted } from "../shared/words.js";
import { histogram } from "./histogram.js";

export class Why {
  constructor() {
    this.body = element("div", {});
    this.node = element(
      "section",
      { className: "why", "aria-label": "Why it looks so" },
      element("h2", {}, "Why it looks so"),
      this.body,
    );
  }

  /** There is no picture to explain. */
  forget() {
    this.asking?.abort();
    this.node.hidden = true;
  }

  /** Explains an image with the choices that are tried. */
  async show(image, choice, pageSignal) {
    const look = image.look ? null : wantedLook();
    const asked = { ...(look && { look }), ...choice };
    this.asking?.abort();
    this.asking = new AbortController();
    this.node.hidden = false;
    if (image.id !== this.id) {
      this.id = image.id; // What was said of another image is not true of this one.
      fill(this.body, element("p", { className: "muted" }, "…"));
    }
    const signal = AbortSignal.any([pageSignal, this.asking.signal]);
    try {
      const answer = await explainImage(image.id, asked, signal);
      fill(this.body, ...told(answer));
    } catch (failure) {
      if (!isAborted(failure)) {
        fill(this.body, element("p", { className: "muted" }, failure.message));
      }
    }
  }
}

function told(answer) {
  const sentences = (answer.sentences ?? []).map((words) => element("p", { dir: "auto" }, words));
  return [
    ...sentences,
    answer.histogram?.bins && histogram(answer.histogram),
    answer.stretch && levels(answer.stretch),
    details(answer),
  ];
}

/** Statistics and curve, one row each, a column per channel. */
function levels(stretch) {
  const rows = ["min", "max", "median", "mad", "shadows", "midtones", "highlights"]
    .filter((name) => stretch[name] !== undefined && stretch[name] !== null)
    .map((name) =>
      element(
        "tr",
        {},
        element("th", { scope: "row" }, name),
        ...[stretch[name]].flat().map((value) => element("td", {}, short(value))),
      ),
    );
  return (
    rows.length > 0 &&
    element(
      "table",
      { className: "levels" },
      element("caption", {}, "min and max as stored, all else between them: from 0 to 1"),
      ...rows,
    )
  );
}

function short(value) {
  if (typeof value !== "number") {
    return String(value);
  }
  const large = Math.abs(value) >= 1000;
  return large || value === 0 ? counted(Math.round(value)) : String(Number(value.toPrecision(4)));
}

function details(answer) {
  const { histogram: left, ...rest } = answer;
  return element(
    "details",
    { className: "details" },
    element("summary", {}, "Details as JSON"),
    element("pre", { tabIndex: 0 }, JSON.stringify(rest, null, 2)),
  );
}
