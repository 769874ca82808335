// What all images are, whatever is looked for: the chips and the kinds that a search may name.

import { fetchFacets } from "../api.js";

let all = null;

/** As it was when it was asked for last. */
export const allFacets = async () => all ?? refreshFacets();

export async function refreshFacets() {
  all = await fetchFacets("");
  return all;
}

export const kindsIn = (facets) => facets.kinds.map(({ value }) => value);
