// Kinds of frames come in few groups. Nothing here knows the page.

import { plainly } from "../shared/words.js";

/** In the order of the chips. */
export const GROUPS = ["light", "master", "dark", "flat", "bias", "other"];

/** The group of a kind, such as master for MASTER_DARK. */
export function groupOf(kind) {
  const words = plainly(kind);
  if (words.startsWith("master") || words === "integrated") {
    return "master";
  }
  if (words === "flat dark") {
    return "dark";
  }
  return GROUPS.includes(words) ? words : "other";
}

/** Counts of kinds, `[{value, count}]`, summed up by group. */
export function byGroup(kinds) {
  return GROUPS.map((value) => ({
    value,
    count: kinds
      .filter((kind) => groupOf(kind.value) === value)
      .reduce((sum, kind) => sum + kind.count, 0),
  })).filter((group) => group.count > 0);
}
