// The banner that tells that the server is gone; what is shown stays.

import { byId } from "../shared/dom.js";

/** Shows or hides it. */
export function offline(isGone, words = "") {
  const banner = byId("banner");
  banner.hidden = !isGone;
  const text = words || "The server does not answer. What you see stays; trying again…";
  if (isGone && banner.textContent !== text) {
    banner.textContent = text;
  }
}
