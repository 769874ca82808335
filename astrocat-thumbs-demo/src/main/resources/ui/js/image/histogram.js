// How many pixels are how bright, with the marks that the stretch sets.

import { drawn, element } from "../shared/dom.js";

const WIDTH = 256;
const HEIGHT = 84;

/** A drawing of 256 counts; heights are logarithmic, since the sky outnumbers all else. */
export function histogram({ bins, shadows, midtones }) {
  const marks = [mark("shadows", first(shadows)), mark("midtones", first(midtones))].filter(
    Boolean,
  );
  const svg = drawn(
    "svg",
    {
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      preserveAspectRatio: "none",
      role: "img",
      class: "histogram",
    },
    drawn("title", {}, words(shadows, midtones)),
    drawn("path", { d: outline(bins), class: "bins" }),
    ...marks,
  );
  return element("figure", {}, svg, element("figcaption", {}, ...legend(shadows, midtones)));
}

/** The outline of the counts, as a path; a straight bottom for none. */
export function outline(bins) {
  const top = Math.log1p(Math.max(1, ...bins));
  const step = WIDTH / bins.length;
  const height = (count) => (HEIGHT - (HEIGHT * Math.log1p(count)) / top).toFixed(1);
  const steps = bins.map((count, i) => `L${i * step} ${height(count)}H${(i + 1) * step}`);
  return `M0 ${HEIGHT}${steps.join("")}V${HEIGHT}Z`;
}

function mark(name, at) {
  if (at === null || at < 0 || at > 1) {
    return null;
  }
  return drawn("line", {
    class: `mark ${name}`,
    x1: WIDTH * at,
    x2: WIDTH * at,
    y1: 0,
    y2: HEIGHT,
  });
}

const first = (value) => [value].flat()[0] ?? null;

function legend(shadows, midtones) {
  return [
    ["shadows", first(shadows)],
    ["midtones", first(midtones)],
  ]
    .filter(([, value]) => value !== null)
    .map(([name, value]) =>
      element("span", { className: `key ${name}` }, `${name} ${Number(value.toPrecision(3))}`),
    );
}

function words(shadows, midtones) {
  const parts = legend(shadows, midtones).map((key) => key.textContent);
  return `Histogram of the stored values${parts.length ? `: ${parts.join(", ")}` : ""}`;
}
