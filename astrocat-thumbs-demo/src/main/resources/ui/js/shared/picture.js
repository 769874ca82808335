// Which address a picture has.

import { thumbnailUrl } from "../api.js";
import { wantedLook } from "./look.js";

/** When it was made last; a server that is asked for a version may let the browser keep the answer. */
const madeAt = (image) => Date.parse(image.thumbnail_generated_at) || null;

/** Whether all there is of an image is what was made of it before its mount went away. */
export const isOnlyKept = (image) => image.offline && madeAt(image) !== null;

/** The largest size that can be had. */
export const largestOf = (image) => (isOnlyKept(image) ? "page" : "detail");

/** Changes whenever the picture would: by its source, its choices, and when it was made anew. */
export function versionOf(image) {
  return [image.version, madeAt(image)].filter(Boolean).join("-");
}

/**
 * The address of a picture in some size, in the look of the page unless it has one of its own. As
 * JPEG, since that is what bulk runs make: what browsers would rather have were made anew for them.
 */
export function pictureUrl(image, size, choice = {}) {
  const look = image.look ? null : wantedLook();
  const made = madeAt(image);
  return thumbnailUrl(image.id, size, {
    ...(look && { look }),
    ...choice,
    format: "jpeg",
    v: image.version,
    ...(made && { made }),
  });
}
