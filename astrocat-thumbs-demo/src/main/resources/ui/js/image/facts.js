// What is known of an image, as chips.

import { element } from "../shared/dom.js";
import {
  capital,
  counted,
  exposureInWords,
  kindInWords,
  momentInWords,
  sizeInWords,
} from "../shared/words.js";

/** Only what is known, most telling first. */
export function factChips(image) {
  return factsOf(image)
    .filter(([, words]) => words)
    .map(([what, words]) =>
      element(
        "li",
        { title: what },
        element("span", { className: "hidden" }, `${what}: `),
        element("span", { dir: "auto" }, words),
      ),
    );
}

function factsOf(image) {
  const is = (value) => value !== null && value !== undefined;
  const sides =
    image.width_pixels && `${counted(image.width_pixels)} × ${counted(image.height_pixels)}`;
  return [
    ["Kind", image.kind && kindOf(image.kind)],
    ["Object", image.object_name],
    ["Filter", image.filter_name],
    ["Exposure", is(image.exposure_seconds) && exposureInWords(image.exposure_seconds)],
    ["Gain", is(image.gain) && `Gain ${image.gain}`],
    [
      "Temperature",
      is(image.temperature_celsius) && `${Number(image.temperature_celsius.toFixed(1))} °C`,
    ],
    ["Captured", image.captured_at && momentInWords(image.captured_at)],
    ["Pixels", sides],
    ["File", `${image.file_format}, ${sizeInWords(image.file_size_bytes)}`],
    ["Plate-solved", image.is_plate_solved && "Plate-solved"],
    ["Preview", image.is_preview && "Embedded preview"],
    ["Mount", image.offline && "Mount offline"],
  ];
}

const kindOf = (kind) =>
  kind.toLowerCase() === "unknown" ? "Kind unknown" : capital(kindInWords(kind));
