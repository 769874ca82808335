// Which look the pictures have, unless one was kept for a picture itself.

import { keep, kept } from "./kept.js";

const KEY = "thumbnailLook";
const LOOKS = ["astrocat", "pixinsight"];
const followers = new Set();

let standard = "astrocat";
let chosen = LOOKS.includes(kept(KEY)) ? kept(KEY) : null;

/** What the server does when nobody asks for a look. */
export function standardLook(look) {
  standard = look;
  tell();
}

export const currentLook = () => chosen ?? standard;

export const isLookChosen = () => chosen !== null;

/** What to ask the server for: nothing where it would do that anyway. */
export const wantedLook = () => (currentLook() === standard ? null : currentLook());

export function chooseLook(look) {
  chosen = look;
  keep(KEY, look);
  tell();
}

export function otherLook() {
  chooseLook(LOOKS[1 - LOOKS.indexOf(currentLook())]);
}

/** Calls whenever the look may have changed. */
export function followLook(follower) {
  followers.add(follower);
}

export const lookInWords = (look) =>
  ({ astrocat: "AstroCat", pixinsight: "PixInsight" })[look] ?? look;

function tell() {
  followers.forEach((follower) => follower());
}
