// The banner that tells that something is wrong with the server; what is shown stays.

import { byId } from "./dom.js";

const GONE = "The server does not answer. What you see stays; trying again…";

let isGone = false;
let trouble = "";

/** Says that nobody answers at all, on whatever page one is. */
export function serverGone(gone) {
  isGone = gone;
  show();
}

/** Says what the open page could not have; nothing for all is well. */
export function troubled(words) {
  trouble = words;
  show();
}

function show() {
  const words = isGone ? GONE : trouble;
  const banner = byId("banner");
  banner.hidden = !words;
  if (banner.textContent !== words) {
    banner.textContent = words;
  }
}
