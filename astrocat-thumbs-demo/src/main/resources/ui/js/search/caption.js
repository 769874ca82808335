// What stands below and on the picture of a tile.

import { element } from "../shared/dom.js";
import { dateInWords, exposureInWords, kindInWords } from "../shared/words.js";

const END_OF_NAME = 12;

/** The name in two parts: the end is fixed, what is before it gives way. */
export function captionOf(image) {
  // A name may hold line breaks, and spaces where it is cut.
  const name = image.file_name.replaceAll(/\s/g, "\u00a0");
  const cut = Math.max(1, name.length - END_OF_NAME);
  return element(
    "div",
    { className: "caption" },
    element(
      "div",
      { className: "file" },
      element("span", { className: "start" }, name.slice(0, cut)),
      element("span", { className: "end" }, name.slice(cut)),
    ),
    element("div", { className: "facts", dir: "auto" }, factsOf(image)),
  );
}

/** "M31, Ha, 300 s, 12 Oct 2025"; the folder, where a file tells nothing. */
export function factsOf(image) {
  const date = image.captured_at ?? image.file_last_modified;
  return [
    image.object_name,
    image.filter_name,
    image.exposure_seconds && exposureInWords(image.exposure_seconds),
    date && dateInWords(date),
  ]
    .filter(Boolean)
    .join(", ");
}

export const titleOf = (image) => `${image.path ? `${image.path}/` : ""}${image.file_name}`;

/** Only what is true. */
export function badgesOf(image) {
  const kind = kindInWords(image.kind ?? "unknown");
  const words = [
    kind !== "unknown" && kind !== "light" && [kind, "kind"],
    [image.file_format, "format"],
    image.is_plate_solved && ["solved", "solved"],
    image.is_preview && ["preview", "preview"],
    image.offline && ["offline", "offline"],
  ].filter(Boolean);
  return element(
    "div",
    { className: "badges" },
    ...words.map(([word, what]) => element("span", { className: `badge ${what}` }, word)),
  );
}
