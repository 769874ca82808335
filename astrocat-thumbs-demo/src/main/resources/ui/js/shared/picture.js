// Which address a picture has.

import { thumbnailUrl } from "../api.js";
import { wantedLook } from "./look.js";

/** Changes whenever the picture would: by its source, its choices, and when it was made anew. */
export function versionOf(image) {
  const made = image.thumbnail_generated_at;
  return [image.version, made && Date.parse(made)].filter(Boolean).join("-");
}

/** The address of a picture in some size, in the look of the page unless it has one of its own. */
export function pictureUrl(image, size, choice = {}) {
  const look = image.look ? null : wantedLook();
  return thumbnailUrl(image.id, size, {
    ...(look && { look }),
    ...choice,
    v: versionOf(image),
  });
}
