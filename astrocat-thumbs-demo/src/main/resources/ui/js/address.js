// What the address says while an image is shown in large.

export const ADDRESS = "#image=";

/** The part of the address behind the page. */
export function addressOf(image) {
  return ADDRESS + encodeURIComponent(image.id);
}
