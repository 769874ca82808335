// How many pixels are how bright, with the marks that the stretch sets.

import { drawn, element } from "../shared/dom.js";
import { counted } from "../shared/words.js";

const WIDTH = 256;
const HEIGHT = 84;

/** A drawing of 256 counts; heights are logarithmic, since the sky outnumbers all else. */
export function histogram({ bins, from, to, shadows, midtones }) {
  const valueAt = (at) => from + at * (to - from);
  const keys = [
    ["shadows", `black below ${short(valueAt(shadows))}`],
    ["midtones", `middle grey at ${short(valueAt(midtones))}`],
  ];
  const marks = [mark("shadows", shadows), mark("midtones", midtones)].filter(Boolean);
  const svg = drawn(
    "svg",
    {
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      preserveAspectRatio: "none",
      role: "img",
      class: "histogram",
    },
    drawn("title", {}, `How often which values are: ${keys.map(([, words]) => words).join(", ")}`),
    drawn("path", { d: outline(bins), class: "bins" }),
    ...marks,
  );
  const ends = element(
    "div",
    { className: "ends" },
    element("span", {}, short(from)),
    element("span", {}, short(to)),
  );
  const legend = keys.map(([name, words]) => element("span", { className: `key ${name}` }, words));
  return element("figure", {}, svg, ends, element("figcaption", {}, ...legend));
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
  if (!(at >= 0 && at <= 1)) {
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

/** As a file says it: whole numbers, or a few digits of what is less. */
const short = (value) =>
  Math.abs(value) >= 100 ? counted(Math.round(value)) : String(Number(value.toPrecision(3)));
